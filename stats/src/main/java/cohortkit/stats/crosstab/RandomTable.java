package cohortkit.stats.crosstab;

import java.util.SplittableRandom;

/**
 * Random tables with given margins, cell by cell from hypergeometric distributions. Their draws are exact at any size:
 * rejection under the two-piece envelope of log-concave probabilities. Devroye 1987, SIAM J Comput 16:1067.
 */
final class RandomTable {

    private final long[] rows;
    private final long[] columns;
    private final long[][] table;
    private final SplittableRandom random;

    RandomTable(long[][] counts, long seed) {
        this.rows = new long[counts.length];
        this.columns = new long[counts[0].length];
        this.table = new long[rows.length][columns.length];
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
            }
        }
    }

    /** The next table, valid until the one after. */
    long[][] next() {
        long[] left = rows.clone();
        long people = 0;
        for (long row : rows) {
            people += row;
        }
        for (int j = 0; j < columns.length; j++) {
            long need = columns[j];
            long whole = people;
            for (int i = 0; i < rows.length; i++) {
                long x = hypergeometric(left[i], whole, need);
                table[i][j] = x;
                need -= x;
                whole -= left[i];
                left[i] -= x;
            }
            people -= columns[j];
        }
        return table;
    }

    /** The logarithm of a table's chance but for what all tables with these margins share. */
    double logWeight(long[][] counts) {
        double people = 0;
        for (long row : rows) {
            people += row;
        }
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                sum += Saddle.logPoisson((double) counts[i][j], rows[i] / people * columns[j]);
            }
        }
        return sum;
    }

    private long hypergeometric(long part, long whole, long drawn) {
        long low = Math.max(0, drawn - (whole - part));
        long high = Math.min(part, drawn);
        if (low == high) {
            return low;
        }
        long mode = (long) ((part + 1.0) * ((drawn + 1.0) / (whole + 2.0)));
        mode = Math.max(low, Math.min(high, mode));
        double logTop = Saddle.logHypergeometric(mode, part, whole, drawn);
        double top = Math.exp(logTop);
        double w = 1 + top / 2;
        while (true) {
            double u = uniform();
            double y = u <= w / (1 + w) ? uniform() * w / top : (w - Math.log(1 - uniform())) / top;
            long distance = Math.round(y);
            long x = uniform() < 0.5 ? mode - distance : mode + distance;
            double v = uniform();
            if (x >= low
                    && x <= high
                    && v * Math.min(1, Math.exp(w - top * y))
                            <= Math.exp(Saddle.logHypergeometric(x, part, whole, drawn) - logTop)) {
                return x;
            }
        }
    }

    /** In [0, 1), from the generator's bits alone, which are the same on every Java. */
    private double uniform() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }
}
