package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.report.Result;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Predictions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicted risks of the rows of a file. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Fits a regression and predicts the risk or mean of each row, with limits.",
            "A row without a predictor is missing, and the reason stands beside it."
        })
final class PredictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FittedModel model;

    @Option(names = "--new", paramLabel = "FILE", description = "Predict these rows instead of those of the fit.")
    private Path other;

    @Option(names = "--id", paramLabel = "VAR", description = "A variable that names the rows; else their number.")
    private String id;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Cohort cohort = model.cohort();
        Fit fit = model.fit(cohort);
        Cohort people = other == null ? cohort : model.others(other);
        Predictions predictions = model.predict(fit, cohort, people);
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < predictions.size(); row++) {
            rows.add(List.of(
                    name(people, row),
                    predictions.value(row),
                    predictions.standardError(row),
                    predictions.interval(row).lower(),
                    predictions.interval(row).upper(),
                    predictions.missing(row).map(Missing::reason).orElse("")));
        }
        ResultTable table = new ResultTable(
                List.of(id == null ? "row" : id, ".fitted", ".se.fit", ".lower", ".upper", "missing"), rows);
        List<String> notes = model.notes(fit, cohort);
        notes.add("limits: " + predictions.method() + "; " + predictions);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Result(table, StatTables.glance(fit.glance()), notes).as(format.format()));
        out.flush();
        return 0;
    }

    private Object name(Cohort people, int row) {
        if (id == null) {
            return (long) row + 1;
        }
        if (people.missing(row, id).isPresent()) {
            return "";
        }
        return switch (people.variable(id).type()) {
            case NUMBER -> people.row(row).number(id);
            case CATEGORY -> people.row(row).level(id);
            case TEXT, IDENTIFIER -> people.row(row).text(id);
            case DATE, TIME, DATETIME ->
                throw new InputException("--id " + id + ": a date or time names nobody; give another variable");
        };
    }
}
