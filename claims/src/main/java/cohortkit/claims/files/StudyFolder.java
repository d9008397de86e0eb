package cohortkit.claims.files;

import static java.util.Objects.requireNonNull;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.Figure;
import cohortkit.claims.FigureRow;
import cohortkit.claims.FiguresCsv;
import cohortkit.claims.Finding;
import cohortkit.claims.Study;
import cohortkit.claims.Trace;
import cohortkit.claims.Why;
import cohortkit.claims.robustness.AssociationGrid;
import cohortkit.claims.robustness.Claim;
import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.CohortReader;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A study that is a folder, without Java: {@code figures.csv} whose column compute says how each figure is computed, a
 * workbook or CSV with its codebook, files of counts, and {@code printed.csv} with what a paper prints of tables that it
 * does not print whole.
 *
 * <pre>{@code
 * var folder = StudyFolder.open(Path.of("../examples/studies/low-birth-weight"));
 * folder.study().name()                  // "low-birth-weight"
 * folder.study().verify().asDeclared()   // true
 * folder.impact(CellRef.parse("", "", "E2")).size()   // 3
 * }</pre>
 */
public final class StudyFolder {

    private static final String FIGURES = "figures.csv";
    private static final String SOURCE = "SOURCE.md";

    private final Path folder;
    private final Study study;
    private final StudyData data;
    private final Map<String, FigureRow> rows = new LinkedHashMap<>();
    private final Map<String, Compute> computes = new LinkedHashMap<>();
    private final Map<String, Optional<Trace>> traces = new LinkedHashMap<>();
    private final Map<String, List<CellRef>> printed = new LinkedHashMap<>();

    private StudyFolder(Path folder, CohortReader reader) {
        this.folder = folder;
        Path file = folder.resolve(FIGURES);
        if (!Files.exists(file)) {
            throw new InputException("there is no " + FIGURES + " in " + folder + "; a study's folder has one");
        }
        data = new StudyData(folder, reader);
        Map<String, Supplier<Finding>> computations = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        for (FigureRow row : FiguresCsv.rows(file)) {
            Figure figure = row.figure();
            rows.put(figure.id(), row);
            figures.add(figure);
            if (!computes.containsKey(figure.compute())) {
                Compute compute = parsed(row);
                computes.put(figure.compute(), compute);
                computations.put(figure.compute(), () -> compute(compute));
            }
        }
        study = Study.of(name(folder), title(folder), figures, computations);
    }

    /**
     * Opens a folder and reads its figures; data are read when a figure is computed.
     *
     * @throws InputException naming file, line and column, if something cannot be read or understood
     */
    public static StudyFolder open(Path folder) {
        return new StudyFolder(
                folder, (data, codebook) -> CohortReader.installed().read(data, codebook));
    }

