package cohortkit.stats.table;

import cohortkit.core.Interval;

/** The score statistic of an odds ratio: the observed table against the one with its margins and that odds ratio. */
final class ScoreOddsRatio {

    private final TwoByTwo table;
    private final double inflation;
    private final double correction;

    /**
     * A table with people in every margin.
     *
     * @param inflation what the variance is multiplied by: 1, or n / (n - 1)
     * @param correction what is taken from the absolute difference: 0 or 1/2
     */
    ScoreOddsRatio(TwoByTwo table, double inflation, double correction) {
        this.table = table;
        this.inflation = inflation;
        this.correction = correction;
    }

    /** The statistic at an odds ratio of 1. */
    double z() {
        double n = table.n();
        double excess = table.crossDifference() / n;
        double size = Math.max(0, Math.abs(excess) - correction);
        double rows = Math.sqrt((double) table.exposed() * table.unexposed());
        double columns = Math.sqrt((double) table.events() * (table.b() + table.d()));
        return Math.copySign(size * n / rows * Math.sqrt(n / inflation) / columns, excess);
    }

    /** The odds ratios at which the statistic is z and -z. */
    Interval limits(double z, double level) {
        double start = ConditionalOddsRatio.start(table);
        double error = ConditionalOddsRatio.error(table);
        double lower = table.a() == 0 || table.d() == 0
                ? 0
                : Math.exp(Roots.decreasing(t -> at(t, -correction) - z, start - z * error, error));
        double upper = table.b() == 0 || table.c() == 0
                ? Double.POSITIVE_INFINITY
                : Math.exp(Roots.decreasing(t -> at(t, correction) + z, start + z * error, error));
        return new Interval(lower, upper, level);
    }

    /** The statistic at log odds ratio t, the observed count moved by the correction first. */
    private double at(double t, double moved) {
        double psi = Math.exp(t);
        double n1 = table.exposed();
        double n0 = table.unexposed();
        double m1 = table.events();
        double m0 = (double) table.b() + table.d();
        double a = FittedCell.at(n1, n0, m1, psi);
        double b = FittedCell.at(n1, n0, m0, 1 / psi);
        double c = FittedCell.at(n0, n1, m1, 1 / psi);
        double d = FittedCell.at(n0, n1, m0, psi);
        double precision = 1 / a + 1 / b + 1 / c + 1 / d;
        return (excess(a, b, c, d) + moved) * Math.sqrt(precision / inflation);
    }

    /** a less its fitted count, by the smallest of the four cells: they all differ by the same, it has the most digits. */
    private double excess(double a, double b, double c, double d) {
        long smallest = Math.min(Math.min(table.a(), table.b()), Math.min(table.c(), table.d()));
        if (smallest == table.a()) {
            return table.a() - a;
        }
        if (smallest == table.b()) {
            return b - table.b();
        }
        return smallest == table.c() ? c - table.c() : table.d() - d;
    }
}
