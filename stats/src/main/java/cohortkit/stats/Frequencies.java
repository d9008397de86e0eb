package cohortkit.stats;

import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.Arrays;

/**
 * How many people each row of a cohort stands for.
 *
 * <pre>{@code
 * Frequencies.of(grouped, "n")[0]   // 10
 * Frequencies.ones(patients)[0]     // 1
 * }</pre>
 */
public final class Frequencies {

    private static final double EXACT_IN_DOUBLE = 0x1p53;

    private Frequencies() {}

    /** One person a row. */
    public static long[] ones(Cohort cohort) {
        long[] ones = new long[cohort.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * The values of a number that counts people.
     *
     * @throws InputException if one is missing, negative or not whole
     */
    public static long[] of(Cohort cohort, String variable) {
        double[] numbers = cohort.numbers(variable);
        long[] frequencies = new long[numbers.length];
        for (int row = 0; row < frequencies.length; row++) {
            double x = numbers[row];
            if (!(x >= 0 && x <= EXACT_IN_DOUBLE && x == Math.rint(x))) {
                String where = cohort.cell(row, variable).map(CellRef::toString).orElse("row " + (row + 1));
                String found = Double.isNaN(x) ? "is missing" : "holds " + DisplayNumber.shortest(x);
                throw new InputException("the frequency '" + variable + "' " + found + " in " + where
                        + "; a table needs a whole number of 0 or more in each row");
            }
            frequencies[row] = (long) x;
        }
        return frequencies;
    }
}
