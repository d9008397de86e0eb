package cohortkit.stats.regression;

import java.util.List;
import java.util.Optional;

/** One column of the model matrix, a product of parts that is formed a block of rows at a time. */
final class DesignColumn {

    /** A factor of the product. */
    interface Part {

        /** Its name in a term. */
        String name();

        /** Multiplies rows {@code from}, {@code from + 1}, ... into the target. */
        void multiply(double[] target, int from, int count);
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

    static DesignColumn product(List<Part> parts) {
        return new DesignColumn(String.join(":", parts.stream().map(Part::name).toList()), List.copyOf(parts));
    }

    static Part number(String variable, double[] values) {
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
        return java.util.Arrays.stream(values).allMatch(x -> x == values[0]);
    }

    void fill(double[] target, int from, int count) {
        if (isNumber()) {
            System.arraycopy(((NumberPart) parts.get(0)).values, from, target, 0, count);
            return;
        }
        java.util.Arrays.fill(target, 0, count, 1);
        for (Part part : parts) {
            part.multiply(target, from, count);
        }
    }

    private static final class NumberPart implements Part {
        private final String variable;
        private final double[] values;

        NumberPart(String variable, double[] values) {
            this.variable = variable;
            this.values = values;
        }

        @Override
        public String name() {
            return variable;
        }

        @Override
        public void multiply(double[] target, int from, int count) {
            for (int i = 0; i < count; i++) {
                target[i] *= values[from + i];
            }
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
            for (int i = 0; i < count; i++) {
                if (factor.code(from + i) != level) {
                    target[i] = 0;
                }
            }
        }
    }
}
