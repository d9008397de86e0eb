package cohortkit.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Data for regressions, from a seed: an outcome and its columns, all numbers, in the bytes that R's {@code readBin} and
 * numpy's {@code fromfile} take, a column after the other.
 */
final class RegressionData {

    private RegressionData() {}

    /** Columns of normal deviates; the first is the outcome. */
    static double[][] dense(int rows, int columns) {
        Random random = new Random(20040317);
        double[][] data = new double[columns + 1][rows];
        for (int i = 0; i < rows; i++) {
            double eta = -1;
            for (int j = 1; j <= columns; j++) {
                data[j][i] = random.nextGaussian();
                eta += (j % 2 == 0 ? 0.15 : -0.15) * data[j][i];
            }
            data[0][i] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
        }
        return data;
    }

    /** Ten categories of two to three levels, 0, 1, 2: 5,184 patterns. */
    static double[][] categories(int rows) {
        int[] levels = {2, 3, 2, 3, 2, 2, 3, 2, 2, 3};
        Random random = new Random(20040318);
        double[][] data = new double[levels.length + 1][rows];
        for (int i = 0; i < rows; i++) {
            double eta = -1;
            for (int j = 1; j <= levels.length; j++) {
                data[j][i] = random.nextInt(levels[j - 1]);
                eta += (j % 2 == 0 ? 0.2 : -0.2) * data[j][i];
            }
            data[0][i] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
        }
        return data;
    }

    static void write(double[][] data, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (double[] column : data) {
                ByteBuffer bytes = ByteBuffer.allocate(8 * column.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(column);
                out.write(bytes.array());
            }
        }
    }
}
