package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.io.CohortCsv;
import cohortkit.io.CohortWorkbook;
import cohortkit.io.HighlightedWorkbook;
import cohortkit.io.RefusedImport;
import cohortkit.report.Result;
import cohortkit.report.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A data file in, a clean table and a ledger out. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads a workbook or CSV under its codebook and says what became of every cell.")
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Mixin
    private DataOptions data;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "Write the clean table and its codebook: .xlsx, one file,",
                "or .csv, with clean.codebook.csv beside clean.csv."
            })
    private Path out;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Write the import ledger: .csv, .html or .txt.")
    private Path ledger;

    @Option(
            names = "--highlight",
            paramLabel = "FILE",
            description = "Copy the workbook, each cell of the ledger colored and commented.")
    private Path highlight;

    @Override
    public Integer call() {
        requireApart();
        LedgerFormat.requireKnown(ledger);
        Cohort cohort = read();
        if (out != null) {
            write(cohort);
        }
        write(cohort.ledger());
        spec.commandLine().getOut().print(summary(cohort).as(format.format()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** The ledger is written even where the file is refused: it says what to correct. */
    private Cohort read() {
        try {
            return data.read(file);
        } catch (RefusedImport e) {
            write(e.ledger());
            throw e;
        }
    }

    private void write(Cohort cohort) {
        if (isWorkbook(out)) {
            CohortWorkbook.write(cohort, out);
        } else {
            CohortCsv.write(cohort, out);
        }
    }

    private static boolean isWorkbook(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private void write(Ledger entries) {
        if (ledger != null) {
            LedgerFormat.write(entries, ledger);
        }
        if (highlight != null) {
            HighlightedWorkbook.write(file, entries, highlight);
        }
    }

    /** A file that is read is never written, and no file is written twice. */
    private void requireApart() {
        List<Path> files = new ArrayList<>();
        Path beside = out == null || isWorkbook(out) ? null : CohortCsv.codebookOf(out);
        Stream.of(file, data.codebook(), out, beside, ledger, highlight)
                .filter(Objects::nonNull)
                .map(path -> path.toAbsolutePath().normalize())
                .forEach(path -> {
                    if (files.contains(path)) {
                        throw new InputException("'" + path.getFileName() + "' is named twice; --out, --ledger and "
                                + "--highlight need files of their own, apart from what is read");
                    }
                    files.add(path);
                });
    }

    private static Result summary(Cohort cohort) {
        List<List<Object>> rows = new ArrayList<>();
        for (Variable variable : cohort.codebook()) {
            Map<Missing, Integer> missing = cohort.missing(variable.name());
            long lost = missing.values().stream().mapToLong(Integer::longValue).sum();
            rows.add(List.of(variable.name(), variable.described(), cohort.size() - lost, lost, reasons(missing)));
        }
        List<Object> counts =
                new ArrayList<>(List.of(cohort.size(), cohort.codebook().size()));
        List<String> names = new ArrayList<>(List.of("rows", "variables"));
        for (Ledger.Action action : Ledger.Action.values()) {
            names.add(action.name().toLowerCase(Locale.ROOT));
            counts.add(cohort.ledger().count(action));
        }
        List<String> notes = new ArrayList<>(cohort.ledger().detected());
        if (!cohort.ledger().entries().isEmpty()) {
            notes.add("--ledger FILE writes each cell of these with its reason; --highlight FILE marks them in a copy");
        }
        return new Result(
                new ResultTable(List.of("variable", "kind", "present", "missing", "reasons"), rows),
                new ResultTable(names, List.of(counts)),
                notes);
    }

    private static String reasons(Map<Missing, Integer> missing) {
        return missing.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
