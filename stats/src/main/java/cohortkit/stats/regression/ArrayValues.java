package cohortkit.stats.regression;

import cohortkit.core.NumberValues;
import java.util.Arrays;

/** Numbers of some rows, or changed ones, in an array that nobody changes. */
final class ArrayValues implements NumberValues {

    private final double[] values;

    ArrayValues(double[] values) {
        this.values = values;
    }

    /** All values, in an array of their own. */
    static double[] copy(NumberValues values) {
        double[] copy = new double[values.size()];
        values.read(0, copy, copy.length);
        return copy;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double at(int row) {
        return values[row];
    }

    @Override
    public boolean areFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    @Override
    public void read(int from, double[] target, int count) {
        System.arraycopy(values, from, target, 0, count);
    }
}
