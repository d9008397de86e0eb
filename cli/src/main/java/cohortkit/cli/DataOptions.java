package cohortkit.cli;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.io.CodebookFile;
import cohortkit.io.CsvParts;
import cohortkit.io.ImportOptions;
import cohortkit.io.Workbook;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a data file is read. */
final class DataOptions {

    @Option(names = "--codebook", paramLabel = "FILE", description = "Codebook: a workbook or CSV of its own.")
    private Path codebook;

    @Option(
            names = "--missing-codes",
            paramLabel = "CODES",
            description = {
                "Codes that mean \"missing\" wherever they stand, with",
                "their reasons, such as \"-99=unknown; -98=refused\"."
            })
    private String missingCodes;

    @Mixin
    private TableOptions table;

    @Option(names = "--strict", description = "Refuse a file with values that break its codebook, and list them all.")
    private boolean strict;

    @Option(names = "--progress", description = "Tell how far a long import or fit is, also where no terminal is.")
    private boolean progress;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The codebook's file; null if the data bring their own. */
    Path codebook() {
        return codebook;
    }

    Cohort read(Path file) {
        requireFile(file);
        try (ProgressLine line = line(String.valueOf(file.getFileName()))) {
            Workbook workbook = table.open(file, line::read);
            ImportOptions options = withCodebook(table.options(), workbook);
            return workbook.cohort(strict ? options.strict() : options);
        }
    }

    private static void requireFile(Path file) {
        if (file.toString().indexOf('~') > 0 && !Files.exists(file)) {
            throw new InputException("'" + file + "' is a formula and no file; the formula stands before the file");
        }
    }

    /** The same a part at a time. */
    FileParts parts(Path file, ProgressLine line) {
        requireFile(file);
        ImportOptions options = table.options();
        if (codebook != null) {
            options = options.withCodebook(book());
        } else if (missingCodes != null) {
            throw needsCodebook();
        }
        return new FileParts(CsvParts.of(file, table.text(), strict ? options.strict() : options, line::readAgain));
    }

    /** A line that tells how far something is; silent unless it is asked for or there is a terminal. */
    ProgressLine line(String what) {
        boolean shown = progress || Boolean.getBoolean("cohortkit.terminal");
        PrintWriter err = command.commandLine().getErr();
        return new ProgressLine(what, shown ? err : new PrintWriter(Writer.nullWriter()), System::nanoTime);
    }

    private Codebook book() {
        return missingCodes == null ? CodebookFile.read(codebook) : CodebookFile.read(codebook, missingCodes);
    }

    private static InputException needsCodebook() {
        return new InputException("--missing-codes needs a codebook; cohort codebook FILE "
                + "--missing-codes \"...\" --out codebook.csv drafts one");
    }

    private ImportOptions withCodebook(ImportOptions options, Workbook workbook) {
        if (codebook != null) {
            return options.withCodebook(book());
        }
        if (missingCodes != null) {
            Codebook own = workbook.codebook().orElseThrow(DataOptions::needsCodebook);
            return options.withCodebook(own.withMissing(CodebookFile.missingCodes(missingCodes)));
        }
        return options;
    }

    /** Which value of a binary variable counts, such as "event: outcome = died"; a number's is 1. */
    static String counted(Cohort cohort, String role, String name) {
        return counted(cohort.variable(name), role);
    }

    static String counted(Variable variable, String role) {
        String value = variable.levels().size() == 2 ? variable.levels().get(1).toString() : "1";
        return role + ": " + variable.name() + " = " + value;
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
        return notes(cohort.ledger().entries().size());
    }

    static List<String> notes(long entries) {
        return entries == 0
                ? List.of()
                : List.of("import: " + Count.of(entries, "cell")
                        + " not taken as they stood; cohort import FILE --ledger OUT lists them");
    }
}
