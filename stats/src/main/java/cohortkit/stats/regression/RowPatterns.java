package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** In so many parts weights are summed, whatever the number of threads. */
    private static final int PARTS = 4;

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
        Splitting splitting = new Splitting(parts.codes(patterns, most), patternOf, most, Math.min(most, 2 * patterns));
        splitting.add(parts.keys(0, FEWEST_ROWS), 0);
        if (splitting.codes.size() < FEWEST_ROWS) {
            Chunks.inOrder(
                    patternOf.length - FEWEST_ROWS,
                    (from, to) -> parts.keys(FEWEST_ROWS + from, to - from),
                    splitting::addNext);
        }
        return splitting.first();
    }

    /** Keys are found by several threads, and numbered in the order of the rows. */
    private static final class Splitting {

        private final PairCodes codes;
        private final int[] patternOf;
        private final int most;
        private int[] first;
        private int rows;
        private boolean tooMany;

        Splitting(PairCodes codes, int[] patternOf, int most, int expected) {
            this.codes = codes;
            this.patternOf = patternOf;
            this.most = most;
            this.first = new int[expected];
        }

        void addNext(long[] keys) {
            add(keys, rows);
        }

        void add(long[] keys, int from) {
            for (int i = 0; i < keys.length && !tooMany; i++) {
                int known = codes.size();
                int code = codes.of(patternOf[from + i], keys[i]);
                if (code == known) {
                    tooMany = code == most;
                    first = code < first.length ? first : Arrays.copyOf(first, 2 * code + 1);
                    first[code] = from + i;
                }
                patternOf[from + i] = code;
            }
            rows = from + keys.length;
        }

        /** Empty if the patterns are too many, or as many as the first rows. */
        Optional<int[]> first() {
            return tooMany || (codes.size() >= FEWEST_ROWS && first[FEWEST_ROWS - 1] == FEWEST_ROWS - 1)
                    ? Optional.empty()
                    : Optional.of(Arrays.copyOf(first, codes.size()));
        }
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
        int each = patternOf.length / PARTS + 1;
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> weights(outcome, weights, part * each, Math.min(patternOf.length, (part + 1) * each)))
                .toList()
                .forEach(part -> {
                    for (int pattern = 0; pattern < size(); pattern++) {
                        sums[0][pattern] += part[0][pattern];
                        sums[1][pattern] += part[1][pattern];
                    }
                });
        return sums;
    }

    private double[][] weights(double[] outcome, double[] weights, int from, int to) {
        double[][] sums = new double[2][size()];
        for (int row = from; row < to; row++) {
            sums[(int) outcome[row]][patternOf[row]] += weights[row];
        }
        return sums;
    }
}
