package cohortkit.stats.regression;

import java.util.Arrays;

/** Numbers as positions among the distinct ones, in numerical order: by a table if they are small whole numbers. */
final class NumberCodes {

    /** Whole numbers from minus this up to it have a table. */
    private static final int TABLE = 1 << 15;

    private final double[] distinct;
    private final int[] codes;

    private NumberCodes(double[] distinct, int[] codes) {
        this.distinct = distinct;
        this.codes = codes;
    }

    /** Of numbers that are all present; 0 and -0 are one. */
    static NumberCodes of(double[] values) {
        int[] place = new int[2 * TABLE];
        for (double x : values) {
            int whole = (int) x;
            if (whole != x || whole < -TABLE || whole >= TABLE) {
                return sorted(values);
            }
            place[whole + TABLE] = 1;
        }
        double[] distinct = new double[place.length];
        int count = 0;
        for (int i = 0; i < place.length; i++) {
            if (place[i] == 1) {
                place[i] = count;
                distinct[count++] = i - TABLE;
            }
        }
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = place[(int) values[i] + TABLE];
        }
        return new NumberCodes(Arrays.copyOf(distinct, count), codes);
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
        return new NumberCodes(distinct, codes);
    }

    /** Ascending. */
    double[] distinct() {
        return distinct;
    }

    /** One a value. */
    int[] codes() {
        return codes;
    }
}
