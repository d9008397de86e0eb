package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.report.NumberSummary;
import cohortkit.report.Table1;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who the participants are. */
@Command(
        name = "table1",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the characteristics of the participants by group: summaries, missing",
            "values by reason, standardized differences, and the test of each row."
        })
final class Table1Command implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "VAR",
            description = "Numbers and categories. Default: all of them.")
    private List<String> variables = List.of();

    @Option(
            names = "--by",
            paramLabel = "VAR",
            required = true,
            description = "The category whose levels are the groups.")
    private String by;

    @Option(
            names = "--median",
            paramLabel = "VAR",
            split = ",",
            description = "Numbers with median and quartiles, whatever their skewness.")
    private List<String> medians = List.of();

    @Option(
            names = "--mean",
            paramLabel = "VAR",
            split = ",",
            description = "Numbers with mean and SD, whatever their skewness.")
    private List<String> means = List.of();

    @Mixin
    private DataOptions data;

    @Mixin
    private PaperOptions paper;

    @Override
    public Integer call() {
        for (String name : means) {
            if (medians.contains(name)) {
                throw new InputException("'" + name + "' is named by --mean and by --median; choose one");
            }
        }
        Cohort cohort = data.read(file);
        Table1 table = Table1.of(cohort, by, variables);
        for (String name : medians) {
            table = table.with(name, NumberSummary.MEDIAN_QUARTILES);
        }
        for (String name : means) {
            table = table.with(name, NumberSummary.MEAN_SD);
        }
        paper.write(table.table(), DataOptions.notes(cohort));
        return 0;
    }
}
