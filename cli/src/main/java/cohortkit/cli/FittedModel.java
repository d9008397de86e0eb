package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Predictions;
import cohortkit.stats.regression.Regression;
import cohortkit.stats.regression.StratifiedFit;
import cohortkit.stats.regression.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--strata",
            paramLabel = "VAR",
            description = "An intercept for each value of VAR, such as a site, as cohort fit --strata.")
    private String strata;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    private Optional<StratifiedFit> within = Optional.empty();

    Cohort cohort() {
        return data.read(file);
    }

    /** Other people, read with the same options. */
    Cohort others(Path other) {
        return data.read(other);
    }

    /** The fit; with strata, the whole one with their intercepts. */
    Fit fit(Cohort cohort) {
        return strata == null
                ? model().fit(cohort).withLevel(level.level())
                : within(cohort).whole();
    }

    private Regression model() {
        Regression model = family.of(formula);
        return weights == null ? model : model.with(Weights.frequency(weights));
    }

    private StratifiedFit within(Cohort cohort) {
        StratifiedFit fit =
                within.orElseGet(() -> StratifiedFit.of(model(), strata, cohort).withLevel(level.level()));
        within = Optional.of(fit);
        return fit;
    }

    Predictions predict(Fit fit, Cohort cohort, Cohort people) {
        return strata == null ? fit.predict(people) : within(cohort).predict(people);
    }

    /** Whether a term is a stratum's, which is counted and not shown. */
    boolean isShown(String term) {
        return strata == null || !(term.equals(strata) || term.startsWith(strata + "["));
    }

    /** What has the strata has no effect of its own. */
    void requireNoStratum(String variable) {
        if (variable.equals(strata)) {
            throw new InputException(
                    "'" + variable + "' has the strata, whose intercepts are no effects; leave out --strata"
                            + " and put factor(" + variable + ") in the formula");
        }
    }

    private String about(Fit fit, String terms) {
        return fit.model().model() + " regression " + terms + ", confidence level " + level.level();
    }

    /** What was fitted, for the end of an answer. */
    List<String> notes(Fit fit, Cohort cohort) {
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        if (fit.model().model().isRisk()) {
            notes.add(
                    0,
                    DataOptions.counted(cohort, "event", fit.model().formula().outcome()));
        }
        if (strata == null) {
            notes.add(fit.completeCases().toString());
            notes.add(about(fit, fit.model().formula().toString()));
            notes.addAll(fit.notes());
        } else {
            StratifiedFit within = within(cohort);
            notes.add(within.completeCases().toString());
            notes.add(about(fit, model().formula().toString()));
            notes.addAll(within.notes());
        }
        return notes;
    }
}
