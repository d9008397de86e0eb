package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scaling of a model's columns over parts: centers and scales of the first part, and the products of columns so
 * standardized over all of them. Where the first part was no guide, what the pass has found is the guide of another.
 */
final class PartScaling {

    /** Squared means and inverse variances above this call for another pass. */
    private static final double FAR = 16;

    private final boolean[] constant;
    private final double[] center;
    private final double[] scale;
    private final boolean centered;
    private double[] least;
    private double[] most;
    private double[] sums;
    private double[][] cross;
    private long rows;

    PartScaling(List<DesignColumn> first, boolean[] constant, int firstRows) {
        int p = constant.length;
        this.constant = constant;
        this.center = new double[p];
        this.scale = new double[p];
        this.centered = IntStream.range(0, p).anyMatch(j -> constant[j]);
        double[] value = new double[1];
        for (int j = 0; j < p; j++) {
            ColumnSpread spread = new ColumnSpread(first.get(j), firstRows, centered && !constant[j]);
            first.get(j).fill(value, 0, 1);
            center[j] = constant[j] || !centered ? 0 : spread.scale() > 0 ? spread.center() : value[0];
            scale[j] = constant[j] || spread.scale() == 0 ? 1 : spread.scale();
        }
        reset();
    }

    private void reset() {
        int p = constant.length;
        least = new double[p];
        most = new double[p];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        sums = new double[p];
        cross = new double[p][p];
        rows = 0;
    }

    void add(PartRows part) {
        int p = constant.length;
        double[][] z = new double[p][Block.ROWS];
        double[] counts = new double[Block.ROWS];
        CrossProducts products = new CrossProducts(cross);
        for (int from = 0; from < part.size(); from += Block.ROWS) {
            int count = Math.min(Block.ROWS, part.size() - from);
            for (int i = 0; i < count; i++) {
                counts[i] = part.weights()[from + i] > 0 ? 1 : 0;
                rows += (long) counts[i];
            }
            for (int j = 0; j < p; j++) {
                part.columns().get(j).fill(z[j], from, count);
                for (int i = 0; i < count; i++) {
                    if (counts[i] > 0) {
                        least[j] = Math.min(least[j], z[j][i]);
                        most[j] = Math.max(most[j], z[j][i]);
                    }
                }
                Basis.standardize(z[j], center[j], 1 / scale[j], count);
            }
            CrossProducts.add(z, counts, count, sums);
            products.add(z, counts, count);
        }
    }

    /** Moves centers and scales to what the pass has found; false if they were good enough. */
    boolean improve() {
        boolean improved = false;
        for (int j = 0; j < constant.length; j++) {
            if (constant[j] || isSame(j)) {
                continue;
            }
            double mean = centered ? sums[j] / rows : 0;
            double variance = cross[j][j] / rows - mean * mean;
            if (variance < 1 / FAR || variance > FAR || mean * mean > FAR * variance) {
                center[j] += mean * scale[j];
                scale[j] *= variance > 0 ? ColumnSpread.nearestPower(Math.sqrt(variance)) : 1;
                improved = true;
            }
        }
        if (improved) {
            reset();
        }
        return improved;
    }

    private boolean isSame(int j) {
        double size = Math.max(Math.abs(least[j]), Math.abs(most[j]));
        return centered ? most[j] - least[j] <= 4 * Math.ulp(size) : size == 0;
    }

    long rows() {
        return rows;
    }

    Basis basis() {
        int[] order = IntStream.concat(
                        IntStream.range(0, constant.length).filter(j -> constant[j]),
                        IntStream.range(0, constant.length).filter(j -> !constant[j] && !isSame(j)))
                .toArray();
        double[][] means = new double[order.length][order.length];
        for (int j = 0; j < order.length; j++) {
            for (int k = j; k < order.length; k++) {
                means[j][k] = cross[Math.min(order[j], order[k])][Math.max(order[j], order[k])] / rows;
            }
        }
        return Basis.of(means, order, center, scale, constant);
    }
}
