package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.Formula;
import cohortkit.core.Formula.Offset;
import cohortkit.core.Formula.Transformation;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.regression.Family;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Link;
import cohortkit.stats.regression.ModelRows;
import cohortkit.stats.regression.Regression;
import java.util.List;
import java.util.Map;

/**
 * How true predicted risks are. Intercept: the log odds by which they are too low on average, with the slope held at
 * 1. Slope: how much the log odds should be stretched; below 1 they are too extreme (Cox 1958, Biometrika 45:562). In
 * the rows of a logistic fit itself they are 0 and 1 by nature.
 *
 * <pre>{@code
 * Calibration.of(fit).groups(4).get(0).events()   // 13
 * Calibration.of(fit).curve().size()              // 100
 * }</pre>
 */
public final class Calibration {

    private static final String LOGIT = ".logit";

    /** What part of its interval a value must have to be more than the rounding of a 0. */
    private static final double ROUNDING = 1e-12;

    private final Fit fit;
    private final ModelRows rows;
    private final ScoredOutcomes data;

    private Calibration(Fit fit, ModelRows rows) {
        this.fit = fit;
        this.rows = rows;
        this.data = ScoredOutcomes.of(fit, rows).requireBoth(fit, "calibration");
    }

    /** In the rows of the fit. */
    public static Calibration of(Fit fit) {
        return new Calibration(fit, fit.rows());
    }

    /** In another cohort. */
    public static Calibration of(Fit fit, Cohort cohort) {
        return new Calibration(fit, fit.rows(cohort));
    }

    /** Calibration in the large, on the scale of log odds; 0 is perfect. */
    public Estimate intercept(double level) {
        Offset offset = new Offset(LOGIT, Transformation.IDENTITY);
        Fit refit = refit(new Formula(outcome(), List.of(), List.of(offset), true));
        return estimate(Measure.CALIBRATION_INTERCEPT, refit.withLevel(level).estimate("(Intercept)"));
    }

    /**
     * The slope; 1 is perfect.
     *
     * @throws InputException if the risks do not differ, or tell events from others without a fault
     */
    public Estimate slope(double level) {
        if (data.risk[0] == data.risk[data.size() - 1]) {
            throw new InputException("all predicted risks are the same; they have no calibration slope");
        }
        Fit refit = refit(new Formula(outcome(), List.of(Refit.term(LOGIT)), List.of(), true));
        return estimate(Measure.CALIBRATION_SLOPE, refit.withLevel(level).estimate(LOGIT));
    }

    private String outcome() {
        return fit.model().formula().outcome();
    }

    private Fit refit(Formula formula) {
        double[] logits = rows.means();
        for (int i = 0; i < logits.length; i++) {
            boolean logit = fit.model().link() == Link.LOGIT;
            double risk = logits[i];
            logits[i] = logit ? rows.linearPredictor(i) : Math.log(risk) - Math.log1p(-risk);
            if (Double.isNaN(logits[i]) || Double.isInfinite(logits[i])) {
                throw new InputException("the predicted risk in row " + (rows.position(i) + 1) + " is "
                        + DisplayNumber.shortest(risk) + "; it has no log odds, and so no calibration");
            }
        }
        Cohort cohort = rows.attach(Map.of(LOGIT, logits));
        return Regression.of(formula, Family.BINOMIAL)
                .with(fit.model().weights())
                .fit(cohort);
    }

    private static Estimate estimate(Measure measure, Estimate coefficient) {
        Interval interval = coefficient.interval();
        boolean isRounding = Math.abs(coefficient.value()) < ROUNDING * (interval.upper() - interval.lower());
        return new Estimate(
                measure,
                isRounding ? 0 : coefficient.value(),
                interval,
                Convention.of(
                                "logistic regression on the log odds of the predicted risk",
                                coefficient.convention().interval())
                        .withZeroCells(coefficient.convention().zeroCells()));
    }

    /**
     * Observed against predicted by groups of risk.
     *
     * @param groups how many, such as 10; fewer where many have the same risk
     */
    public List<CalibrationGroup> groups(int groups) {
        return groups(groups, RiskGrouping.R);
    }

    /** The same in groups as another program makes them. */
    public List<CalibrationGroup> groups(int groups, RiskGrouping grouping) {
        return grouping.groups(data, groups);
    }

    /** Observed against predicted as a smooth curve: local linear regression on the nearest two thirds of the people. */
    public List<CalibrationPoint> curve() {
        return new LocalLinear(data).curve();
    }

    /** Such as "calibration of 320 rows with 46 events". */
    @Override
    public String toString() {
        return "calibration of " + Count.of(data.size(), "row") + " with " + Count.of((long) data.events, "event");
    }
}
