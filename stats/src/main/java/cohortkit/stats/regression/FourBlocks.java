package cohortkit.stats.regression;

import java.util.Arrays;

/**
 * Four blocks of rows, full or not, side by side, and the sums of their products of columns, a sum for each place in a
 * block. A loop over the places is vectorised, which a loop that adds up one number is not. Reused.
 */
final class FourBlocks {

    private static final int BLOCKS = 4;

    /** Rows of all four. */
    static final int ROWS = BLOCKS * Block.ROWS;

    /** With more columns the sums of each place outgrow the cache. */
    static final int MOST_COLUMNS = 32;

    private final int size;
    private final Block[] blocks = new Block[BLOCKS];
    private final double[][] slopes;
    private final double[][][] products;
    private final double[][] weighed = new double[BLOCKS][Block.ROWS];

    FourBlocks(int columns, Pass pass) {
        this.size = columns;
        this.slopes = new double[columns][Block.ROWS];
        this.products = new double[pass == Pass.INFORMATION ? columns : 0][][];
        for (int j = 0; j < products.length; j++) {
            products[j] = new double[j + 1][Block.ROWS];
        }
        Arrays.setAll(blocks, b -> new Block(columns));
    }

    Block[] blocks() {
        return blocks;
    }

    /** Adds the products of all four, whose rows are weighed, and of information if it is asked for. */
    void add() {
        for (Block block : blocks) {
            Arrays.fill(block.score, block.count, Block.ROWS, 0);
            Arrays.fill(block.information, block.count, Block.ROWS, 0);
        }
        for (int k = 0; k < size; k++) {
            add(slopes[k], blocks[0].score, blocks[1].score, blocks[2].score, blocks[3].score, k);
        }
        for (int j = 0; j < products.length; j++) {
            for (int b = 0; b < BLOCKS; b++) {
                CrossProducts.weigh(weighed[b], blocks[b].information, blocks[b].z[j], Block.ROWS);
            }
            for (int k = 0; k <= j; k++) {
                add(products[j][k], weighed[0], weighed[1], weighed[2], weighed[3], k);
            }
        }
    }

    private void add(double[] sums, double[] a, double[] b, double[] c, double[] d, int column) {
        add(sums, a, b, c, d, blocks[0].z[column], blocks[1].z[column], blocks[2].z[column], blocks[3].z[column]);
    }

    private static void add(
            double[] sums,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] first,
            double[] second,
            double[] third,
            double[] fourth) {
        for (int i = 0; i < Block.ROWS; i++) {
            sums[i] += (a[i] * first[i] + b[i] * second[i]) + (c[i] * third[i] + d[i] * fourth[i]);
        }
    }

    /** Moves the sums to those of an accumulator; nothing is left here. */
    void moveTo(double[] gradient, double[][] information) {
        for (int j = 0; j < size; j++) {
            gradient[j] += taken(slopes[j]);
        }
        for (int j = 0; j < products.length; j++) {
            for (int k = 0; k <= j; k++) {
                information[k][j] += taken(products[j][k]);
            }
        }
    }

    private static double taken(double[] sums) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < Block.ROWS; i += 4) {
            a += sums[i];
            b += sums[i + 1];
            c += sums[i + 2];
            d += sums[i + 3];
        }
        Arrays.fill(sums, 0);
        return (a + b) + (c + d);
    }
}
