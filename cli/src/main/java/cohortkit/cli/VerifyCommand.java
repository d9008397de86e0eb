package cohortkit.cli;

import cohortkit.claims.Verification;
import cohortkit.claims.feasible.ReconstructedCohort;
import cohortkit.claims.files.RobustFigure;
import cohortkit.claims.files.StudyFolder;
import cohortkit.claims.robustness.Claim;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import cohortkit.core.OutputFile;
import cohortkit.io.CohortWorkbook;
import cohortkit.report.Manifest;
import cohortkit.report.Movement;
import cohortkit.report.Reproduction;
import cohortkit.report.Result.Format;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Studies that are folders: figures.csv, data, codebook; no Java. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes each figure of a study's folder and prints a verdict for each.",
            "A folder holds figures.csv, a workbook or CSV with its codebook, and where a paper prints no whole table",
            "printed.csv. Exits with 1 when a verdict is not the declared one, with 2 when something cannot be read."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final Pattern FILE = Pattern.compile(".+\\.(?:csv|tsv|txt|xlsx|xlsm)");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of studies, or folders of such folders.")
    private List<Path> folders;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML, a case a figure.")
    private Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "Write an object a figure, numbers in full.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page.")
    private Path html;

    @Option(
            names = "--annotations",
            paramLabel = "KIND",
            description = "Print a line for the build server for each verdict that differs: ${COMPLETION-CANDIDATES}.")
    private Annotations annotations;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Write what was found, with hashes of the data: the same bytes on every machine.")
    private Path manifest;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Compare with an earlier manifest and say what moved; exit 1 if something did.")
    private Path against;

    @Mixin
    private ProvenanceOptions provenance;

    @Option(
            names = "--robust",
            paramLabel = "ID",
            description = {
                "Only say in how many defensible ways of analysis the claim of",
                "this figure holds, as cohort robust does."
            })
    private String robust;

    @Option(
            names = "--claim",
            paramLabel = "CLAIM",
            description = "With --robust: another claim than the figure's, such as \">1\".")
    private String claim;

    @Option(
            names = "--exclude",
            paramLabel = "COND",
            description = "With --robust: also without people such as \"age < 18\"; may be repeated.")
    private List<String> exclusions = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "With --robust: text (rounded), json or csv (full precision). Default: text.")
    private Format format;

    @Option(
            names = "--reconstruct",
            paramLabel = "FOLDER",
            description = {
                "Only write a workbook for each set of printed.csv: invented",
                "rows whose totals agree with everything printed; and say",
                "which counts follow from what is printed."
            })
    private Path reconstruct;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the invented rows. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() {
        new Questions()
                .add("--why", provenance.why() != null)
                .add("--impact", provenance.impact() != null)
                .add("--robust", robust != null)
                .add("--reconstruct", reconstruct != null)
                .atMostOne();
        List<StudyFolder> studies = new ArrayList<>();
        folders.forEach(folder -> studies.addAll(StudyFolder.openAll(folder)));
        if (robust != null) {
            return robust(studies);
        }
        if (claim != null || !exclusions.isEmpty() || format != null) {
            throw new InputException("--claim, --exclude and --format are of --robust ID");
        }
        if (provenance.why() != null) {
            return explain(studies);
        }
        if (reconstruct != null) {
            return reconstruct(studies);
        }
        return provenance.impact() == null ? verify(studies) : touched(studies);
    }

    private int reconstruct(List<StudyFolder> studies) {
        for (StudyFolder study : studies) {
            study.reconstructed(seed).forEach((set, invented) -> {
                String name = study.study().name() + "-" + set + "-" + ReconstructedCohort.LABEL;
                Path file = reconstruct.resolve(name.replaceAll("[^\\w.-]+", "-") + ".xlsx");
                CohortWorkbook.write(invented, file);
                spec.commandLine().getOut().println(file + ": " + Count.of(invented.size(), "row") + ", invented");
            });
            study.forced()
                    .forEach((set, cells) ->
                            cells.forEach(cell -> spec.commandLine().getOut().println(set + ": " + cell)));
        }
        return 0;
    }

    private int explain(List<StudyFolder> studies) {
        String id = provenance.why();
        spec.commandLine()
                .getOut()
                .println(ProvenanceOptions.holding(id, studies, StudyFolder::study)
                        .why(id));
        return 0;
    }

    private int robust(List<StudyFolder> studies) {
        StudyFolder study = ProvenanceOptions.holding(robust, studies, StudyFolder::study);
        String[] without = exclusions.toArray(String[]::new);
        RobustFigure found = claim == null
                ? study.robustness(robust, without)
                : study.robustness(robust, Claim.parse(claim), without);
        PrintWriter out = spec.commandLine().getOut();
        if (format == null || format == Format.TEXT) {
            out.println(found.checked().study() + " " + robust + ": "
                    + found.checked().figure().quote());
            out.println("computed: " + found.checked().finding().text());
        }
        List<String> notes = new ArrayList<>(found.notes());
        notes.add(RobustnessAnswer.NO_PROBABILITY);
        new RobustnessAnswer(found.claim(), found.robustness(), notes)
                .print(out, format == null ? Format.TEXT : format);
        return 0;
    }

    /** What looks like a file is one of the studies'; another place may be a sheet. */
    private int touched(List<StudyFolder> studies) {
        String place = provenance.place();
        List<String> files = studies.stream()
                .flatMap(study -> study.files().stream())
                .map(file -> file.getFileName().toString())
                .distinct()
                .toList();
        if (FILE.matcher(place).matches() && !files.contains(place)) {
            throw new InputException("no data file '" + place + "'; " + NearestNames.of(place, files));
        }
        provenance.printImpact(spec.commandLine().getOut(), studies, StudyFolder::study, StudyFolder::impact);
        return 0;
    }

    private int verify(List<StudyFolder> studies) {
        List<Verification> verified =
                studies.stream().map(study -> study.study().verify()).toList();
        Reproduction reproduction = new Reproduction(verified);
        PrintWriter out = spec.commandLine().getOut();
        out.print(reproduction.toText());
        write(junit, reproduction.toJunit());
        write(json, reproduction.toJson());
        write(html, reproduction.toHtml());
        if (annotations != null) {
            annotate(studies, verified, out);
        }
        boolean moved = (manifest != null || against != null) && compare(Manifest.of(studies, verified), out);
        return reproduction.surprises().isEmpty() && !moved ? 0 : Problems.FAILED_CHECK;
    }

    /** Whether something moved. */
    private boolean compare(Manifest now, PrintWriter out) {
        List<Movement> moved = List.of();
        if (against != null) {
            Manifest before = Manifest.read(against);
            moved = now.movedSince(before);
            moved.forEach(out::println);
            out.println((moved.isEmpty() ? "nothing" : moved.size() + (moved.size() == 1 ? " thing" : " things"))
                    + " moved since " + against.getFileName()
                    + (before.code().equals(now.code()) ? "" : ", made by version " + before.code()));
        }
        write(manifest, now.toJson());
        return !moved.isEmpty();
    }

    private void annotate(List<StudyFolder> studies, List<Verification> verified, PrintWriter out) {
        for (int i = 0; i < studies.size(); i++) {
            StudyFolder study = studies.get(i);
            verified.get(i).differing().forEach(checked -> out.println(annotations.line(study, checked)));
        }
    }

    private static void write(Path file, String text) {
        if (file != null) {
            OutputFile.write(file, out -> out.write(text));
        }
    }
}
