package cohortkit.stats.regression;

import java.util.Arrays;

/** Numbers pairs of a code and a key 0, 1, 2, ... in the order in which they come: a hash table with open addresses. */
final class KeyCodes implements PairCodes {

    private static final int EMPTY = -1;

    private final int mask;
    private final int[] slots;
    private final int[] codes;
    private final long[] keys;
    private int size;

    /** @param most different pairs; one more may be asked for */
    KeyCodes(int most) {
        int capacity = Integer.highestOneBit(Math.max(8, most)) * 4;
        this.mask = capacity - 1;
        this.slots = new int[capacity];
        Arrays.fill(slots, EMPTY);
        this.codes = new int[most + 1];
        this.keys = new long[most + 1];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int of(int code, long key) {
        long hash = (key ^ code * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != EMPTY) {
            int found = slots[slot];
            if (codes[found] == code && keys[found] == key) {
                return found;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = size;
        codes[size] = code;
        keys[size] = key;
        return size++;
    }
}
