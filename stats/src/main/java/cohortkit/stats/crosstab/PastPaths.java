package cohortkit.stats.crosstab;

import java.util.Arrays;

/**
 * Numbers, each with the sum of the probabilities of the paths that lead to it; numbers that differ by rounding alone are
 * one. An open hash table, in order of arrival.
 */
final class PastPaths {

    private static final int FIRST = 16;

    private final double resolution;
    private int size;
    private double[] values = new double[FIRST];
    private double[] masses = new double[FIRST];
    private long[] keys = new long[FIRST];
    private int[] slots = new int[2 * FIRST];

    /**
     * An empty table.
     *
     * @param resolution numbers that are as far apart as this are different
     */
    PastPaths(double resolution) {
        this.resolution = resolution;
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    double value(int i) {
        return values[i];
    }

    double mass(int i) {
        return masses[i];
    }

    void add(double value, double mass) {
        long key = Math.round(value / resolution);
        int slot = slotOf(key);
        if (slots[slot] >= 0) {
            masses[slots[slot]] += mass;
            return;
        }
        if (size == values.length) {
            grow();
            slot = slotOf(key);
        }
        slots[slot] = size;
        keys[size] = key;
        values[size] = value;
        masses[size] = mass;
        size++;
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] >= 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        values = Arrays.copyOf(values, 2 * size);
        masses = Arrays.copyOf(masses, 2 * size);
        keys = Arrays.copyOf(keys, 2 * size);
        slots = new int[4 * size];
        Arrays.fill(slots, -1);
        for (int i = 0; i < size; i++) {
            slots[slotOf(keys[i])] = i;
        }
    }
}
