package cohortkit.stats.continuous;

import cohortkit.core.InputException;

/**
 * Whose variance goes into a difference of two means.
 *
 * <pre>{@code
 * var weight = GroupedValues.of(births, "bwt", "smoke");
 * weight.meanDifference(MeanDifferenceMethod.POOLED, 0.95)   // -284 (95 % CI -495 to -72.76; pooled t), p = 0.0087
 * }</pre>
 */
public enum MeanDifferenceMethod {
    /**
     * Each group its own: {@code sqrt(SD1^2 / n1 + SD2^2 / n2)}, degrees of freedom by Satterthwaite. Welch 1947,
     * Biometrika 34:28. The default of R.
     */
    WELCH("Welch t") {
        @Override
        double error(Moments a, Moments b) {
            require(a.n() > 1 && b.n() > 1, a, b, "at least two values in each group");
            return Math.hypot(a.standardError(), b.standardError());
        }

        @Override
        double df(Moments a, Moments b) {
            double error = error(a, b);
            double first = a.standardError() / error;
            double second = b.standardError() / error;
            return 1 / (Math.pow(first, 4) / (a.n() - 1) + Math.pow(second, 4) / (b.n() - 1));
        }
    },

    /**
     * One for both, {@code SD sqrt(1 / n1 + 1 / n2)} with n1 + n2 - 2 degrees of freedom. Student 1908, Biometrika 6:1.
     * The default of Stata.
     */
    POOLED("pooled t") {
        @Override
        double error(Moments a, Moments b) {
            return pooledDeviation(a, b) * Math.sqrt(1.0 / a.n() + 1.0 / b.n());
        }

        @Override
        double df(Moments a, Moments b) {
            return a.n() + b.n() - 2.0;
        }
    };

    private final String label;

    MeanDifferenceMethod(String label) {
        this.label = label;
    }

    /** The name in print, such as "Welch t". */
    public String label() {
        return label;
    }

    /** The difference's standard error. */
    abstract double error(Moments a, Moments b);

    abstract double df(Moments a, Moments b);

    static double pooledDeviation(Moments a, Moments b) {
        require(a.n() + b.n() > 2, a, b, "at least three values");
        return Math.hypot(a.root(), b.root()) / Math.sqrt(a.n() + b.n() - 2.0);
    }

    private static void require(boolean enough, Moments a, Moments b, String what) {
        if (!enough) {
            throw new InputException("a t test of two groups needs " + what + "; there are " + a.n() + " and " + b.n());
        }
    }
}
