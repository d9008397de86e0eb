package cohortkit.stats.power;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ways to compute the power of a two-sided test of two proportions: n people in the first group, r n in the second, d the
 * difference, P the pooled proportion, z the normal quantile of the test, y that of the power. As in most programs, a
 * rejection on the wrong side does not count as power.
 *
 * <pre>{@code
 * new TwoProportions(0.35, 0.16).withMethod(PowerMethod.CORRECTED).sampleSize(0.8)   // 92 + 92 = 184 people...
 * }</pre>
 */
public enum PowerMethod {
    /**
     * {@code n = (z sqrt((1 + 1/r) P (1 - P)) + y sqrt(p1 (1 - p1) + p0 (1 - p0) / r))² / d²}: for the chi-square test
     * without correction. Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., chapter 4;
     * R's {@code power.prop.test} with r = 1.
     */
    NORMAL("normal") {
        @Override
        double people(TwoProportions design, double z, double y) {
            double root = z * design.nullError() + y * design.error();
            return root * root / (design.difference() * design.difference());
        }

        @Override
        double power(TwoProportions design, double n, double z) {
            double excess = Math.sqrt(n) * Math.abs(design.difference()) - z * design.nullError();
            return upTo(excess / design.error());
        }
    },

    /**
     * {@code n / 4 (1 + sqrt(1 + 2 (r + 1) / (r n d)))²} of the n above: for Yates' correction and Fisher's test. Fleiss,
     * Tytun and Ury 1980, Biometrics 36:343.
     */
    CORRECTED("normal, continuity-corrected") {
        @Override
        double people(TwoProportions design, double z, double y) {
            double root = Math.sqrt(NORMAL.people(design, z, y));
            double more = (root + Math.sqrt(root * root + 2 * correction(design))) / 2;
            return more * more;
        }

        @Override
        double power(TwoProportions design, double n, double z) {
            double root = Math.max(0, Math.sqrt(n) - correction(design) / (2 * Math.sqrt(n)));
            return NORMAL.power(design, root * root, z);
        }

        private double correction(TwoProportions design) {
            return (design.ratio() + 1) / (design.ratio() * Math.abs(design.difference()));
        }
    },

    /**
     * {@code n = (z + y)² (1 + 1/r) / h²}, h = 2 asin(sqrt(p1)) - 2 asin(sqrt(p0)). Cohen 1988, Statistical Power Analysis
     * for the Behavioral Sciences, 2nd ed., chapter 6.
     */
    ARCSINE("arcsine") {
        @Override
        double people(TwoProportions design, double z, double y) {
            double ratio = (z + y) / effect(design);
            return ratio * ratio * (1 + 1 / design.ratio());
        }

        @Override
        double power(TwoProportions design, double n, double z) {
            return upTo(effect(design) * Math.sqrt(n / (1 + 1 / design.ratio())) - z);
        }

        private double effect(TwoProportions design) {
            return 2 * Math.abs(Math.asin(Math.sqrt(design.exposed())) - Math.asin(Math.sqrt(design.unexposed())));
        }
    };

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final String label;

    PowerMethod(String label) {
        this.label = label;
    }

    /** The name in print, such as "normal". */
    public String label() {
        return label;
    }

    /** In the first group, not rounded. */
    abstract double people(TwoProportions design, double z, double y);

    /** With n people in the first group. */
    abstract double power(TwoProportions design, double n, double z);

    static double upTo(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** The normal quantile of a power. */
    static double quantile(double power) {
        return STANDARD.inverseCumulativeProbability(Shares.requireOpen("power", power));
    }
}
