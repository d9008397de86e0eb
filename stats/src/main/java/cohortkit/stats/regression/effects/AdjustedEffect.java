package cohortkit.stats.regression.effects;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.regression.Family;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Functional;
import cohortkit.stats.regression.Link;
import cohortkit.stats.regression.ModelRows;
import cohortkit.stats.table.TableRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The effect of an exposure by standardization (g-computation): the mean predicted risk of the same people, all
 * exposed against all unexposed. The risk ratio is the ratio of the two mean risks, not the mean of ratios. Errors are
 * those of the delta method with exact gradients: risks on the scale of the link, the ratio on the log scale, the
 * difference as it is; the people are taken as given.
 *
 * <pre>{@code
 * var effect = AdjustedEffect.of(fit, "rls");
 * effect.exposed()      // 35.1 % (95 % CI 22.7 to 49.8; delta method)
 * effect.ratio()        // 2.17 (95 % CI 1.35 to 3.49; delta method)
 * effect.difference()   // 0.19 (95 % CI 0.0440 to 0.33; delta method)
 * }</pre>
 */
public final class AdjustedEffect {

    private final Fit fit;
    private final Optional<Cohort> population;
    private final String exposure;
    private final String unexposedValue;
    private final String exposedValue;
    private final Functional unexposed;
    private final Functional exposed;

    private AdjustedEffect(
            Fit fit, Optional<Cohort> population, String exposure, String unexposedValue, String exposedValue) {
        this.fit = fit;
        this.population = population;
        this.exposure = exposure;
        this.unexposedValue = unexposedValue;
        this.exposedValue = exposedValue;
        ModelRows rows = population.map(fit::rows).orElseGet(fit::rows);
        this.unexposed = rows.with(exposure, unexposedValue).meanOutcome();
        this.exposed = rows.with(exposure, exposedValue).meanOutcome();
        Functional difference = exposed.minus(unexposed);
        if (difference.value() == 0 && difference.standardError() == 0) {
            throw new InputException("'" + exposure + "' has no estimate in the fit, or " + unexposedValue + " and "
                    + exposedValue + " are the same; there is no effect to tell. See notes() of the fit");
        }
    }

    /**
     * Of an exposure with two levels, or of a number that is 0 or 1.
     *
     * @throws InputException if it is neither; name two values then
     */
    public static AdjustedEffect of(Fit fit, String exposure) {
        List<String> values = values(fit, exposure);
        if (values.size() != 2) {
            throw new InputException(
                    "'" + exposure + "' has the levels " + String.join(", ", values) + "; name two of them to compare");
        }
        return of(fit, exposure, values.get(0), values.get(1));
    }

    /**
     * Of one value of an exposure against another.
     *
     * @param unexposed a level that the fit saw, or a number
     * @param exposed another
     */
    public static AdjustedEffect of(Fit fit, String exposure, String unexposed, String exposed) {
        return new AdjustedEffect(fit, Optional.empty(), exposure, unexposed, exposed);
    }

    /** Of each level of an exposure against the first. */
    public static List<AdjustedEffect> each(Fit fit, String exposure) {
        List<String> values = values(fit, exposure);
        return values.stream()
                .skip(1)
                .map(value -> of(fit, exposure, values.get(0), value))
                .toList();
    }

    private static List<String> values(Fit fit, String exposure) {
        ModelRows rows = fit.rows();
        List<String> levels = rows.levels(exposure);
        if (!levels.isEmpty()) {
            return levels;
        }
        if (Arrays.stream(rows.numbers(exposure)).allMatch(x -> x == 0 || x == 1)) {
            return List.of("0", "1");
        }
        throw new InputException("'" + exposure + "' is a number with other values than 0 and 1; name two values to "
                + "compare, or ask for its average marginal effect");
    }

    /** The same effect in the people of another cohort. */
    public AdjustedEffect in(Cohort newPopulation) {
        return new AdjustedEffect(fit, Optional.of(newPopulation), exposure, unexposedValue, exposedValue);
    }

    /** The same effect under another fit, as of resampled people. */
    AdjustedEffect under(Fit other) {
        return new AdjustedEffect(other, population, exposure, unexposedValue, exposedValue);
    }

    Fit fit() {
        return fit;
    }

    boolean isStandardizedElsewhere() {
        return population.isPresent();
    }

    /** Such as "rls: yes against no". */
    public String contrast() {
        return exposure + ": " + exposedValue + " against " + unexposedValue;
    }