    /**
     * The folder itself if it holds figures, else those of its folders that do, by name.
     *
     * @throws InputException if there is none, or one cannot be understood
     */
    public static List<StudyFolder> openAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no folder " + folder);
        }
        if (Files.exists(folder.resolve(FIGURES))) {
            return List.of(open(folder));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> inner = entries.filter(entry -> Files.exists(entry.resolve(FIGURES)))
                    .sorted()
                    .toList();
            if (inner.isEmpty()) {
                throw new InputException("neither " + folder + " nor a folder in it holds a " + FIGURES);
            }
            return inner.stream().map(StudyFolder::open).toList();
        } catch (IOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "study" : name.toString();
    }

    /** The first heading of SOURCE.md, else the folder's name. */
    private static String title(Path folder) {
        Path source = folder.resolve(SOURCE);
        if (!Files.exists(source)) {
            return name(folder);
        }
        try (Stream<String> lines = Files.lines(source)) {
            return lines.filter(line -> line.startsWith("# "))
                    .findFirst()
                    .map(line -> line.substring(2).strip())
                    .orElseGet(() -> name(folder));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new InputException("cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private static Compute parsed(FigureRow row) {
        try {
            Compute compute = Compute.parse(row.figure().compute());
            ComputeFunction.named(compute.function());
            return compute;
        } catch (InputException e) {
            throw new InputException(place(row) + ": " + e.getMessage(), e);
        }
    }

    private static String place(FigureRow row) {
        return FIGURES + ", line " + row.line() + ", column compute";
    }

    private Finding compute(Compute compute) {
        Call call = new Call(compute, data);
        try {
            Finding finding = ComputeFunction.named(compute.function()).of(call);
            traces.put(compute.text(), call.trace());
            printed.put(compute.text(), call.printedCells());
            return finding;
        } catch (InputException e) {
            FigureRow first = rows.values().stream()
                    .filter(row -> row.figure().compute().equals(compute.text()))
                    .findFirst()
                    .orElseThrow();
            throw new InputException(place(first) + ": " + e.getMessage(), e);
        }
    }

    /** The study; its computations read the folder's data. */
    public Study study() {
        return study;
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** The file with the figures. */
    public Path figuresFile() {
        return folder.resolve(FIGURES);
    }

    /** The line of a figure in its file, from 1. */
    public long line(String id) {
        return row(id).line();
    }

    /** Every file that a verdict may rest on, by name. */
    public List<Path> files() {
        return data.all();
    }

    /**
     * What a verdict rests on.
     *
     * @throws InputException if there is no such figure, or it cannot be computed
     */
    public Why why(String id) {
        Figure figure = row(id).figure();
        CheckedFigure checked = study.check(id);
        return new Why(
                checked,
                figure.compute(),
                traces.getOrDefault(figure.compute(), Optional.empty()),
                printed.getOrDefault(figure.compute(), List.of()));
    }

    /**
     * The figures that rest on a cell, in the order of print: its variable is read, in a row that is looked at, or it is a
     * number of printed.csv whose set is read.
     *
     * @param cell an empty sheet or file stands for any
     */
    public List<Figure> impact(CellRef cell) {
        List<Figure> touched = new ArrayList<>();
        for (FigureRow row : rows.values()) {
            String compute = row.figure().compute();
            if (!traces.containsKey(compute)) {
                study.check(row.figure().id());
            }
            Optional<Trace> trace = traces.getOrDefault(compute, Optional.empty());
            boolean isPrinted = printed.getOrDefault(compute, List.of()).stream()
                    .anyMatch(number -> number.row() == cell.row() && Trace.sameColumn(number, cell));
            if (isPrinted || trace.flatMap(found -> found.variableIn(cell)).isPresent()) {
                touched.add(row.figure());
            }
        }
        return List.copyOf(touched);
    }

    /**
     * The claim of a figure over the defensible choices: its exposure, outcome, adjustment and condition are those of its
     * computation, its claim that of its statement or of its printed digits; see {@code CONVENTIONS.md}.
     *
     * @param exclusions such as {@code age < 18}, each a further choice
     * @throws InputException if it is no association of rows, or claims nothing; the message says why
     */
    public RobustFigure robustness(String id, String... exclusions) {
        Compute compute = compute(id);
        Association association = associationOf(id);
        return robustness(id, FigureClaim.of(row(id).figure(), compute.statement(), association), exclusions);
    }

    /** The same for a claim that the figure does not print, such as {@code Claim.parse(">1")}. */
    public RobustFigure robustness(String id, Claim claim, String... exclusions) {
        Association association = associationOf(id);
        Compute compute = compute(id);
        AssociationGrid grid =
                association.grid(compute.where(), data.source(compute.source()).frequency(), claim);
        for (String condition : exclusions) {
            grid = grid.excluding(condition);
        }
        return new RobustFigure(study.check(id), claim, association.exposure(), association.event(), grid.claim(claim));
    }

    private Compute compute(String id) {
        return requireNonNull(computes.get(row(id).figure().compute()));
    }

    private Association associationOf(String id) {
        try {
            return Association.of(compute(id), data);
        } catch (InputException e) {
            throw new InputException(place(row(id)) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Invented people for each set of printed.csv, by its name: their totals agree with all that is printed.
     *
     * @throws InputException if there is no set, or no table agrees with one
     */
    public Map<String, Cohort> reconstructed(long seed) {
        Map<String, Cohort> invented = data.reconstructed(seed);
        if (invented.isEmpty()) {
            throw new InputException(
                    "there is nothing to reconstruct in " + folder + ": no set in " + StudyData.PRINTED);
        }
        return invented;
    }

    /** The cells of tables in printed.csv that are not printed and follow from what is, by the name of the set. */
    public Map<String, List<ForcedCell>> forced() {
        return data.forced();
    }

    private FigureRow row(String id) {
        FigureRow row = rows.get(id);
        if (row == null) {
            throw new InputException(
                    "no figure '" + id + "' in " + folder.resolve(FIGURES) + "; " + NearestNames.of(id, rows.keySet()));
        }
        return row;
    }

    /** Such as "low-birth-weight: Low birth weight, 1986, 14 figures". */
    @Override
    public String toString() {
        return study.toString();
    }
}
