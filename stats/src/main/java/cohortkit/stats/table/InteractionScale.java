package cohortkit.stats.table;

import cohortkit.core.Measure;

/**
 * The ratios that an interaction is measured by.
 *
 * <pre>{@code
 * Interaction.of(strata, InteractionScale.ODDS_RATIO).ratioOfRatios(0.95)   // 1.04 (95 % CI 0.26 to 4.23; log Wald)
 * }</pre>
 */
public enum InteractionScale {
    /** Ratios of risks, as in a cohort or a cross-section. */
    RISK_RATIO(Measure.RATIO_OF_RISK_RATIOS) {
        @Override
        double logValue(double with, double without) {
            return Math.log(with / (with + without));
        }

        @Override
        double variance(double with, double without) {
            return without / (with * (with + without));
        }
    },
    /** Ratios of odds, as in a case-control study. */
    ODDS_RATIO(Measure.RATIO_OF_ODDS_RATIOS) {
        @Override
        double logValue(double with, double without) {
            return Math.log(with / without);
        }

        @Override
        double variance(double with, double without) {
            return 1 / with + 1 / without;
        }
    };

    private final Measure multiplicative;

    InteractionScale(Measure multiplicative) {
        this.multiplicative = multiplicative;
    }

    /** What says how the ratios multiply. */
    Measure multiplicative() {
        return multiplicative;
    }

    /** Such as "risk ratios". */
    String ratios() {
        return this == RISK_RATIO ? "risk ratios" : "odds ratios";
    }

    /** The logarithm of a risk or of odds. */
    abstract double logValue(double with, double without);

    /** Its variance; infinite where a count that it needs is 0. */
    abstract double variance(double with, double without);
}
