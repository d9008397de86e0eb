package cohortkit.cli;

import cohortkit.claims.Study;
import cohortkit.core.Cohort;
import cohortkit.report.PaperTables;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.ModelTable;
import cohortkit.stats.regression.Regression;
import cohortkit.stats.table.TwoByTwo;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tables as papers print them; each is also written as Word, Excel, HTML, LaTeX or Markdown. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Prints a table as papers print it, or writes it with --out as .docx, .xlsx,",
            ".html, .tex, .md or .csv. The first table of a paper is cohort table1."
        })
final class PaperCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "prevalence",
            mixinStandardHelpOptions = true,
            description = "The prevalence of binary variables by group, with intervals and who is missing.")
    int prevalence(
            @Parameters(index = "0", paramLabel = "FILE", description = "xlsx, xls or CSV.") Path file,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "VAR", description = "Binary variables.")
                    List<String> variables,
            @Option(names = "--by", paramLabel = "VAR", required = true, description = "A category.") String by,
            @Mixin DataOptions data,
            @Mixin PaperOptions paper) {
        Cohort cohort = data.read(file);
        paper.write(PaperTables.prevalences(cohort, variables, by), DataOptions.notes(cohort));
        return 0;
    }

    @Command(
            name = "table",
            mixinStandardHelpOptions = true,
            description = "A 2x2 table on one page: counts, risks, measures with intervals, tests.")
    int table(
            @Parameters(index = "0", paramLabel = "FILE", description = "xlsx, xls or CSV.") Path file,
            @Option(names = "--exposure", paramLabel = "VAR", required = true, description = "A binary variable.")
                    String exposure,
            @Option(names = "--outcome", paramLabel = "VAR", required = true, description = "A binary variable.")
                    String outcome,
            @Mixin DataOptions data,
            @Mixin LevelOption level,
            @Mixin PaperOptions paper) {
        Cohort cohort = data.read(file);
        TwoByTwo table = TwoByTwo.of(cohort, exposure, outcome);
        paper.write(PaperTables.twoByTwo(table, level.level()), DataOptions.notes(cohort));
        return 0;
    }

    @Command(
            name = "fit",
            mixinStandardHelpOptions = true,
            description = "A regression: each term alone beside all terms together.")
    int fit(
            @Parameters(index = "0", paramLabel = "FORMULA", description = "Such as \"insomnia ~ rls + age\".")
                    String formula,
            @Parameters(index = "1", paramLabel = "FILE", description = "xlsx, xls or CSV.") Path file,
            @Option(
                            names = "--family",
                            paramLabel = "FAMILY",
                            defaultValue = "logistic",
                            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
                    Model family,
            @Option(
                            names = "--ci",
                            paramLabel = "METHOD",
                            defaultValue = "wald",
                            description = "wald or profile; p-values go with it. Default: ${DEFAULT-VALUE}.")
                    CoefficientInterval interval,
            @Option(
                            names = "--strata",
                            paramLabel = "VAR",
                            description = "An intercept for each value of VAR in every fit, as cohort fit --strata.")
                    String strata,
            @Mixin DataOptions data,
            @Mixin LevelOption level,
            @Mixin PaperOptions paper) {
        Cohort cohort = data.read(file);
        Regression model = family.of(formula);
        ModelTable models = strata == null ? ModelTable.of(model, cohort) : ModelTable.within(model, strata, cohort);
        paper.write(PaperTables.regression(models.with(interval).withLevel(level.level())), DataOptions.notes(cohort));
        return 0;
    }

    @Command(
            name = "verdicts",
            mixinStandardHelpOptions = true,
            description = "The published figures of a study with their verdicts.")
    int verdicts(
            @Parameters(index = "0", paramLabel = "STUDY", description = "Such as dialysis.") String study,
            @Mixin PaperOptions paper) {
        paper.write(PaperTables.verdicts(Study.named(study).verify()), List.of());
        return 0;
    }
}
