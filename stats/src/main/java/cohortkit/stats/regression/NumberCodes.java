package cohortkit.stats.regression;

import cohortkit.core.NumberValues;
import java.util.Arrays;

/** Numbers as positions among the distinct ones, in numerical order: by a table if these are not very many. */
final class NumberCodes {

    private final double[] distinct;
    private final RowCodes codes;

    private NumberCodes(double[] distinct, RowCodes codes) {
        this.distinct = distinct;
        this.codes = codes;
    }

    /** Of numbers that are all present; 0 and -0 are one. */
    static NumberCodes of(NumberValues values) {
        Seen seen = new Seen();
        RowCodes codes = RowCodes.of(RowCodes.BYTES, values.size());
        boolean small = true;
        double[] run = new double[Block.ROWS];
        int[] found = new int[Block.ROWS];
        for (int from = 0; from < values.size(); from += run.length) {
            int count = Math.min(run.length, values.size() - from);
            values.read(from, run, count);
            if (from == 0) {
                seen.expect(run, count);
            }
            if (!seen.count(run, count, found)) {
                seen.code(run, count, found);
            }
            if (seen.count > Seen.MOST) {
                return sorted(ArrayValues.copy(values));
            }
            if (small && seen.count > RowCodes.BYTES) {
                small = false;
                codes = codes.large();
            }
            codes.set(from, found, count);
        }
        return seen.inOrder(codes);
    }

    /** Numbers in the order in which they come, but for those of the first rows, which are in ascending order. */
    private static final class Seen {

        static final int MOST = 1 << 14;

        private static final int BITS = 16;

        private static final int EMPTY = -1;

        private final long[] keys = new long[1 << BITS];
        private final int[] slots = new int[1 << BITS];
        private double[] come = new double[2 * Block.ROWS];
        private int count;

        /** Whether each is larger by 1 than the one before it. */
        private boolean counting = true;

        Seen() {
            Arrays.fill(slots, EMPTY);
        }

        void expect(double[] run, int rows) {
            double[] first = Arrays.copyOf(run, rows);
            Arrays.sort(first);
            code(first, rows, new int[rows]);
        }

        /** The codes of numbers that count up by 1 from the first, as levels do; false if these are others. */
        boolean count(double[] run, int rows, int[] codes) {
            if (!counting) {
                return false;
            }
            double least = come[0];
            int size = count;
            boolean others = false;
            for (int i = 0; i < rows; i++) {
                double above = run[i] - least;
                int code = (int) above;
                others |= code != above || code < 0 || code >= size;
                codes[i] = code;
            }
            return !others;
        }

        void code(double[] run, int rows, int[] codes) {
            for (int i = 0; i < rows; i++) {
                long key = Double.doubleToRawLongBits(run[i] + 0.0);
                int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
                int code = slots[slot];
                codes[i] = code != EMPTY && keys[slot] == key ? code : search(key, slot);
            }
        }

        private int search(long key, int from) {
            int slot = from;
            while (slots[slot] != EMPTY) {
                if (keys[slot] == key) {
                    return slots[slot];
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            come = count < come.length ? come : Arrays.copyOf(come, 2 * count);
            come[count] = Double.longBitsToDouble(key);
            counting &= come[count] == come[0] + count;
            keys[slot] = key;
            slots[slot] = count;
            return count++;
        }

        NumberCodes inOrder(RowCodes codes) {
            double[] distinct = Arrays.copyOf(come, count);
            Arrays.sort(distinct);
            int[] position = new int[count];
            boolean same = true;
            for (int code = 0; code < count; code++) {
                position[code] = Arrays.binarySearch(distinct, come[code]);
                same &= position[code] == code;
            }
            if (!same) {
                codes.replace(position);
            }
            return new NumberCodes(distinct, codes);
        }
    }

    private static NumberCodes sorted(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        int count = 0;
        for (double x : sorted) {
            if (count == 0 || x != sorted[count - 1]) {
                sorted[count++] = x;
            }
        }
        double[] distinct = Arrays.copyOf(sorted, count);
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.binarySearch(distinct, values[i] + 0.0);
        }
        return new NumberCodes(distinct, RowCodes.of(codes));
    }

    /** Ascending. */
    double[] distinct() {
        return distinct;
    }

    /** One a value. */
    RowCodes codes() {
        return codes;
    }
}
