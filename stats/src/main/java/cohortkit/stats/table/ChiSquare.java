package cohortkit.stats.table;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-square test of independence.
 *
 * <pre>{@code
 * ChiSquare.test(table)                     // Pearson chi-square: 9.20, df 1, p = 0.0024
 * ChiSquare.test(table, Correction.YATES)   // Pearson chi-square with continuity correction: 8.01, df 1, p = 0.0047
 * }</pre>
 */
public final class ChiSquare {

    private ChiSquare() {}

    /** Without continuity correction. */
    public static TestResult test(TwoByTwo table) {
        return test(table, Correction.NONE);
    }

    /**
     * {@code n (ad - bc)² / (product of the margins)}, or with {@code |O - E| - 1/2} in place of {@code |O - E|}.
     *
     * @throws InputException if a margin is empty
     */
    public static TestResult test(TwoByTwo table, Correction correction) {
        requireMargins(table, "chi-square");
        double n = table.n();
        double difference = correction.shrink(table.crossDifference() / n);
        double root = difference
                * n
                / Math.sqrt((double) table.exposed() * table.unexposed())
                / Math.sqrt((double) table.events() * (table.b() + table.d()));
        return result("Pearson chi-square" + correction.suffix(), root * root * n, 1);
    }

    static void requireMargins(TwoByTwo table, String test) {
        table.emptyMargin().ifPresent(reason -> {
            throw new InputException(test + " needs people in every margin of the table; " + reason);
        });
    }

    static TestResult result(String method, double statistic, double df) {
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return new TestResult(method, statistic, df, p);
    }
}
