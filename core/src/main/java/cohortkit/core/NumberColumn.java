package cohortkit.core;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import tech.tablesaw.api.DoubleColumn;

/** A column whose values can be read in runs, which Tablesaw's own offers one by one or all in a copy. */
final class NumberColumn extends DoubleColumn {

    private final boolean finite;

    /** A copy. */
    NumberColumn(DoubleColumn column) {
        super(column.name(), DoubleArrayList.wrap(column.asDoubleArray()));
        this.finite = areFinite(data);
    }

    /** Whether no value was missing when it was made. */
    boolean isComplete() {
        return finite || data.doubleStream().noneMatch(Double::isNaN);
    }

    /** Those of any column; of one that is not of this class in a copy. */
    static NumberValues values(DoubleColumn column) {
        if (column instanceof NumberColumn own) {
            return new Run(own.data, own.finite);
        }
        DoubleArrayList copy = DoubleArrayList.wrap(column.asDoubleArray());
        return new Run(copy, areFinite(copy));
    }

    /** The product of a number with 0 is 0, but for those that are not finite. */
    private static boolean areFinite(DoubleArrayList list) {
        double[] values = list.elements();
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 7 < list.size(); i += 8) {
            a += values[i] * 0 + values[i + 1] * 0;
            b += values[i + 2] * 0 + values[i + 3] * 0;
            c += values[i + 4] * 0 + values[i + 5] * 0;
            d += values[i + 6] * 0 + values[i + 7] * 0;
        }
        for (; i < list.size(); i++) {
            a += values[i] * 0;
        }
        return (a + b) + (c + d) == 0;
    }

    private static final class Run implements NumberValues {

        private final DoubleArrayList values;
        private final boolean finite;

        Run(DoubleArrayList values, boolean finite) {
            this.values = values;
            this.finite = finite;
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
        public boolean areFinite() {
            return finite;
        }

        @Override
        public void read(int from, double[] target, int count) {
            values.getElements(from, target, 0, count);
        }
    }
}
