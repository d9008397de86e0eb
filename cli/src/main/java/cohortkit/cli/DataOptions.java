package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import cohortkit.io.CodebookFile;
import cohortkit.io.ImportOptions;
import cohortkit.io.ImportProgress;
import cohortkit.io.Workbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        try (ProgressLine line = new ProgressLine(file, command.commandLine().getErr(), System::nanoTime)) {
            boolean shown = progress || Boolean.getBoolean("cohortkit.terminal");
            return Workbook.open(file, shown ? line : ImportProgress.none()).cohort(options);
        }
    }

    /** Which value of a binary variable counts, such as "event: outcome = died"; a number's is 1. */
    static String counted(Cohort cohort, String role, String name) {
        Variable variable = cohort.variable(name);
        String value = variable.levels().size() == 2 ? variable.levels().get(1).toString() : "1";
        return role + ": " + name + " = " + value;
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
