package cohortkit.stats.regression;

import java.util.Arrays;

/** Small numbers of rows, from 0: a byte each where that is enough, so that a million of them stay near the processor. */
abstract class RowCodes {

    /** Codes of a byte are below it. */
    static final int BYTES = 128;

    abstract int get(int row);

    abstract int size();

    /** Sets the codes of rows; as small as the others. */
    abstract void set(int from, int[] codes, int count);

    /** Takes the codes of rows in as the last digits of keys, which are below a base. */
    abstract void pack(long[] keys, int base, int from, int count);

    /** Multiplies by 1 in rows of this code and by 0 in others, without branches that nobody foretells. */
    abstract void multiply(double[] target, int code, int from, int count);

    /** Codes below a limit, all 0. */
    static RowCodes of(int limit, int rows) {
        return limit <= BYTES ? new Small(new byte[rows]) : new Large(new int[rows]);
    }

    static RowCodes of(int[] codes) {
        return new Large(codes);
    }

    /** Puts other codes, as small, in place of these. */
    final void replace(int[] by) {
        int[] run = new int[Block.ROWS];
        for (int from = 0; from < size(); from += run.length) {
            int count = Math.min(run.length, size() - from);
            for (int i = 0; i < count; i++) {
                run[i] = by[get(from + i)];
            }
            set(from, run, count);
        }
    }

    /** The same, with room for larger ones. */
    final RowCodes large() {
        int[] codes = new int[size()];
        Arrays.setAll(codes, this::get);
        return new Large(codes);
    }

    /** Those of some rows. */
    final RowCodes at(int[] rows) {
        return new Large(Arrays.stream(rows).map(this::get).toArray());
    }

    private static final class Small extends RowCodes {
        private final byte[] codes;

        Small(byte[] codes) {
            this.codes = codes;
        }

        @Override
        int get(int row) {
            return codes[row];
        }

        @Override
        int size() {
            return codes.length;
        }

        @Override
        void set(int from, int[] other, int count) {
            for (int i = 0; i < count; i++) {
                codes[from + i] = (byte) other[i];
            }
        }

        @Override
        void pack(long[] keys, int base, int from, int count) {
            for (int i = 0; i < count; i++) {
                keys[i] = keys[i] * base + codes[from + i];
            }
        }

        @Override
        void multiply(double[] target, int code, int from, int count) {
            for (int i = 0; i < count; i++) {
                int other = codes[from + i] ^ code;
                target[i] *= 1 + ((other | -other) >> 31);
            }
        }
    }

    private static final class Large extends RowCodes {
        private final int[] codes;

        Large(int[] codes) {
            this.codes = codes;
        }

        @Override
        int get(int row) {
            return codes[row];
        }

        @Override
        int size() {
            return codes.length;
        }

        @Override
        void set(int from, int[] other, int count) {
            System.arraycopy(other, 0, codes, from, count);
        }

        @Override
        void pack(long[] keys, int base, int from, int count) {
            for (int i = 0; i < count; i++) {
                keys[i] = keys[i] * base + codes[from + i];
            }
        }

        @Override
        void multiply(double[] target, int code, int from, int count) {
            for (int i = 0; i < count; i++) {
                int other = codes[from + i] ^ code;
                target[i] *= 1 + ((other | -other) >> 31);
            }
        }
    }
}
