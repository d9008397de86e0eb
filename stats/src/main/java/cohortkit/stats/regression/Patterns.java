package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a fit in memory, equal ones once: working columns, outcome, weight and offset. */
final class Patterns {

    private final double[][] columns;
    private final double[] outcome;
    private final double[] weight;
    private final double[] offset;
    private final int[] row;

    /** Which rows look as this one does in the working columns, the outcome and the offset. */
    private record Key(List<Double> values) {}

    private Patterns(double[][] columns, double[] outcome, double[] weight, double[] offset, int[] row) {
        this.columns = columns;
        this.outcome = outcome;
        this.weight = weight;
        this.offset = offset;
        this.row = row;
    }

    static Patterns of(Design design, ModelFrame frame) {
        int p = design.size();
        Map<Key, Integer> positions = new LinkedHashMap<>();
        List<Integer> first = new ArrayList<>();
        double[] weight = new double[frame.size()];
        double[][] z = new double[p][Block.ROWS];
        for (int from = 0; from < frame.size(); from += Block.ROWS) {
            int count = Math.min(Block.ROWS, frame.size() - from);
            design.fill(z, from, count);
            for (int i = 0; i < count; i++) {
                Double[] values = new Double[p + 2];
                for (int j = 0; j < p; j++) {
                    values[j] = z[j][i];
                }
                values[p] = frame.outcome()[from + i];
                values[p + 1] = frame.offset()[from + i];
                int at = positions.computeIfAbsent(new Key(List.of(values)), key -> positions.size());
                if (at == first.size()) {
                    first.add(from + i);
                }
                weight[at] += frame.weights()[from + i];
            }
        }
        int n = first.size();
        double[][] columns = new double[p][n];
        double[] outcome = new double[n];
        double[] offset = new double[n];
        for (Map.Entry<Key, Integer> entry : positions.entrySet()) {
            List<Double> values = entry.getKey().values();
            for (int j = 0; j < p; j++) {
                columns[j][entry.getValue()] = values.get(j);
            }
            outcome[entry.getValue()] = values.get(p);
            offset[entry.getValue()] = values.get(p + 1);
        }
        int[] row = first.stream().mapToInt(Integer::intValue).toArray();
        return new Patterns(columns, outcome, Arrays.copyOf(weight, n), offset, row);
    }

    /** Those whose first row is not marked. */
    Patterns without(boolean[] marked) {
        int[] left = java.util.stream.IntStream.range(0, size())
                .filter(i -> !marked[row[i]])
                .toArray();
        double[][] some = new double[columns.length][];
        for (int j = 0; j < some.length; j++) {
            some[j] = pick(columns[j], left);
        }
        return new Patterns(
                some,
                pick(outcome, left),
                pick(weight, left),
                pick(offset, left),
                Arrays.stream(left).map(i -> row[i]).toArray());
    }

    /** The same with other offsets. */
    Patterns withOffset(double[] newOffset) {
        return new Patterns(columns, outcome, weight, newOffset, row);
    }

    /** The same with a column of ones alone. */
    Patterns onlyConstant() {
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        return new Patterns(new double[][] {ones}, outcome, weight, offset, row);
    }

    /** With a column more: it is 1 in added rows, which have half the extra weight with the event and half without. */
    Patterns augmented(double[] extra) {
        int n = size();
        double[][] more = new double[columns.length + 1][3 * n];
        double[] outcomes = new double[3 * n];
        double[] weights = new double[3 * n];
        double[] offsets = new double[3 * n];
        int[] rows = new int[3 * n];
        for (int copy = 0; copy < 3; copy++) {
            for (int i = 0; i < n; i++) {
                int at = copy * n + i;
                for (int j = 0; j < columns.length; j++) {
                    more[j][at] = columns[j][i];
                }
                more[columns.length][at] = copy > 0 ? 1 : 0;
                outcomes[at] = copy == 0 ? outcome[i] : copy - 1;
                weights[at] = copy == 0 ? weight[i] : extra[i] / 2;
                offsets[at] = offset[i];
                rows[at] = row[i];
            }
        }
        return new Patterns(more, outcomes, weights, offsets, rows);
    }

    private static double[] pick(double[] values, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> values[i]).toArray();
    }

    int size() {
        return outcome.length;
    }

    /** Working columns. */
    double[][] columns() {
        return columns;
    }

    double[] outcome() {
        return outcome;
    }

    double[] weight() {
        return weight;
    }

    double[] offset() {
        return offset;
    }

    double meanOutcome() {
        return Step.dot(weight, outcome) / Arrays.stream(weight).sum();
    }
}