    /** The mean if everybody were exposed: a risk, or an expected count or value. */
    public Estimate exposed() {
        return mean(exposed, exposure + " = " + exposedValue + " for everybody");
    }

    /** The mean if nobody were exposed. */
    public Estimate unexposed() {
        return mean(unexposed, exposure + " = " + unexposedValue + " for everybody");
    }

    private boolean isRisk() {
        return fit.model().model().isRisk();
    }

    private Estimate mean(Functional mean, String what) {
        Measure measure = isRisk() ? Measure.RISK : Measure.MEAN;
        Convention convention = convention("standardized mean, " + what);
        double level = fit.level();
        if (fit.model().family() == Family.GAUSSIAN || fit.model().link() == Link.IDENTITY) {
            return new Estimate(measure, mean.value(), mean.interval(level), convention);
        }
        Link link = fit.model().link();
        Interval interval = (link == Link.LOGIT ? mean.logOdds() : mean.log()).interval(level);
        double upper = link.mean(interval.upper());
        return new Estimate(
                measure,
                mean.value(),
                new Interval(link.mean(interval.lower()), isRisk() ? Math.min(1, upper) : upper, level),
                convention);
    }

    /**
     * The ratio of the two means.
     *
     * @throws InputException if one of them is not positive, as in a linear model it can be
     */
    public Estimate ratio() {
        Functional log = logRatio();
        Interval interval = log.interval(fit.level());
        return new Estimate(
                ratioMeasure(),
                Math.exp(log.value()),
                new Interval(Math.exp(interval.lower()), Math.exp(interval.upper()), fit.level()),
                convention("ratio of standardized means"));
    }

    private Functional logRatio() {
        if (!(exposed.value() > 0 && unexposed.value() > 0)) {
            throw new InputException(
                    "the means of " + contrast() + " are " + DisplayNumber.significant(exposed.value(), 3)
                            + " and " + DisplayNumber.significant(unexposed.value(), 3)
                            + "; they have no ratio, ask for difference()");
        }
        return exposed.log().minus(unexposed.log());
    }

    Measure ratioMeasure() {
        return isRisk() ? Measure.RISK_RATIO : Measure.MEAN_RATIO;
    }

    Measure differenceMeasure() {
        return isRisk() ? Measure.RISK_DIFFERENCE : Measure.MEAN_DIFFERENCE;
    }

    /** The mean of everybody exposed less that of everybody unexposed. */
    public Estimate difference() {
        Functional difference = exposed.minus(unexposed);
        return new Estimate(
                differenceMeasure(),
                difference.value(),
                difference.interval(fit.level()),
                convention("difference of standardized means"));
    }

    Convention convention(String estimator) {
        return Convention.of(
                        estimator + "; " + fit.model().model() + " model "
                                + fit.model().formula(),
                        "delta method")
                .withReference(exposure + " = " + unexposedValue)
                .withDenominator(population
                        .map(cohort -> fit.rows(cohort) + " of another cohort")
                        .orElseGet(() -> fit.completeCases().toString()));
    }

    /** Both means, ratio, difference and E-value, each interval with the p-value of its own scale. */
    public List<TableRow> measures() {
        Functional difference = exposed.minus(unexposed);
        List<TableRow> rows = new java.util.ArrayList<>();
        rows.add(named(unexposed(), exposure + " = " + unexposedValue, Double.NaN, Double.NaN));
        rows.add(named(exposed(), exposure + " = " + exposedValue, Double.NaN, Double.NaN));
        if (exposed.value() > 0 && unexposed.value() > 0) {
            rows.add(named(
                    ratio(), contrast(), logRatio().statistic(0), logRatio().pValue(0)));
        }
        rows.add(named(difference(), contrast(), difference.statistic(0), difference.pValue(0)));
        if (isRisk()) {
            rows.add(named(EValue.of(ratio()), contrast(), Double.NaN, Double.NaN));
        }
        return rows;
    }

    private static TableRow named(Estimate estimate, String what, double statistic, double pValue) {
        return new TableRow(
                estimate.measure().label() + ", " + what,
                estimate.convention().interval(),
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                statistic,
                pValue);
    }

    /** Title, then one line a measure. */
    @Override
    public String toString() {
        return contrast() + ", standardized\n"
                + unexposed().measure().label() + ", all " + unexposedValue + ": " + unexposed() + "\n"
                + exposed().measure().label() + ", all " + exposedValue + ": " + exposed() + "\n"
                + (exposed.value() > 0 && unexposed.value() > 0 ? "ratio: " + ratio() + "\n" : "")
                + "difference: " + difference();
    }
}
