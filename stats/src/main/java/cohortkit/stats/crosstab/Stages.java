package cohortkit.stats.crosstab;

import java.util.Arrays;

/**
 * A table filled one column after the other: what is left of the rows is a node, a column an arc. The chance of an arc,
 * given all margins, is that of a multivariate hypergeometric draw, so that the chances of all ways to fill the table add
 * up to 1.
 */
final class Stages {

    /** Chances are kept for rows of up to so many people, and else made anew. */
    private static final long MOST_KEPT = 20_000;

    private static final double[][][] NOTHING_KEPT = {};

    private final long[] columns;
    private final long[] left;
    private final double[][][] logChances;
    private final Work work;

    /** Stages of these columns, in their order. */
    Stages(long[] columns, long largestRow, Work work) {
        this.columns = columns;
        this.work = work;
        this.left = new long[columns.length];
        long rest = 0;
        for (int k = columns.length - 1; k >= 0; k--) {
            rest += columns[k];
            left[k] = rest;
        }
        this.logChances = largestRow > MOST_KEPT ? NOTHING_KEPT : new double[columns.length][(int) largestRow + 1][];
    }

    int count() {
        return columns.length;
    }

    /** What an arc leads to. */
    @FunctionalInterface
    interface Arc {

        /**
         * Takes one column.
         *
         * @param cells its counts, valid during the call
         * @param logChance the logarithm of its chance
         */
        void take(long[] cells, double logChance);
    }

    /** Every way to take a column out of the rows. */
    void arcs(int stage, long[] rows, Arc arc) {
        long[] room = new long[rows.length + 1];
        for (int i = rows.length - 1; i >= 0; i--) {
            room[i] = room[i + 1] + rows[i];
        }
        long column = columns[stage];
        double whole = stage == columns.length - 1 ? 0 : Saddle.logBinomial(column, left[stage], column, left[stage]);
        fill(stage, 0, rows, room, column, new long[rows.length], -whole, arc);
    }

    private void fill(int stage, int row, long[] rows, long[] room, long need, long[] cells, double sum, Arc arc) {
        if (row == rows.length) {
            arc.take(cells, sum);
            return;
        }
        long last = Math.min(rows[row], need);
        for (long x = Math.max(0, need - room[row + 1]); x <= last; x++) {
            work.add(1);
            cells[row] = x;
            fill(stage, row + 1, rows, room, need - x, cells, sum + logChance(stage, rows[row], x), arc);
        }
    }

    /** log P(x) of what a row can give to the column. */
    private double logChance(int stage, long row, long x) {
        if (stage == columns.length - 1) {
            return 0;
        }
        if (logChances.length == 0) {
            return Saddle.logBinomial(x, row, columns[stage], left[stage]);
        }
        double[] known = logChances[stage][(int) row];
        if (known == null) {
            int most = (int) Math.min(row, columns[stage]);
            work.add(most);
            known = new double[most + 1];
            for (int i = 0; i <= most; i++) {
                known[i] = Saddle.logBinomial(i, row, columns[stage], left[stage]);
            }
            logChances[stage][(int) row] = known;
        }
        return known[(int) x];
    }

    /** What is left of the rows after a column, sorted: rows may change places. */
    static Node next(long[] rows, long[] cells) {
        long[] rest = new long[rows.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = rows[i] - cells[i];
        }
        Arrays.sort(rest);
        return new Node(rest);
    }

    /** What is left of the rows. */
    static final class Node {

        private final long[] rows;
        private final int hash;

        Node(long[] rows) {
            this.rows = rows;
            this.hash = Arrays.hashCode(rows);
        }

        /** Not to be changed. */
        long[] rows() {
            return rows;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that && Arrays.equals(rows, that.rows);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
