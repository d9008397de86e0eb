package cohortkit.cli;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.io.CodebookFile;
import cohortkit.io.ImportOptions;
import cohortkit.io.ImportProgress;
import cohortkit.io.Workbook;
import java.nio.file.Path;
import java.util.ArrayList;
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

    @Option(names = "--progress", description = "Tell how far a long import is, also where no terminal is.")
    private boolean progress;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The codebook's file; null if the data bring their own. */
    Path codebook() {
        return codebook;
    }

    Cohort read(Path file) {
        try (ProgressLine line = new ProgressLine(file, command.commandLine().getErr(), System::nanoTime)) {
            boolean shown = progress || Boolean.getBoolean("cohortkit.terminal");
            Workbook workbook = table.open(file, shown ? line : ImportProgress.none());
            ImportOptions options = withCodebook(table.options(), workbook);
            return workbook.cohort(strict ? options.strict() : options);
        }
    }

    private ImportOptions withCodebook(ImportOptions options, Workbook workbook) {
        if (codebook != null) {
            return options.withCodebook(
                    missingCodes == null ? CodebookFile.read(codebook) : CodebookFile.read(codebook, missingCodes));
        }
        if (missingCodes != null) {
            Codebook own = workbook.codebook()
                    .orElseThrow(() -> new InputException("--missing-codes needs a codebook; cohort codebook FILE "
                            + "--missing-codes \"...\" --out codebook.csv drafts one"));
            return options.withCodebook(own.withMissing(CodebookFile.missingCodes(missingCodes)));
        }
        return options;
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
