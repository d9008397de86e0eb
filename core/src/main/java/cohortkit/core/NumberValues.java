package cohortkit.core;

/**
 * The values of a number in the order of the rows, NaN where missing; to be read in runs, so that nobody needs a copy of
 * all of them.
 *
 * <pre>{@code
 * var ages = new double[3];
 * patients.numberValues("age").read(0, ages, 3);
 * ages[0] == patients.numbers("age")[0]   // true
 * }</pre>
 */
public interface NumberValues {

    /** How many rows there are. */
    int size();

    /** The value of a row, from 0. */
    double at(int row);

    /** Whether none is missing or infinite. */
    boolean areFinite();

    /** Copies the values of {@code count} rows, from a row on, to the beginning of the target. */
    void read(int from, double[] target, int count);
}
