package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import cohortkit.io.CodebookFile;
import cohortkit.io.CsvOptions;
import cohortkit.io.DecimalMark;
import cohortkit.io.ImportOptions;
import cohortkit.io.ImportProgress;
import cohortkit.io.Workbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a data file is read. */
final class DataOptions {

    @Option(names = "--codebook", paramLabel = "FILE", description = "Codebook: a workbook or CSV of its own.")
    private Path codebook;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet that holds the data.")
    private String sheet;

    @Option(names = "--header-row", paramLabel = "N", description = "Row that holds the variable names.")
    private Integer headerRow;

    @Option(
            names = "--range",
            paramLabel = "CELLS",
            description = "Cells with the header and the data, such as B4:N336 or Data!B4:N336.")
    private String range;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of a text file, such as windows-1250; found if it is not given.")
    private String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "MARK",
            description = "What parts the fields of a text file, such as ';'; found if it is not given.")
    private Character delimiter;

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description =
                    "Sign before the decimals of numbers in text: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "DETECTED")
    private DecimalMark decimal;

    @Option(names = "--strict", description = "Refuse a file with values that break its codebook, and list them all.")
    private boolean strict;

    @Option(names = "--progress", description = "Tell how far a long import is, also where no terminal is.")
    private boolean progress;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The codebook's file; null if the data bring their own. */
    Path codebook() {
        return codebook;
    }

    Cohort read(Path file) {
        ImportOptions options = ImportOptions.defaults();
        if (codebook != null) {
            options = options.withCodebook(CodebookFile.read(codebook));
        }
        if (sheet != null) {
            options = options.withSheet(sheet);
        }
        if (headerRow != null) {
            options = options.withHeaderRow(headerRow);
        }
        if (range != null) {
            options = options.withRange(range);
        }
        if (strict) {
            options = options.strict();
        }
        try (ProgressLine line = new ProgressLine(file, command.commandLine().getErr(), System::nanoTime)) {
            boolean shown = progress || Boolean.getBoolean("cohortkit.terminal");
            return Workbook.open(file, text(), shown ? line : ImportProgress.none())
                    .cohort(options.withDecimal(decimal));
        }
    }

    private CsvOptions text() {
        CsvOptions text = CsvOptions.detected();
        if (encoding != null) {
            text = text.withEncoding(encoding);
        }
        return delimiter == null ? text : text.withDelimiter(delimiter);
    }

    /** Which value of a binary variable counts, such as "event: outcome = died"; a number's is 1. */
    static String counted(Cohort cohort, String role, String name) {
        Variable variable = cohort.variable(name);
        String value = variable.levels().size() == 2 ? variable.levels().get(1).toString() : "1";
        return role + ": " + name + " = " + value;
    }

    /** Whose value is missing and why, such as "age missing: 3 not recorded, 1 refused"; empty if nobody's is. */
    static List<String> missing(Cohort cohort, String name) {
        String reasons = cohort.missing(name).entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? List.of() : List.of(name + " missing: " + reasons);
    }

    /** What a reader of a result should know of the import. */
    static List<String> notes(Cohort cohort) {
        List<String> notes = new ArrayList<>();
        if (!cohort.ledger().entries().isEmpty()) {
            notes.add("import: " + cohort.ledger().entries().size()
                    + " cells not taken as they stood; cohort import FILE --ledger OUT lists them");
        }
        return notes;
    }
}
