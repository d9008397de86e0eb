package cohortkit.stats.regression;

import java.util.Arrays;

/** Numbers pairs of a code and a key 0, 1, 2, ... in the order in which they come. */
interface PairCodes {

    /** How many pairs have come. */
    int size();

    /** A pair's number. */
    int of(int code, long key);

    /** For codes and keys so small that all their pairs have a place in a table. */
    final class Direct implements PairCodes {

        private final int keys;
        private final int[] table;
        private int size;

        Direct(int codes, int keys) {
            this.keys = keys;
            this.table = new int[codes * keys];
            Arrays.fill(table, -1);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int of(int code, long key) {
            int at = code * keys + (int) key;
            if (table[at] < 0) {
                table[at] = size++;
            }
            return table[at];
        }
    }
}
