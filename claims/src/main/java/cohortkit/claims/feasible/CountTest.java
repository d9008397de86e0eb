package cohortkit.claims.feasible;

import cohortkit.core.InputException;
import cohortkit.stats.crosstab.CrossTable;
import cohortkit.stats.crosstab.FisherFreemanHalton;
import cohortkit.stats.crosstab.Independence;
import cohortkit.stats.table.CochranMantelHaenszel;
import cohortkit.stats.table.Correction;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests of a table of any size that a printed p-value may have come from: the first three without strata, the others of
 * 2 x 2 tables in strata.
 *
 * <pre>{@code
 * CountTest.of(TableShape.of(3, 2))                  // [Pearson, likelihood-ratio, Fisher]
 * CountTest.of(TableShape.of(2, 2).withStrata(4))    // [CMH, corrected CMH]
 * }</pre>
 */
public enum CountTest {
    /** Pearson's chi-square. */
    PEARSON("Pearson"),
    /** The likelihood-ratio chi-square. */
    LIKELIHOOD_RATIO("likelihood-ratio"),
    /** Freeman and Halton's exact test. */
    FISHER("Fisher"),
    /** Cochran, Mantel and Haenszel without correction. */
    CMH("CMH"),
    /** The same less a half, as R does. */
    CMH_CORRECTED("corrected CMH");

    private final String label;

    CountTest(String label) {
        this.label = label;
    }

    /** The tests of a shape. */
    public static List<CountTest> of(TableShape shape) {
        if (shape.strata() == 1) {
            return List.of(PEARSON, LIKELIHOOD_RATIO, FISHER);
        }
        if (shape.rows() == 2 && shape.columns() == 2) {
            return List.of(CMH, CMH_CORRECTED);
        }
        throw new InputException("p-values are of tables without strata, or of 2 x 2 tables in strata; was " + shape);
    }

    /** The p-value; NaN where too few rows, columns or strata hold people. */
    double p(TableShape shape, long[] counts) {
        try {
            return switch (this) {
                case PEARSON ->
                    Independence.PEARSON.test(crossTable(shape, counts)).pValue();
                case LIKELIHOOD_RATIO ->
                    Independence.LIKELIHOOD_RATIO
                            .test(crossTable(shape, counts))
                            .pValue();
                case FISHER ->
                    FisherFreemanHalton.test(crossTable(shape, counts)).pValue();
                case CMH -> CochranMantelHaenszel.test(strata(counts)).pValue();
                case CMH_CORRECTED ->
                    CochranMantelHaenszel.test(strata(counts), Correction.YATES).pValue();
            };
        } catch (InputException nothingToTest) {
            return Double.NaN;
        }
    }

    static CrossTable crossTable(TableShape shape, long[] counts) {
        long[][] rows = new long[shape.rows()][shape.columns()];
        for (int i = 0; i < counts.length; i++) {
            rows[i / shape.columns()][i % shape.columns()] = counts[i];
        }
        return CrossTable.fromCounts(rows);
    }

    private static Strata strata(long[] counts) {
        List<TwoByTwo> tables = new ArrayList<>();
        for (int i = 0; i < counts.length; i += 4) {
            if (counts[i] + counts[i + 1] + counts[i + 2] + counts[i + 3] > 0) {
                tables.add(new TwoByTwo(counts[i], counts[i + 1], counts[i + 2], counts[i + 3]));
            }
        }
        return Strata.of(tables.toArray(TwoByTwo[]::new));
    }

    /** Such as "Pearson". */
    @Override
    public String toString() {
        return label;
    }
}
