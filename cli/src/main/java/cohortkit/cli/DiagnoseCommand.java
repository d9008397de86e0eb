package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.report.Result;
import cohortkit.report.StatTables;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.diagnostics.Diagnostics;
import cohortkit.stats.regression.diagnostics.RiskGrouping;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What to check in a regression. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        description = {
            "Fits a regression and checks it: ROC curve, calibration, goodness of fit,",
            "link, linearity, collinearity, influence. What does not apply is said why."
        })
final class DiagnoseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FittedModel model;

    @Option(
            names = "--new",
            paramLabel = "FILE",
            description = "Check discrimination and calibration in these rows, which the fit does not see.")
    private Path other;

    @Option(
            names = "--groups",
            paramLabel = "PROGRAM",
            defaultValue = "R",
            description = "Of the Hosmer-Lemeshow test, as R (the default), Stata or SAS cut people into ten by risk.")
    private RiskGrouping groups;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Cohort cohort = model.cohort();
        Fit fit = model.fit(cohort);
        if (other != null && groups != RiskGrouping.R) {
            throw new InputException("--groups " + groups.label() + " goes with the rows of the fit, not with --new");
        }
        Diagnostics checks = other == null ? Diagnostics.of(fit, groups) : Diagnostics.of(fit, model.others(other));
        List<String> notes = model.notes(fit, cohort);
        notes.addAll(0, checks.notes());
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Result(StatTables.measures(checks.measures()), StatTables.glance(fit.glance()), notes)
                .as(format.format()));
        out.flush();
        return 0;
    }
}
