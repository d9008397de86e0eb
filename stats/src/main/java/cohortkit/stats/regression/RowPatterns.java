package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows that agree in all variables of a design, brought together: a covariate pattern each. Most variables of a cohort
 * are categories, so that a million rows may have a few thousand patterns.
 *
 * <p>Bringing together pays from 4,096 rows on, if there are at least eight rows a pattern. Whether it does depends on
 * the rows alone: it does not if the first 4,096 all differ.
 */
final class RowPatterns {

    static final int FEWEST_ROWS = 4096;

    static final int ROWS_EACH = 8;

    private final int[] patternOf;
    private final int[] representatives;

    private RowPatterns(int[] patternOf, int[] representatives) {
        this.patternOf = patternOf;
        this.representatives = representatives;
    }

    /** Empty if bringing together does not pay. */
    static Optional<RowPatterns> of(List<DesignColumn> columns, int rows) {
        if (rows < FEWEST_ROWS) {
            return Optional.empty();
        }
        int most = rows / ROWS_EACH;
        int[] patternOf = new int[rows];
        int[] representatives = new int[1];
        for (KeyParts parts : KeyParts.of(DesignColumn.sources(columns))) {
            Optional<int[]> finer = refine(parts, patternOf, representatives.length, most);
            if (finer.isEmpty()) {
                return Optional.empty();
            }
            representatives = finer.get();
        }
        return Optional.of(new RowPatterns(patternOf, representatives));
    }

    /** Splits patterns by some more variables, in place; gives the first row of each, in the order of the rows. */
    private static Optional<int[]> refine(KeyParts parts, int[] patternOf, int patterns, int most) {
        PairCodes codes = parts.codes(patterns, most);
        int[] first = new int[Math.min(most, 2 * patterns)];
        long[] keys = new long[Block.ROWS];
        for (int from = 0; from < patternOf.length; from += Block.ROWS) {
            int count = Math.min(Block.ROWS, patternOf.length - from);
            parts.keys(keys, from, count);
            for (int i = 0; i < count; i++) {
                int known = codes.size();
                int code = codes.of(patternOf[from + i], keys[i]);
                if (code == known) {
                    if (code == most || (code == FEWEST_ROWS - 1 && code == from + i)) {
                        return Optional.empty();
                    }
                    first = code < first.length ? first : Arrays.copyOf(first, 2 * code);
                    first[code] = from + i;
                }
                patternOf[from + i] = code;
            }
        }
        return Optional.of(Arrays.copyOf(first, codes.size()));
    }

    int size() {
        return representatives.length;
    }

    /** The columns with a row a pattern. */
    List<DesignColumn> columns(List<DesignColumn> columns) {
        return columns.stream().map(column -> column.at(representatives)).toList();
    }

    /** The sums of the weights of a pattern's rows, of those without the event first, then of those with it. */
    double[][] weights(double[] outcome, double[] weights) {
        double[][] sums = new double[2][size()];
        for (int row = 0; row < patternOf.length; row++) {
            sums[(int) outcome[row]][patternOf[row]] += weights[row];
        }
        return sums;
    }
}
