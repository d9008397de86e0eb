package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The center and spread of each raw column; scale 0 marks one that is the same everywhere, to rounding. */
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
        Arrays.fill(scale, 1);
        for (int j = 0; j < constant.length; j++) {
            constant[j] = constants.contains(columns.get(j));
        }
        boolean centered = !constants.isEmpty();
        IntStream each = IntStream.range(0, constant.length).filter(j -> !constant[j]);
        (rows > Chunks.ROWS ? each.parallel() : each).forEach(j -> measure(j, centered));
    }

    private void measure(int j, boolean centered) {
        ColumnSpread spread = new ColumnSpread(columns.get(j), rows, centered);
        center[j] = spread.center();
        scale[j] = spread.scale();
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
        return crossProducts(order, 1);
    }

    /**
     * What some of the rows, an even choice, add to the mean products of the scaled columns over all rows; empty if there
     * are so few rows that all may be taken.
     */
    Optional<double[][]> partOfCrossProducts(int[] order) {
        return rows < BlockRows.SAMPLED ? Optional.empty() : Optional.of(crossProducts(order, BlockRows.STRIDE));
    }

    private double[][] crossProducts(int[] order, int stride) {
        int p = order.length;
        double[][] cross = new double[p][p];
        Chunks.inOrder(rows, (from, to) -> crossProducts(order, stride, from, to), part -> {
            for (int j = 0; j < p; j++) {
                for (int k = j; k < p; k++) {
                    cross[j][k] += part[j][k] / rows;
                }
            }
        });
        return cross;
    }

    private double[][] crossProducts(int[] order, int stride, int from, int to) {
        double[][] sums = new double[order.length][order.length];
        CrossProducts products = new CrossProducts(sums);
        double[][] z = new double[order.length][Block.ROWS];
        double[] ones = new double[Block.ROWS];
        Arrays.fill(ones, 1);
        for (int row = from; row < to; row += stride * Block.ROWS) {
            int count = Math.min(Block.ROWS, to - row);
            for (int j = 0; j < order.length; j++) {
                fillScaled(order[j], z[j], row, count);
            }
            products.add(z, ones, count);
        }
        return sums;
    }

    private void fillScaled(int j, double[] target, int from, int count) {
        columns.get(j).fill(target, from, count);
        if (!constant[j]) {
            Basis.standardize(target, center[j], 1 / scale[j], count);
        }
    }
}
