package cohortkit.stats.continuous;

import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * P-values adjusted for their number, with the numbers of R's {@code p.adjust}. An undefined p-value (NaN) stays one and
 * does not count.
 *
 * <pre>{@code
 * PValueAdjustment.HOLM.adjust(0.01, 0.02, 0.03)   // double[3] { 0.03, 0.04, 0.04 }
 * }</pre>
 */
public enum PValueAdjustment {
    /** n p. Holds for any dependence. Bonferroni 1936. */
    BONFERRONI("Bonferroni") {
        @Override
        double[] ascending(double[] p) {
            return IntStream.range(0, p.length)
                    .mapToDouble(i -> p.length * p[i])
                    .toArray();
        }
    },

    /** Step-down Bonferroni, at least as strong and as general. Holm 1979, Scand J Stat 6:65. */
    HOLM("Holm") {
        @Override
        double[] ascending(double[] p) {
            double[] adjusted = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                adjusted[i] = Math.max((p.length - i) * p[i], i == 0 ? 0 : adjusted[i - 1]);
            }
            return adjusted;
        }
    },

    /** Step-up, for independent or positively dependent tests. Hochberg 1988, Biometrika 75:800. */
    HOCHBERG("Hochberg") {
        @Override
        double[] ascending(double[] p) {
            return stepUp(p, i -> p.length - i);
        }
    },

    /** The closure of Simes' test, stronger than Hochberg's. Hommel 1988, Biometrika 75:383. */
    HOMMEL("Hommel") {
        @Override
        double[] ascending(double[] p) {
            return hommel(p);
        }
    },

    /** False discovery rate, for independent or positively dependent tests. Benjamini and Hochberg 1995, JRSS B 57:289. */
    BENJAMINI_HOCHBERG("Benjamini-Hochberg") {
        @Override
        double[] ascending(double[] p) {
            return stepUp(p, i -> p.length / (i + 1.0));
        }
    },

    /** False discovery rate, for any dependence. Benjamini and Yekutieli 2001, Ann Stat 29:1165. */
    BENJAMINI_YEKUTIELI("Benjamini-Yekutieli") {
        @Override
        double[] ascending(double[] p) {
            double harmonic = 0;
            for (int i = p.length; i >= 1; i--) {
                harmonic += 1.0 / i;
            }
            double sum = harmonic;
            return stepUp(p, i -> sum * p.length / (i + 1.0));
        }
    };

    private final String label;

    PValueAdjustment(String label) {
        this.label = label;
    }

    /** The name in print, such as "Benjamini-Hochberg". */
    public String label() {
        return label;
    }

    /**
     * The adjusted p-values, in the order given, at most 1.
     *
     * @throws InputException if one is not in [0, 1]
     */
    public double[] adjust(double... pValues) {
        for (double p : pValues) {
            if (p < 0 || p > 1) {
                throw new InputException("a p-value must be in [0, 1]; was " + p);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = IntStream.of(order).mapToDouble(i -> pValues[i]).toArray();
        double[] ascending = ascending(sorted);
        double[] adjusted = pValues.clone();
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = Math.min(1, ascending[i]);
        }
        return adjusted;
    }

    abstract double[] ascending(double[] p);

    private static double[] stepUp(double[] p, IntToDoubleFunction factor) {
        double[] adjusted = new double[p.length];
        double least = Double.POSITIVE_INFINITY;
        for (int i = p.length - 1; i >= 0; i--) {
            least = Math.min(least, factor.applyAsDouble(i) * p[i]);
            adjusted[i] = least;
        }
        return adjusted;
    }

    /** Wright 1992, Biometrics 48:1005, appendix. */
    private static double[] hommel(double[] p) {
        int n = p.length;
        double simes = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            simes = Math.min(simes, n * p[i] / (i + 1));
        }
        double[] adjusted = new double[n];
        Arrays.fill(adjusted, simes);
        for (int m = n - 1; m > 1; m--) {
            int first = n - m + 1;
            double q = Double.POSITIVE_INFINITY;
            for (int i = first; i < n; i++) {
                q = Math.min(q, m * p[i] / (i - first + 2));
            }
            for (int i = 0; i < n; i++) {
                adjusted[i] = Math.max(adjusted[i], Math.min(m * p[Math.min(i, first - 1)], q));
            }
        }
        for (int i = 0; i < n; i++) {
            adjusted[i] = Math.max(adjusted[i], p[i]);
        }
        return adjusted;
    }
}
