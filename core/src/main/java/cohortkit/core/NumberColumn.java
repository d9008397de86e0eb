package cohortkit.core;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;

/** A column whose values can be read in runs, which Tablesaw's own offers one by one or all in a copy. */
final class NumberColumn extends DoubleColumn {

    private final boolean complete;

    /** A copy. */
    NumberColumn(DoubleColumn column) {
        super(column.name(), DoubleArrayList.wrap(column.asDoubleArray()));
        this.complete = isComplete(data.elements());
    }

    /** Whether no value was missing when it was made. */
    boolean isComplete() {
        return complete;
    }

    /** The product of a number with 0 is 0, but for those that are not finite; of these one has to look closer. */
    private static boolean isComplete(double[] values) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            even += values[i] * 0 + values[i + 1] * 0;
            odd += values[i + 2] * 0 + values[i + 3] * 0;
        }
        for (; i < values.length; i++) {
            even += values[i] * 0;
        }
        return even + odd == 0 || Arrays.stream(values).noneMatch(Double::isNaN);
    }

    /** Those of any column; of one that is not of this class in a copy. */
    static NumberValues values(DoubleColumn column) {
        return new Run(column instanceof NumberColumn own ? own.data : DoubleArrayList.wrap(column.asDoubleArray()));
    }

    private static final class Run implements NumberValues {

        private final DoubleArrayList values;

        Run(DoubleArrayList values) {
            this.values = values;
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public double at(int row) {
            return values.getDouble(row);
        }

        @Override
        public void read(int from, double[] target, int count) {
            values.getElements(from, target, 0, count);
        }
    }
}
