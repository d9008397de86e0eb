package cohortkit.report;

import cohortkit.claims.Verification;
import cohortkit.claims.files.StudyFolder;
import cohortkit.core.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a verification rested on and what it found, in a form that is the same bytes on every machine: sorted, without dates
 * and paths, line ends of text files put aside, numbers to twelve digits. Two of them say what moved.
 *
 * <pre>{@code
 * var births = StudyFolder.open(Path.of("../examples/studies/low-birth-weight"));
 * var manifest = Manifest.of(List.of(births), List.of(births.study().verify()));
 * manifest.studies().get(0).figures().get("women").value()   // "189"
 * manifest.movedSince(manifest)                              // []
 * }</pre>
 *
 * @param code the version of Cohortkit
 * @param studies by name
 */
public record Manifest(String code, List<StudyState> studies) {

    /** The version of Cohortkit that is built from this source. */
    static final String CODE = "0.1.0";

    private static final MathContext DIGITS = new MathContext(12);
    private static final String FIGURES = "figures.csv";
    private static final List<String> TEXTS = List.of(".csv", ".tsv");

    /**
     * One study.
     *
     * @param study its name
     * @param files the SHA-256 of each file but figures.csv, by name
     * @param figures what is declared and found, by id
     */
    public record StudyState(String study, Map<String, String> files, Map<String, FigureState> figures) {

        public StudyState {
            files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
            figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
        }
    }

    /**
     * One figure; numbers to twelve digits, empty where there is none.
     *
     * @param printed as printed, with its limits
     * @param compute how it is computed
     * @param value the value, on the measure's own scale
     * @param lower the lower limit, or the lowest feasible value
     * @param upper the upper limit, or the highest feasible value
     * @param level of evidence
     * @param verdict what was found
     * @param convention how it was computed
     */
    public record FigureState(
            String printed,
            String compute,
            String value,
            String lower,
            String upper,
            String level,
            String verdict,
            String convention) {

        /** The parts by name, in the order of print. */
        Map<String, String> parts() {
            Map<String, String> parts = new java.util.LinkedHashMap<>();
            parts.put("printed", printed);
            parts.put("compute", compute);
            parts.put("value", value);
            parts.put("lower", lower);
            parts.put("upper", upper);
            parts.put("level", level);
            parts.put("verdict", verdict);
            parts.put("convention", convention);
            return parts;
        }
    }

    public Manifest {
        studies =
                studies.stream().sorted(Comparator.comparing(StudyState::study)).toList();
    }

    /**
     * Of verified folders.
     *
     * @param verified in the order of the folders
     * @throws InputException if two studies have one name, or a file cannot be read
     */
    public static Manifest of(List<StudyFolder> folders, List<Verification> verified) {
        Map<String, StudyState> states = new TreeMap<>();
        for (int i = 0; i < folders.size(); i++) {
            StudyState state = state(folders.get(i), verified.get(i));
            if (states.put(state.study(), state) != null) {
                throw new InputException("two studies are named '" + state.study() + "'; rename a folder");
            }
        }
        return new Manifest(CODE, new ArrayList<>(states.values()));
    }

    private static StudyState state(StudyFolder folder, Verification verification) {
        Map<String, String> files = new TreeMap<>();
        for (Path file : folder.files()) {
            String name = file.getFileName().toString();
            if (!name.equals(FIGURES)) {
                files.put(name, hash(file));
            }
        }
        Map<String, FigureState> figures = new TreeMap<>();
        verification
                .figures()
                .forEach(checked -> figures.put(
                        checked.figure().id(),
                        new FigureState(
                                checked.figure().asPrinted(),
                                checked.figure().compute(),
                                number(checked.finding().value()),
                                number(checked.finding().lower()),
                                number(checked.finding().upper()),
                                checked.finding().level().label(),
                                checked.verdict().kind().name(),
                                checked.finding().convention())));
        return new StudyState(verification.study().name(), files, figures);
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double x = value.getAsDouble();
        if (!Double.isFinite(x)) {
            return x > 0 ? "Inf" : "-Inf";
        }
        return x == 0
                ? "0"
                : new BigDecimal(x).round(DIGITS).stripTrailingZeros().toString();
    }

    private static String hash(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            boolean isText = TEXTS.stream().anyMatch(file.getFileName().toString()::endsWith);
            return Sha256.of(isText ? withoutReturns(content) : content);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Git may check a text out with other line ends. */
    private static byte[] withoutReturns(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The SHA-256 of every convention, in order of study and figure. */
    public String conventions() {
        StringBuilder all = new StringBuilder();
        studies.forEach(study -> study.figures()
                .values()
                .forEach(figure -> all.append(figure.convention()).append('\n')));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a manifest.
     *
     * @throws InputException if there is no such file, or it is none
     */
    public static Manifest read(Path file) {
        return ManifestJson.read(file);
    }

    /** As JSON, ending in a line end. */
    public String toJson() {
        return ManifestJson.of(this);
    }

    /** What is otherwise than before: files, figures, values, conventions, verdicts; the version of the code is not. */
    public List<Movement> movedSince(Manifest before) {
        return Movement.between(before, this);
    }
}
