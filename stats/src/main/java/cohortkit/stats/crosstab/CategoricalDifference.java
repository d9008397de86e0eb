package cohortkit.stats.crosstab;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * How far two groups differ in a category, in standard deviations: the Mahalanobis distance {@code sqrt(T' S^-1 T)} of their
 * shares T of all levels but one under the mean S of their two multinomial covariances; 0 or more. For two levels it is
 * {@code |p2 - p1| / sqrt((p1 (1 - p1) + p2 (1 - p2)) / 2)}. Yang and Dalton 2012, SAS Global Forum, paper 335; R's tableone
 * and stddiff. The limits are Hedges and Olkin's, {@code d ± z sqrt((n1 + n2) / (n1 n2) + d^2 / (2 (n1 + n2)))}.
 *
 * <pre>{@code
 * var race = CrossTable.of(births, "smoke", "race");
 * CategoricalDifference.of(race, 0, 1, 0.95)   // 0.76 (95 % CI 0.45 to 1.06; Yang-Dalton, Hedges-Olkin)
 * }</pre>
 */
public final class CategoricalDifference {

    private static final String LABEL = "Yang-Dalton, Hedges-Olkin";

    private CategoricalDifference() {}

    /**
     * The difference between two rows of a table. Infinite, without an interval, where the groups share no level.
     *
     * @param reference the reference group's row, counted from 0
     * @param other the other group's row
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if a row is empty
     */
    public static Estimate of(CrossTable table, int reference, int other, double level) {
        Interval.requireLevel(level);
        requirePeople(table, reference);
        requirePeople(table, other);
        int[] kept = IntStream.range(0, table.columns().levels().size())
                .filter(j -> table.count(reference, j) + table.count(other, j) > 0)
                .toArray();
        double[] p = shares(table, reference, kept);
        double[] q = shares(table, other, kept);
        Convention convention = Convention.of("standardized difference of a category", LABEL)
                .withReference(table.rows().shown(reference))
                .withDenominator(table.denominator());
        if (IntStream.range(0, kept.length).noneMatch(j -> p[j] > 0 && q[j] > 0)) {
            return Estimate.withoutInterval(
                    Measure.STANDARDIZED_MEAN_DIFFERENCE, Double.POSITIVE_INFINITY, convention.withInterval(""));
        }
        double d = distance(p, q);
        double n = (double) table.rowTotal(reference) + table.rowTotal(other);
        double error = Math.sqrt(1.0 / table.rowTotal(reference) + 1.0 / table.rowTotal(other) + d * d / (2 * n));
        double half = StandardNormal.quantile(level) * error;
        return new Estimate(
                Measure.STANDARDIZED_MEAN_DIFFERENCE, d, new Interval(d - half, d + half, level), convention);
    }

    private static void requirePeople(CrossTable table, int row) {
        if (table.rowTotal(row) == 0) {
            throw new InputException("a standardized difference needs people in both groups; there are none in "
                    + table.rows().shown(row));
        }
    }

    private static double[] shares(CrossTable table, int row, int[] kept) {
        return IntStream.of(kept)
                .mapToDouble(j -> (double) table.count(row, j) / table.rowTotal(row))
                .toArray();
    }

    /** All levels but the first; which one is left out does not matter. */
    private static double distance(double[] p, double[] q) {
        int free = p.length - 1;
        if (free == 0) {
            return 0;
        }
        double[] gap = new double[free];
        double[][] covariance = new double[free][free];
        for (int i = 0; i < free; i++) {
            gap[i] = q[i + 1] - p[i + 1];
            for (int j = 0; j < free; j++) {
                double product = (p[i + 1] * p[j + 1] + q[i + 1] * q[j + 1]) / 2;
                covariance[i][j] = (i == j ? (p[i + 1] + q[i + 1]) / 2 : 0) - product;
            }
        }
        double[] solved = new LUDecomposition(MatrixUtils.createRealMatrix(covariance), 0)
                .getSolver()
                .solve(MatrixUtils.createRealVector(gap))
                .toArray();
        double square = 0;
        for (int i = 0; i < free; i++) {
            square += gap[i] * solved[i];
        }
        return Math.sqrt(Math.max(0, square));
    }
}
