package cohortkit.cli;

import cohortkit.report.Journal;
import cohortkit.report.PaperTable;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a table for people goes and how its numbers are printed. */
final class PaperOptions {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "Write the table, in the format of the name: .docx, .xlsx,",
                ".html, .tex, .md, .txt, or .csv with every number in full."
            })
    private Path out;

    @Option(
            names = "--journal",
            paramLabel = "NAME",
            defaultValue = "plain",
            description = "How numbers are printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Journal journal;

    @Mixin
    private FormatOption format;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Writes the table to its file and says so, or prints it.
     *
     * @param more notes beside the table's own
     */
    void write(PaperTable table, List<String> more) {
        PrintWriter terminal = command.commandLine().getOut();
        if (out != null) {
            table.save(out, journal.style());
            terminal.println("wrote " + out);
        } else if (format.format() == Format.TEXT) {
            terminal.print(table.toText(journal.style()));
            terminal.print(new Result(table.numbers(), table.numbers(), more).notesText());
        } else {
            ResultTable glance = new ResultTable(List.of("title"), List.of(List.of(table.title())));
            List<String> notes = new ArrayList<>(table.notes());
            notes.addAll(more);
            terminal.print(new Result(table.numbers(), glance, notes).as(format.format()));
        }
        terminal.flush();
    }
}
