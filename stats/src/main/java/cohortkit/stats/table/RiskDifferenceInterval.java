package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make the confidence interval of a risk difference: p1 = a/(a+b) in the exposed, p0 = c/(c+d) in the unexposed.
 * Limits that a formula puts outside [-1, 1] are set to -1 or 1. Each has the p-value of its own.
 *
 * <pre>{@code
 * var method = RiskDifferenceInterval.MIETTINEN_NURMINEN;
 * table.riskDifference(method)   // 0.19 (95 % CI 0.0576 to 0.34; Miettinen-Nurminen score)
 * }</pre>
 */
public enum RiskDifferenceInterval {
    /**
     * Hybrid score: each side of the interval is the hypotenuse of the distances from p1 and p0 to their Wilson limits.
     * Newcombe 1998, Stat Med 17:873, method 10. Its p-value is that of the level at which the interval touches 0.
     */
    NEWCOMBE("Newcombe") {
        @Override
        Interval limits(TwoByTwo t, double level) {
            double z = StandardNormal.quantile(level);
            double below = Math.hypot(belowRisk(t.a(), t.b(), z), belowRisk(t.d(), t.c(), z));
            double above = Math.hypot(belowRisk(t.b(), t.a(), z), belowRisk(t.c(), t.d(), z));
            double difference = t.riskDifferenceValue();
            return clipped(difference - below, difference + above, level);
        }

        @Override
        double statistic(TwoByTwo t) {
            double difference = t.riskDifferenceValue();
            if (difference < 0) {
                return -statistic(new TwoByTwo(t.c(), t.d(), t.a(), t.b()));
            }
            return Roots.decreasing(
                    z -> difference - Math.hypot(belowRisk(t.a(), t.b(), z), belowRisk(t.d(), t.c(), z)), 0, 1);
        }
    },

    /**
     * {@code p1 - p0 ± z sqrt(p1 (1 - p1) / (a+b) + p0 (1 - p0) / (c+d))}. Has no width where both risks are 0 or 1, and
     * says so.
     */
    WALD("Wald") {
        @Override
        Interval limits(TwoByTwo t, double level) {
            double half = StandardNormal.quantile(level) * error(t, 0);
            double difference = t.riskDifferenceValue();
            return clipped(difference - half, difference + half, level);
        }

        @Override
        double statistic(TwoByTwo t) {
            double difference = t.riskDifferenceValue();
            return difference == 0 ? 0 : difference / error(t, 0);
        }
    },

    /**
     * Roots of the score statistic with variance times n / (n - 1). Miettinen and Nurminen 1985, Stat Med 4:213.
     */
    MIETTINEN_NURMINEN("Miettinen-Nurminen score") {
        @Override
        Interval limits(TwoByTwo t, double level) {
            return new ScoreDifference(t).limits(StandardNormal.quantile(level), level);
        }

        @Override
        double statistic(TwoByTwo t) {
            return t.riskDifferenceValue() == 0 ? 0 : new ScoreDifference(t).z(0);
        }
    },

    /**
     * Wald after one more event and one more non-event in each row; the estimate stays p1 - p0, the limits are about the
     * shrunken one. Agresti and Caffo 2000, Am Stat 54:280.
     */
    AGRESTI_CAFFO("Agresti-Caffo") {
        @Override
        Interval limits(TwoByTwo t, double level) {
            double middle = middle(t);
            double half = StandardNormal.quantile(level) * error(t, 1);
            return clipped(middle - half, middle + half, level);
        }

        @Override
        double statistic(TwoByTwo t) {
            return middle(t) / error(t, 1);
        }

        private static double middle(TwoByTwo t) {
            return (t.a() + 1) / (t.exposed() + 2.0) - (t.c() + 1) / (t.unexposed() + 2.0);
        }
    },

    /**
     * Wald's, made wider on each side by {@code min(y, |p1 - p0|)} where {@code y = (1/(a+b) + 1/(c+d)) / 2}: Yates'
     * correction, as R's {@code prop.test} prints it. Fleiss 1981, Statistical Methods for Rates and Proportions, 29.
     */
    WALD_CORRECTED("Wald, continuity-corrected") {
        @Override
        Interval limits(TwoByTwo t, double level) {
            double difference = t.riskDifferenceValue();
            double half = StandardNormal.quantile(level) * error(t, 0) + correction(t);
            return clipped(difference - half, difference + half, level);
        }

        @Override
        double statistic(TwoByTwo t) {
            double difference = t.riskDifferenceValue();
            double left = Math.abs(difference) - correction(t);
            return left == 0 ? 0 : Math.copySign(left / error(t, 0), difference);
        }

        private static double correction(TwoByTwo t) {
            return Math.min((1.0 / t.exposed() + 1.0 / t.unexposed()) / 2, Math.abs(t.riskDifferenceValue()));
        }
    },

    /**
     * Exact, unconditional: each limit is the difference at which tables whose score statistic is as extreme as the observed
     * one have a probability of (1 - level) / 2, at the risk in the unexposed that makes it largest. Chan and Zhang 1999,
     * Biometrics 55:1202; StatXact, SAS {@code EXACT RISKDIFF (METHOD=SCORE)}. Two-sided p: twice the smaller side at 0.
     * Takes tables of up to 1,000 people. Where that probability is not monotone in the difference, bisection finds one
     * crossing.
     */
    EXACT_UNCONDITIONAL("exact unconditional") {
        @Override
        Interval limits(TwoByTwo t, double level) {
            return Unconditional.riskDifference(t, level);
        }

        @Override
        double statistic(TwoByTwo t) {
            return Double.NaN;
        }

        @Override
        double pValue(TwoByTwo t) {
            return Unconditional.pValue(t);
        }
    };

    private final String label;

    RiskDifferenceInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "Newcombe". */
    public String label() {
        return label;
    }

    abstract Interval limits(TwoByTwo table, double level);

    /** The z of the hypothesis of no difference; NaN for the exact method. */
    abstract double statistic(TwoByTwo table);

    double pValue(TwoByTwo table) {
        return StandardNormal.pValue(statistic(table));
    }

    private static Interval clipped(double lower, double upper, double level) {
        return new Interval(Math.max(-1, lower), Math.min(1, upper), level);
    }

    /** Of the difference of the two risks, {@code added} events and non-events put into each row first. */
    private static double error(TwoByTwo t, double added) {
        return Math.sqrt(variance(t.a() + added, t.b() + added) + variance(t.c() + added, t.d() + added));
    }

    private static double variance(double with, double without) {
        double n = with + without;
        return with / n * (without / n) / n;
    }

    /** How far Wilson's lower limit lies below x / n, given x and n - x. */
    private static double belowRisk(long with, long without, double z) {
        double x = with;
        double n = with + without;
        double above = z * z / 2 + z * Math.sqrt(x * (without / n) + z * z / 4);
        return x == 0 ? 0 : x / n * (above / (x + above));
    }
}
