package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Regression;
import cohortkit.stats.regression.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model that is fitted to a file first, for commands that ask something of the fit. */
final class FittedModel {

    @Parameters(
            index = "0",
            paramLabel = "FORMULA",
            description = "Such as \"insomnia ~ rls + age\" or \"low ~ factor(race, ref = 2)\".")
    private String formula;

    @Parameters(index = "1", paramLabel = "FILE", description = "xlsx, xls or CSV; the model is fitted to it.")
    private Path file;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            defaultValue = "logistic",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Model family;

    @Option(names = "--weights", paramLabel = "VAR", description = "Frequency weights: each row stands for so many.")
    private String weights;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    Cohort cohort() {
        return data.read(file);
    }

    /** Other people, read with the same options. */
    Cohort others(Path other) {
        return data.read(other);
    }

    Fit fit(Cohort cohort) {
        Regression model = family.of(formula);
        return (weights == null ? model : model.with(Weights.frequency(weights)))
                .fit(cohort)
                .withLevel(level.level());
    }

    /** What was fitted, for the end of an answer. */
    List<String> notes(Fit fit, Cohort cohort) {
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        if (fit.model().model().isRisk()) {
            notes.add(
                    0,
                    DataOptions.counted(cohort, "event", fit.model().formula().outcome()));
        }
        notes.add(fit.completeCases().toString());
        notes.add(fit.model().model() + " regression " + fit.model().formula() + ", confidence level " + level.level());
        notes.addAll(fit.notes());
        return notes;
    }
}
