package cohortkit.stats.rate;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Ways to make the confidence interval of a difference of two rates, r1 = a / T1 in the exposed and r0 = c / T0.
 *
 * <pre>{@code
 * var table = new RateTable(41, 28010, 15, 19017);
 * table.rateDifference(RateDifferenceInterval.WALD, 0.95)   // 0.000675 (95 % CI 0.0000749 to 0.00128; Wald)
 * }</pre>
 */
public enum RateDifferenceInterval {
    /** {@code r1 - r0 ± z sqrt(a / T1² + c / T0²)}. Has no width without events. */
    WALD("Wald") {
        @Override
        Interval limits(RateTable t, double level) {
            double half = StandardNormal.quantile(level) * error(t);
            return new Interval(t.differenceValue() - half, t.differenceValue() + half, level);
        }

        @Override
        double statistic(RateTable t) {
            return t.differenceValue() == 0 ? 0 : t.differenceValue() / error(t);
        }

        private static double error(RateTable t) {
            return Math.hypot(
                    Math.sqrt((double) t.exposedEvents()) / t.exposedTime(),
                    Math.sqrt((double) t.unexposedEvents()) / t.unexposedTime());
        }
    },

    /**
     * The differences d at which {@code (r1 - r0 - d) / sqrt(R1 / T1 + R0 / T0)} is ± z, R1 and R0 being the most likely
     * rates with R1 - R0 = d. Miettinen and Nurminen 1985, Stat Med 4:213.
     */
    SCORE("Miettinen-Nurminen score") {
        @Override
        Interval limits(RateTable t, double level) {
            double z = StandardNormal.quantile(level);
            return new Interval(limit(t, z), -limit(t.exchanged(), z), level);
        }

        @Override
        double statistic(RateTable t) {
            return t.differenceValue() == 0 ? 0 : z(t, 0);
        }
    };

    private static final int MAX_EVALUATIONS = 1000;

    private final String label;

    RateDifferenceInterval(String label) {
        this.label = label;
    }

    /** The name in print, such as "Wald". */
    public String label() {
        return label;
    }

    abstract Interval limits(RateTable table, double level);

    /** The z of the hypothesis of equal rates. */
    abstract double statistic(RateTable table);

    private static double z(RateTable t, double difference) {
        if (difference < 0) {
            return -z(t.exchanged(), -difference);
        }
        double excess = t.differenceValue() - difference;
        if (excess == 0) {
            return 0; // and not 0/0 where there are no events
        }
        double unexposed = unexposedRate(t, difference);
        return excess / Math.sqrt((unexposed + difference) / t.exposedTime() + unexposed / t.unexposedTime());
    }

    /** The positive root of {@code T R² + (T d - a - c) R - c d = 0}, T = T1 + T0, in the form that does not cancel. */
    private static double unexposedRate(RateTable t, double difference) {
        double time = t.exposedTime() + t.unexposedTime();
        double half = (t.events() - time * difference) / 2;
        double product = time * t.unexposedEvents() * difference;
        double root = Math.sqrt(half * half + product);
        return half >= 0 ? (half + root) / time : t.unexposedEvents() * difference / (root - half);
    }

    private static double limit(RateTable t, double z) {
        double value = t.differenceValue();
        double step = z * z / t.exposedTime() + z * z / t.unexposedTime() + Math.abs(value);
        double far = value - step;
        while (z(t, far) < z) {
            step *= 2;
            far = value - step;
        }
        return new BrentSolver(1e-15, 1e-300).solve(MAX_EVALUATIONS, d -> z(t, d) - z, far, value);
    }
}
