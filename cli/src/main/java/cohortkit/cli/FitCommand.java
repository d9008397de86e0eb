package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.Formula;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.ExactMethod;
import cohortkit.stats.regression.ExactTerm;
import cohortkit.stats.regression.Family;
import cohortkit.stats.regression.FirthFit;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Regression;
import cohortkit.stats.regression.Weights;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A regression on a data file. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description =
                "Fits a regression. In json and csv, estimates and limits are coefficients, not their exponentials.")
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMULA",
            description = "Such as \"insomnia ~ rls + age\" or \"low ~ factor(race, ref = 2)\".")
    private String formula;

    @Parameters(index = "1", paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            defaultValue = "logistic",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Model family;

    @Option(names = "--weights", paramLabel = "VAR", description = "Frequency weights: each row stands for so many.")
    private String weights;

    @Option(
            names = "--ci",
            paramLabel = "METHOD",
            description = "wald or profile; p-values go with it. Default: wald, and profile with --firth.")
    private CoefficientInterval interval;

    @Option(
            names = "--firth",
            description = "Firth's penalized likelihood, which is finite whatever is separated; logistic models.")
    private boolean firth;

    @Option(
            names = "--exact",
            paramLabel = "TERM",
            description =
                    "Exact conditional odds ratio of this term instead of a fit, such as \"rls[yes]\"; small data.")
    private String exact;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Regression model = family.of(formula);
        Cohort cohort = data.read(file);
        Regression weighted = weights == null ? model : model.with(Weights.frequency(weights));
        PrintWriter out = spec.commandLine().getOut();
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        if (family.family() == Family.BINOMIAL) {
            notes.add(
                    0,
                    DataOptions.counted(cohort, "event", Formula.parse(formula).outcome()));
        }
        if (exact != null) {
            print(out, notes, weighted.exact(cohort, exact));
        } else if (firth) {
            print(out, notes, weighted.firth(cohort));
        } else {
            print(out, notes, weighted.fit(cohort));
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, List<String> notes, Fit wald) {
        Fit fit = (interval == null ? wald : wald.with(interval)).withLevel(level.level());
        if (format.format() == Format.TEXT) {
            out.println(fit);
            notes.forEach(out::println);
        } else {
            notes.add(fit.completeCases().toString());
            notes.add(family + " regression, confidence level " + level.level());
            notes.addAll(fit.notes());
            out.print(new Result(StatTables.tidy(fit.tidy()), StatTables.glance(fit.glance()), notes)
                    .as(format.format()));
        }
    }

    private void print(PrintWriter out, List<String> notes, FirthFit profile) {
        FirthFit fit = (interval == null ? profile : profile.with(interval)).withLevel(level.level());
        if (format.format() == Format.TEXT) {
            out.println(fit);
            notes.forEach(out::println);
        } else {
            notes.add(fit.completeCases().toString());
            notes.add("Firth's penalized likelihood, confidence level " + level.level());
            notes.addAll(fit.notes());
            out.print(new Result(StatTables.tidy(fit.tidy()), StatTables.glance(fit.glance()), notes)
                    .as(format.format()));
        }
    }

    private void print(PrintWriter out, List<String> notes, ExactTerm term) {
        if (format.format() == Format.TEXT) {
            out.println(exact + ": " + term.oddsRatio(ExactMethod.CENTRAL, level.level()));
            out.println("median unbiased: " + term.medianUnbiased(ExactMethod.CENTRAL, level.level()));
            out.println(term.test(ExactMethod.CENTRAL));
            notes.forEach(out::println);
        } else {
            notes.add("exact conditional logistic regression, confidence level " + level.level());
            List<Tidy> rows = Arrays.stream(ExactMethod.values())
                    .map(method -> term.tidy(method, level.level()))
                    .toList();
            ResultTable glance = new ResultTable(List.of("nobs"), List.of(List.of(term.observations())));
            out.print(new Result(StatTables.tidy(rows), glance, notes).as(format.format()));
        }
    }
}
