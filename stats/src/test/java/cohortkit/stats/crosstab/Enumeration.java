package cohortkit.stats.crosstab;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every table with the margins of one, weighed in whole numbers: no rounding until the last division. */
final class Enumeration {

    private final CrossTable table;
    private final List<long[][]> all = new ArrayList<>();

    Enumeration(CrossTable table) {
        this.table = table;
        int rows = table.rows().levels().size();
        int columns = table.columns().levels().size();
        long[] left = new long[columns];
        for (int j = 0; j < columns; j++) {
            left[j] = table.columnTotal(j);
        }
        fill(new long[rows][columns], 0, 0, table.rowTotal(0), left);
    }

    private void fill(long[][] cells, int i, int j, long need, long[] left) {
        if (j == left.length) {
            if (need > 0) {
                return;
            }
            if (i == cells.length - 1) {
                long[][] copy = new long[cells.length][];
                for (int k = 0; k < copy.length; k++) {
                    copy[k] = cells[k].clone();
                }
                all.add(copy);
            } else {
                fill(cells, i + 1, 0, table.rowTotal(i + 1), left);
            }
            return;
        }
        for (long x = 0; x <= Math.min(need, left[j]); x++) {
            cells[i][j] = x;
            left[j] -= x;
            fill(cells, i, j + 1, need - x, left);
            left[j] += x;
        }
        cells[i][j] = 0;
    }

    boolean isNoLikelier(long[][] other) {
        return product(other).compareTo(product(table.counts())) >= 0;
    }

    /** The product of the factorials of the cells: the chance is its inverse. */
    private static BigInteger product(long[][] cells) {
        BigInteger product = BigInteger.ONE;
        for (long[] row : cells) {
            for (long cell : row) {
                for (long k = 2; k <= cell; k++) {
                    product = product.multiply(BigInteger.valueOf(k));
                }
            }
        }
        return product;
    }

    /** The chance of the tables that are counted. */
    double share(Predicate<long[][]> counted) {
        BigInteger large = product(new long[][] {{table.n()}}).pow(2);
        BigInteger part = BigInteger.ZERO;
        BigInteger whole = BigInteger.ZERO;
        for (long[][] cells : all) {
            BigInteger weight = large.divide(product(cells));
            whole = whole.add(weight);
            part = counted.test(cells) ? part.add(weight) : part;
        }
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }
}
