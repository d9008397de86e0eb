package cohortkit.stats.crosstab;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square tests of no association between rows and columns. Rows and columns without people take no part and do not
 * count in the degrees of freedom, (r - 1)(c - 1).
 *
 * <pre>{@code
 * var smoking = CrossTable.fromCounts(new long[][] {{3, 10, 4}, {7, 5, 9}});
 * Independence.PEARSON.test(smoking)            // Pearson chi-square: 4.82, df 2, p = 0.090
 * Independence.LIKELIHOOD_RATIO.test(smoking)   // likelihood-ratio chi-square: 4.90, df 2, p = 0.086
 * }</pre>
 */
public enum Independence {
    /** {@code sum (O - E)² / E}. Pearson 1900, Philos Mag 50:157. */
    PEARSON("Pearson chi-square") {
        @Override
        double term(CrossTable table, int row, int column, double expected) {
            double excess = table.excess(row, column);
            return excess / expected * excess;
        }
    },
    /** {@code 2 sum O log(O / E)}, also called G; an empty cell adds 0. Wilks 1938, Ann Math Stat 9:60. */
    LIKELIHOOD_RATIO("likelihood-ratio chi-square") {
        @Override
        double term(CrossTable table, int row, int column, double expected) {
            long observed = table.count(row, column);
            // O log(O / E) + E - O, whose last parts cancel in the sum.
            double excess = table.excess(row, column);
            return observed == 0 ? 2 * expected : 2 * Saddle.deviance((double) observed, expected, excess);
        }
    };

    private final String label;

    Independence(String label) {
        this.label = label;
    }

    /** The name in print, such as "Pearson chi-square". */
    public String label() {
        return label;
    }

    /**
     * The test.
     *
     * @throws InputException if fewer than two rows or two columns hold people
     */
    public TestResult test(CrossTable table) {
        table.requireTwoByTwo(label);
        return chiSquare(label, statistic(table), (table.filledRows() - 1.0) * (table.filledColumns() - 1.0));
    }

    abstract double term(CrossTable table, int row, int column, double expected);

    double statistic(CrossTable table) {
        double[] terms = new double
                [table.rows().levels().size() * table.columns().levels().size()];
        int k = 0;
        for (int i = 0; i < table.rows().levels().size(); i++) {
            for (int j = 0; j < table.columns().levels().size(); j++) {
                double expected = table.expected(i, j);
                terms[k++] = expected > 0 ? term(table, i, j, expected) : 0;
            }
        }
        // In order of size, so that rows and columns may change places without changing a bit.
        return Arrays.stream(terms).sorted().sum();
    }

    static TestResult chiSquare(String method, double statistic, double df) {
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return new TestResult(method, statistic, df, p);
    }
}
