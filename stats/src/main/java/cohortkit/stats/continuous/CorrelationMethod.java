package cohortkit.stats.continuous;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;

/**
 * Coefficients of correlation, with the interval and the p-value of each. The intervals are on Fisher's z, {@code
 * tanh(atanh(r) ± z SE)}. Where the p-value is not that of the interval, the name says so.
 *
 * <pre>{@code
 * var pairs = PairedValues.of(births, "age", "lwt");
 * pairs.correlation(CorrelationMethod.SPEARMAN, 0.95)   // 0.19 (95 % CI 0.0433 to 0.32; Spearman, Bonett-Wright; ...
 * }</pre>
 */
public enum CorrelationMethod {
    /**
     * Pearson's r; SE = 1 / sqrt(n - 3) (Fisher 1921, Metron 1:3), p from {@code t = r sqrt((n - 2) / (1 - r^2))},
     * exact for normal values: both as in R's {@code cor.test}.
     */
    PEARSON("Pearson, Fisher z; p by t", Measure.CORRELATION) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            Coherence r = Coherence.of(x, y);
            return answer(r, fisher(x.length), byT(r, x.length), rows, level);
        }
    },

    /** Pearson's r with the p-value of its interval, from {@code z = atanh(r) sqrt(n - 3)}. */
    PEARSON_FISHER("Pearson, Fisher z", Measure.CORRELATION) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            Coherence r = Coherence.of(x, y);
            return answer(r, fisher(x.length), byZ(r, fisher(x.length)), rows, level);
        }
    },

    /**
     * Spearman's rho, Pearson's r of the midranks; SE = sqrt((1 + rho^2 / 2) / (n - 3)) (Bonett and Wright 2000,
     * Psychometrika 65:23), p from t as for r, which is an approximation here: R with {@code exact = FALSE}.
     */
    SPEARMAN("Spearman, Bonett-Wright; p by t", Measure.RANK_CORRELATION) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            Coherence rho = Coherence.of(PairRanks.midranks(x), PairRanks.midranks(y));
            return answer(rho, bonett(rho, x.length), byT(rho, x.length), rows, level);
        }
    },

    /** Spearman's rho with the p-value of its interval. */
    SPEARMAN_BONETT("Spearman, Bonett-Wright", Measure.RANK_CORRELATION) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            Coherence rho = Coherence.of(PairRanks.midranks(x), PairRanks.midranks(y));
            double error = bonett(rho, x.length);
            return answer(rho, error, byZ(rho, error), rows, level);
        }
    },

    /** Spearman's rho with the exact p, twice the smaller tail of all orders; without ties, up to 12 pairs. */
    SPEARMAN_EXACT("Spearman, Bonett-Wright; p exact", Measure.RANK_CORRELATION) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            double[] first = PairRanks.midranks(x);
            double[] second = PairRanks.midranks(y);
            requireUntied(x, y, PairRanks.SPEARMAN_LIMIT);
            Coherence rho = Coherence.of(first, second);
            double p = PairRanks.spearman(first, second);
            return answer(rho, bonett(rho, x.length), new TestResult(label(), Double.NaN, Double.NaN, p), rows, level);
        }
    },

    /**
     * Kendall's tau-b; SE = sqrt(0.437 / (n - 4)) (Fieller, Hartley and Pearson 1957, Biometrika 44:470), p normal with
     * the variance of the ties (Kendall 1970), without continuity correction: R with {@code exact = FALSE}.
     */
    KENDALL("Kendall, Fieller; p normal", Measure.KENDALL_TAU) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            Concordance pairs = Concordance.of(x, y);
            TestResult test = new TestResult(label(), pairs.z(), Double.NaN, StandardNormal.pValue(pairs.z()));
            return answer(pairs.tau(), fieller(x.length), test, rows, level);
        }
    },

    /** Kendall's tau with the exact p, twice the smaller tail of all orders; without ties, up to 500 pairs. */
    KENDALL_EXACT("Kendall, Fieller; p exact", Measure.KENDALL_TAU) {
        @Override
        Comparison compare(double[] x, double[] y, String rows, double level) {
            requireUntied(x, y, Concordance.EXACT_LIMIT);
            Concordance pairs = Concordance.of(x, y);
            TestResult test = new TestResult(label(), Double.NaN, Double.NaN, pairs.exactPValue());
            return answer(pairs.tau(), fieller(x.length), test, rows, level);
        }
    };

    private final String label;
    private final Measure measure;

    CorrelationMethod(String label, Measure measure) {
        this.label = label;
        this.measure = measure;
    }

    /** The name in print, such as "Pearson, Fisher z; p by t". */
    public String label() {
        return label;
    }

    /** The coefficient. */
    public Measure measure() {
        return measure;
    }

    abstract Comparison compare(double[] x, double[] y, String rows, double level);

    private static double fisher(int n) {
        return n > 3 ? 1 / Math.sqrt(n - 3.0) : Double.POSITIVE_INFINITY;
    }

    private static double bonett(Coherence rho, int n) {
        return fisher(n) * Math.sqrt(1 + rho.value() * rho.value() / 2);
    }

    private static double fieller(int n) {
        return n > 4 ? Math.sqrt(0.437 / (n - 4.0)) : Double.POSITIVE_INFINITY;
    }

    Comparison answer(Coherence r, double error, TestResult test, String rows, double level) {
        double half = StandardNormal.quantile(level) * error;
        // At -1 and 1 the z is infinite and has no width, however small n.
        boolean perfect = Double.isInfinite(r.z());
        Interval interval = perfect && !Double.isInfinite(error)
                ? new Interval(r.value(), r.value(), level)
                : new Interval(perfect ? -1 : Math.tanh(r.z() - half), perfect ? 1 : Math.tanh(r.z() + half), level);
        Convention convention = Convention.of(measure.label(), label).withDenominator(rows);
        return new Comparison(new Estimate(measure, r.value(), interval, convention), test);
    }

    TestResult byT(Coherence r, int n) {
        double df = n - 2.0;
        return new TestResult(label, r.t(df), df, StudentT.pValue(r.t(df), df));
    }

    TestResult byZ(Coherence r, double error) {
        double z = Double.isInfinite(error) ? 0 : r.z() / error;
        return new TestResult(label, z, Double.NaN, StandardNormal.pValue(z));
    }

    static void requireUntied(double[] x, double[] y, int limit) {
        if (PairRanks.tied(x) || PairRanks.tied(y)) {
            throw new InputException("an exact correlation test needs values that all differ; some are tied");
        }
        if (x.length > limit) {
            throw new InputException(
                    "this exact correlation test takes up to " + limit + " pairs; there are " + x.length);
        }
    }
}
