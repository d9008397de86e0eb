package cohortkit.stats.crosstab;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Cramer's V and the limits that the noncentral chi-square gives it. */
final class CramersV {

    private static final int MAX_EVALUATIONS = 1_000;

    private CramersV() {}

    static Estimate of(CrossTable table, double level) {
        Interval.requireLevel(level);
        Convention convention = Convention.of("sqrt(chi-square / (n (min(r, c) - 1)))", "noncentral chi-square")
                .withDenominator(table.denominator());
        int shorter = Math.min(table.filledRows(), table.filledColumns());
        if (shorter < 2) {
            return new Estimate(
                    Measure.CRAMERS_V,
                    Double.NaN,
                    new Interval(0, 1, level),
                    convention.withZeroCells("undefined: people are in " + table.filledRows() + " x "
                            + table.filledColumns() + " cells"));
        }
        if (!table.dropped().isEmpty()) {
            convention = convention.withZeroCells("without " + String.join(", ", table.dropped()));
        }
        double root = Math.sqrt(Independence.PEARSON.statistic(table));
        double unit = Math.sqrt((double) table.n()) * Math.sqrt(shorter - 1.0);
        double df = (table.filledRows() - 1.0) * (table.filledColumns() - 1.0);
        NoncentralChiSquare tails = new NoncentralChiSquare(df, root);
        double area = (1 - level) / 2;
        Interval interval = new Interval(
                Math.min(1, lower(tails, root, area) / unit), Math.min(1, upper(tails, root, area) / unit), level);
        return new Estimate(Measure.CRAMERS_V, Math.min(1, root / unit), interval, convention);
    }

    private static double lower(NoncentralChiSquare tails, double root, double area) {
        if (tails.atLeast(0) >= area) {
            return 0;
        }
        return root(mu -> Math.log(tails.atLeast(mu) / area), 0, root);
    }

    private static double upper(NoncentralChiSquare tails, double root, double area) {
        if (root == 0 || tails.atMost(0) <= area) {
            return 0;
        }
        double high = root + 1;
        while (tails.atMost(high) > area) {
            high += high - root;
        }
        return root(mu -> Math.log(tails.atMost(mu) / area), 0, high);
    }

    private static double root(DoubleUnaryOperator f, double low, double high) {
        return new BrentSolver(1e-15, 1e-300).solve(MAX_EVALUATIONS, f::applyAsDouble, low, high);
    }
}
