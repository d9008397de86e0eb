package cohortkit.stats.regression;

import cohortkit.core.NumberValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One column of the model matrix, a product of parts that is formed a block of rows at a time. */
final class DesignColumn {

    /** A factor of the product. */
    interface Part {

        /** Its name in a term. */
        String name();

        /** Multiplies rows {@code from}, {@code from + 1}, ... into the target. */
        void multiply(double[] target, int from, int count);

        /** What it multiplies by depends on the row through this alone; takes it in as the last digits of keys. */
        void pack(long[] keys, int from, int count);

        /** How many keys there are, 0, 1, 2, ...; 0 if any number may be one, which replaces what it is packed into. */
        int keyCount();

        /** Parts of equal sources have equal keys. */
        Object source();

        /** The same for some of the rows. */
        Part at(int[] rows);
    }

    private final String name;
    private final List<Part> parts;

    private DesignColumn(String name, List<Part> parts) {
        this.name = name;
        this.parts = parts;
    }

    static DesignColumn intercept() {
        return new DesignColumn("(Intercept)", List.of());
    }

    /** One part for each variable of which columns are made. */
    static Collection<Part> sources(List<DesignColumn> columns) {
        Map<Object, Part> sources = new LinkedHashMap<>();
        columns.forEach(column -> column.parts.forEach(part -> sources.putIfAbsent(part.source(), part)));
        return sources.values();
    }

    /** The same for some of the rows. */
    DesignColumn at(int[] rows) {
        return new DesignColumn(name, parts.stream().map(part -> part.at(rows)).toList());
    }

    static DesignColumn product(List<Part> parts) {
        return new DesignColumn(String.join(":", parts.stream().map(Part::name).toList()), List.copyOf(parts));
    }

    static Part number(String variable, double[] values) {
        return number(variable, new ArrayValues(values));
    }

    static Part number(String variable, NumberValues values) {
        return new NumberPart(variable, values);
    }

    static Part level(Factor factor, int level) {
        return new LevelPart(factor, level);
    }

    String name() {
        return name;
    }

    /** The categories of whose levels it is made. */
    List<Factor> factors() {
        return parts.stream()
                .filter(LevelPart.class::isInstance)
                .map(part -> ((LevelPart) part).factor)
                .toList();
    }

    /** The category of whose level this column is the indicator. */
    Optional<Factor> indicatorOf() {
        return parts.size() == 1 && parts.get(0) instanceof LevelPart part
                ? Optional.of(part.factor)
                : Optional.empty();
    }

    /** Whether the column is one number as it stands in the data. */
    boolean isNumber() {
        return parts.size() == 1 && parts.get(0) instanceof NumberPart;
    }

    /** Whether all rows have the same value. */
    boolean isSame(int rows) {
        double[] values = new double[rows];
        fill(values, 0, rows);
        return Arrays.stream(values).allMatch(x -> x == values[0]);
    }

    void fill(double[] target, int from, int count) {
        if (isNumber()) {
            ((NumberPart) parts.get(0)).values.read(from, target, count);
            return;
        }
        Arrays.fill(target, 0, count, 1);
        for (Part part : parts) {
            part.multiply(target, from, count);
        }
    }

    private static final class NumberPart implements Part {
        private final String variable;
        private final NumberValues values;

        NumberPart(String variable, NumberValues values) {
            this.variable = variable;
            this.values = values;
        }

        @Override
        public String name() {
            return variable;
        }

        @Override
        public void multiply(double[] target, int from, int count) {
            double[] run = new double[count];
            values.read(from, run, count);
            for (int i = 0; i < count; i++) {
                target[i] *= run[i];
            }
        }

        @Override
        public void pack(long[] keys, int from, int count) {
            double[] run = new double[count];
            values.read(from, run, count);
            for (int i = 0; i < count; i++) {
                keys[i] = Double.doubleToLongBits(run[i] + 0.0);
            }
        }

        @Override
        public int keyCount() {
            return 0;
        }

        @Override
        public Object source() {
            return variable;
        }

        @Override
        public Part at(int[] rows) {
            return new NumberPart(
                    variable,
                    new ArrayValues(Arrays.stream(rows).mapToDouble(values::at).toArray()));
        }
    }

    private static final class LevelPart implements Part {
        private final Factor factor;
        private final int level;

        LevelPart(Factor factor, int level) {
            this.factor = factor;
            this.level = level;
        }

        @Override
        public String name() {
            return factor.name(level);
        }

        @Override
        public void multiply(double[] target, int from, int count) {
            factor.multiply(target, level, from, count);
        }

        @Override
        public void pack(long[] keys, int from, int count) {
            factor.pack(keys, from, count);
        }

        @Override
        public int keyCount() {
            return factor.levels().size();
        }

        @Override
        public Object source() {
            return factor;
        }

        @Override
        public Part at(int[] rows) {
            return new LevelPart(factor.at(rows), level);
        }
    }
}
