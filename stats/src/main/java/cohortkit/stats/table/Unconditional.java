package cohortkit.stats.table;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.function.DoubleUnaryOperator;

/** Exact limits and tests in which the risk in the unexposed is free: the worst one counts. */
final class Unconditional {

    /** People in a table; the time grows with a power of it. */
    static final int LIMIT = 1_000;

    private static final double TIE = 1e-10;
    private static final double NARROW = 1e-13;

    private Unconditional() {}

    /** How two risks are compared. */
    private enum Scale {
        DIFFERENCE {
            @Override
            double statistic(TwoByTwo t, double t0) {
                return new ScoreDifference(t).z(t0);
            }

            @Override
            double exposedRisk(double p0, double t0) {
                return p0 + t0;
            }

            @Override
            double lowest(double t0) {
                return Math.max(0, -t0);
            }

            @Override
            double highest(double t0) {
                return Math.min(1, 1 - t0);
            }
        },
        LOG_RATIO {
            @Override
            double statistic(TwoByTwo t, double t0) {
                return new ScoreRatio(t, 1).z(Math.exp(t0));
            }

            @Override
            double exposedRisk(double p0, double t0) {
                return p0 * Math.exp(t0);
            }

            @Override
            double lowest(double t0) {
                return 0;
            }

            @Override
            double highest(double t0) {
                return Math.min(1, Math.exp(-t0));
            }
        };

        abstract double statistic(TwoByTwo t, double t0);

        abstract double exposedRisk(double p0, double t0);

        abstract double lowest(double t0);

        abstract double highest(double t0);
    }

    static Interval riskDifference(TwoByTwo t, double level) {
        requireSize(t, "exact unconditional limits", LIMIT);
        double area = (1 - Interval.requireLevel(level)) / 2;
        TwoByTwo swapped = swapped(t);
        double value = t.riskDifferenceValue();
        double lower = value == -1 ? -1 : limit(t, Scale.DIFFERENCE, -1, value, area);
        double upper = value == 1 ? 1 : -limit(swapped, Scale.DIFFERENCE, -1, -value, area);
        return new Interval(lower, upper, level);
    }

    static Interval riskRatio(TwoByTwo t, double level) {
        requireSize(t, "exact unconditional limits", LIMIT);
        double area = (1 - Interval.requireLevel(level)) / 2;
        double lower = t.a() == 0 ? 0 : Math.exp(ratioLimit(t, area));
        double upper = t.c() == 0 ? Double.POSITIVE_INFINITY : Math.exp(-ratioLimit(swapped(t), area));
        return new Interval(lower, upper, level);
    }

    private static double ratioLimit(TwoByTwo t, double area) {
        double high = t.c() == 0 ? Math.log(2.0 * t.unexposed() / t.exposed() * t.a()) : t.logRiskRatio();
        while (t.c() == 0 && !accepts(t, Scale.LOG_RATIO, high, area)) {
            high++;
        }
        double low = high - 1;
        for (double step = 1; accepts(t, Scale.LOG_RATIO, low, area); step *= 2) {
            high = low;
            low -= step;
        }
        return limit(t, Scale.LOG_RATIO, low, high, area);
    }

    /** Twice the smaller side of the hypothesis of equal risks. */
    static double pValue(TwoByTwo t) {
        requireSize(t, "exact unconditional tests", LIMIT);
        double above =
                maximum(asExtreme(t, Scale.DIFFERENCE, 0), Scale.DIFFERENCE, 0).value();
        double below = maximum(asExtreme(swapped(t), Scale.DIFFERENCE, 0), Scale.DIFFERENCE, 0)
                .value();
        return Math.min(1, 2 * Math.min(above, below));
    }

    /** By bisection, since the probability jumps where the order of the tables changes; between jumps by Brent's method. */
    private static double limit(TwoByTwo t, Scale scale, double below, double above, double area) {
        double low = below;
        double high = above;
        TableSet atLow = null;
        TableSet atHigh = null;
        while (high - low > NARROW * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            TableSet extreme = asExtreme(t, scale, middle);
            boolean accepted = maximum(extreme, scale, middle).exceeds(area);
            high = accepted ? middle : high;
            low = accepted ? low : middle;
            atHigh = accepted ? extreme : atHigh;
            atLow = accepted ? atLow : extreme;
            if (atLow != null && atHigh != null && atLow.isSame(atHigh)) {
                return between(t0 -> maximum(extreme, scale, t0).value() - area, low, high);
            }
        }
        return high;
    }

    /** A root at an end may be missed by a rounding. */
    private static double between(DoubleUnaryOperator excess, double low, double high) {
        return excess.applyAsDouble(low) < 0 && excess.applyAsDouble(high) > 0
                ? Roots.between(excess, low, high)
                : high;
    }

    private static boolean accepts(TwoByTwo t, Scale scale, double t0, double area) {
        return maximum(asExtreme(t, scale, t0), scale, t0).exceeds(area);
    }

    /** The tables with a statistic as high as the observed one. */
    private static TableSet asExtreme(TwoByTwo t, Scale scale, double t0) {
        double observed = scale.statistic(t, t0);
        double least = observed - TIE * (1 + Math.abs(observed));
        int n1 = (int) t.exposed();
        int n0 = (int) t.unexposed();
        return TableSet.stairs(n1, n0, (a, c) -> scale.statistic(new TwoByTwo(a, n1 - a, c, n0 - c), t0) >= least);
    }

    private static NuisanceMaximum maximum(TableSet extreme, Scale scale, double t0) {
        double low = scale.lowest(t0);
        double range = scale.highest(t0) - low;
        return new NuisanceMaximum(
                phi -> {
                    double p0 = unexposedRisk(low, range, phi);
                    return extreme.probability(clipped(scale.exposedRisk(p0, t0)), p0);
                },
                phi -> {
                    double p0 = unexposedRisk(low, range, phi);
                    return Math.sqrt(extreme.exposed()) * angle(clipped(scale.exposedRisk(p0, t0)))
                            + Math.sqrt(extreme.unexposed()) * angle(p0);
                });
    }

    private static double unexposedRisk(double low, double range, double phi) {
        double sine = Math.sin(phi);
        return clipped(low + range * sine * sine);
    }

    private static double clipped(double p) {
        return Math.max(0, Math.min(1, p));
    }

    private static double angle(double p) {
        return Math.asin(Math.sqrt(p));
    }

    static void requireSize(TwoByTwo t, String what, int limit) {
        if (t.n() > limit) {
            throw new InputException(what + " take tables of up to " + limit + " people; this one has " + t.n()
                    + ": use a score method or the conditional exact one");
        }
    }

    private static TwoByTwo swapped(TwoByTwo t) {
        return new TwoByTwo(t.c(), t.d(), t.a(), t.b());
    }
}
