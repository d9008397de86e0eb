package cohortkit.stats.regression.effects;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;

/**
 * How strongly an unmeasured confounder would have to go with both exposure and outcome, as a risk ratio, to explain an
 * adjusted ratio away: RR + sqrt(RR (RR - 1)), of RR or its inverse (VanderWeele and Ding 2017, Annals of Internal
 * Medicine 167:268). The lower limit is that of the ratio's limit nearer to 1; the upper is infinite.
 *
 * <pre>{@code
 * EValue.of(AdjustedEffect.of(fit, "rls").ratio())           // 3.76 (95 % CI 2.03 to Inf; delta method)
 * EValue.of(fit.oddsRatio("rls[yes]"), Outcome.COMMON)   // 2.75 (95 % CI 1.66 to Inf; Wald)
 * }</pre>
 */
public final class EValue {

    private EValue() {}

    /**
     * Of a risk ratio or a rate ratio.
     *
     * @throws InputException of an odds ratio, which needs to be told how common the outcome is, and of other measures
     */
    public static Estimate of(Estimate ratio) {
        if (ratio.measure() == Measure.ODDS_RATIO) {
            throw new InputException("the E-value of an odds ratio depends on how common the outcome is; "
                    + "give Outcome.RARE or Outcome.COMMON beside it");
        }
        if (ratio.measure() != Measure.RISK_RATIO && ratio.measure() != Measure.RATE_RATIO) {
            throw new InputException("a " + ratio.measure().label() + " has no E-value; a ratio of risks or rates has");
        }
        return of(ratio, ratio.value(), ratio.interval(), "RR + sqrt(RR (RR - 1)), RR or its inverse");
    }

    /**
     * Of an odds ratio: as a risk ratio where the outcome is rare, by its square root where it is common (VanderWeele
     * 2017, Biometrics 73:2).
     */
    public static Estimate of(Estimate oddsRatio, Outcome outcome) {
        if (oddsRatio.measure() != Measure.ODDS_RATIO) {
            return of(oddsRatio);
        }
        if (outcome == Outcome.RARE) {
            return of(
                    oddsRatio,
                    oddsRatio.value(),
                    oddsRatio.interval(),
                    "RR + sqrt(RR (RR - 1)), RR = OR, rare outcome");
        }
        Interval limits = oddsRatio.interval();
        return of(
                oddsRatio,
                Math.sqrt(oddsRatio.value()),
                new Interval(Math.sqrt(limits.lower()), Math.sqrt(limits.upper()), limits.level()),
                "RR + sqrt(RR (RR - 1)), RR = sqrt(OR), common outcome");
    }

    private static Estimate of(Estimate source, double ratio, Interval limits, String formula) {
        double nearest = limits.contains(1) ? 1 : Math.min(value(limits.lower()), value(limits.upper()));
        Convention convention = new Convention(
                formula,
                source.convention().interval(),
                "",
                "",
                source.convention().reference(),
                source.convention().denominator());
        return new Estimate(
                Measure.E_VALUE,
                value(ratio),
                new Interval(nearest, Double.POSITIVE_INFINITY, limits.level()),
                convention);
    }

    private static double value(double ratio) {
        double above = ratio < 1 ? 1 / ratio : ratio;
        return Double.isInfinite(above) ? above : above + Math.sqrt(above * (above - 1));
    }
}
