package cohortkit.stats.regression;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The center and spread of each raw column. */
final class Scaling {

    final double[] center;
    final double[] scale;
    final boolean[] constant;

    private final List<DesignColumn> columns;
    private final int rows;

    Scaling(List<DesignColumn> columns, Set<DesignColumn> constants, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.center = new double[columns.size()];
        this.scale = new double[columns.size()];
        this.constant = new boolean[columns.size()];
        double[] block = new double[Block.ROWS];
        for (int j = 0; j < constant.length; j++) {
            constant[j] = constants.contains(columns.get(j));
            scale[j] = 1;
            if (!constant[j]) {
                measure(j, block, !constants.isEmpty());
            }
        }
    }

    /** Scale 0 marks a column that is the same everywhere, to rounding. */
    private void measure(int j, double[] block, boolean centered) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int from = 0; from < rows; from += Block.ROWS) {
            int count = fill(j, block, from);
            double part = 0;
            for (int i = 0; i < count; i++) {
                least = Math.min(least, block[i]);
                most = Math.max(most, block[i]);
                part += block[i];
            }
            sum += part;
        }
        double size = Math.max(Math.abs(least), Math.abs(most));
        if (centered ? most - least <= 4 * Math.ulp(size) : size == 0) {
            scale[j] = 0;
            return;
        }
        center[j] = centered ? sum / rows : 0;
        double squares = 0;
        for (int from = 0; from < rows; from += Block.ROWS) {
            int count = fill(j, block, from);
            double part = 0;
            for (int i = 0; i < count; i++) {
                double deviation = (block[i] - center[j]) / size;
                part += deviation * deviation;
            }
            squares += part;
        }
        scale[j] = size * Math.sqrt(squares / rows);
    }

    private int fill(int j, double[] block, int from) {
        int count = Math.min(Block.ROWS, rows - from);
        columns.get(j).fill(block, from, count);
        return count;
    }

    /** Columns that vary, the constant's first. */
    int[] usable() {
        return IntStream.concat(
                        IntStream.range(0, constant.length).filter(j -> constant[j]),
                        IntStream.range(0, constant.length).filter(j -> !constant[j] && scale[j] > 0))
                .toArray();
    }

    /** Mean products of the scaled columns; the upper triangle. */
    double[][] crossProducts(int[] order) {
        int p = order.length;
        double[][] cross = new double[p][p];
        double[][] z = new double[p][Block.ROWS];
        for (int from = 0; from < rows; from += Block.ROWS) {
            int count = Math.min(Block.ROWS, rows - from);
            for (int j = 0; j < p; j++) {
                fillScaled(order[j], z[j], from);
            }
            for (int j = 0; j < p; j++) {
                for (int k = j; k < p; k++) {
                    cross[j][k] += Block.dot(z[j], z[k], count) / rows;
                }
            }
        }
        return cross;
    }

    private void fillScaled(int j, double[] target, int from) {
        int count = fill(j, target, from);
        if (!constant[j]) {
            for (int i = 0; i < count; i++) {
                target[i] = (target[i] - center[j]) / scale[j];
            }
        }
    }
}
