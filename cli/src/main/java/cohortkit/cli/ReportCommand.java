package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.report.DataFile;
import cohortkit.report.Journal;
import cohortkit.report.StudyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An analysis on one page. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes one page that needs nothing else: import, participants, Table 1,",
            "prevalences, the 2x2 table, crude and adjusted models, missing values,",
            "methods in words, and the cells that the numbers come from."
        })
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Option(names = "--exposure", paramLabel = "VAR", required = true, description = "A category or a number.")
    private String exposure;

    @Option(names = "--outcome", paramLabel = "VAR", required = true, description = "A binary variable.")
    private String outcome;

    @Option(
            names = "--adjust",
            paramLabel = "VAR",
            split = ",",
            description = "Categories and numbers of the adjusted model, with commas.")
    private List<String> adjusters = List.of();

    @Option(
            names = "--by",
            paramLabel = "VAR",
            split = ",",
            description = "Categories by which the prevalence is shown, too.")
    private List<String> groups = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page, such as report.html.")
    private Path out;

    @Option(
            names = "--journal",
            paramLabel = "NAME",
            defaultValue = "plain",
            description = "How the numbers of tables are printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Journal journal;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    @Override
    public Integer call() {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new InputException("a report is a page; '" + out + "' does not end in .html");
        }
        Cohort cohort = data.read(file);
        List<DataFile> files = new ArrayList<>(List.of(DataFile.of(file)));
        if (data.codebook() != null) {
            files.add(DataFile.of(data.codebook()));
        }
        new StudyReport(cohort, exposure, outcome, adjusters, groups, files, level.level(), journal).save(out);
        spec.commandLine().getOut().println("wrote " + out);
        return 0;
    }
}
