package cohortkit.bench;

import cohortkit.core.Cohort;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Writes the data for the peers into a folder and times our fits of them, in seconds, from a Tablesaw table to the
 * table of coefficients: the median of seven after twelve that warm up. The bound is that of the same work: the passes
 * over the columns at the machine's bandwidth, and their multiply-adds at the rate of a loop of independent ones.
 */
final class RegressionTimes {

    static final int ROWS = 1_000_000;
    static final int COLUMNS = 20;
    private static final int WARM = 12;
    private static final int RUNS = 7;

    /** Passes over the columns: the scales, the first full step, the end, and two that only follow the gradient. */
    private static final int PASSES = 5;

    /** Those of them that multiply the columns by each other: the first full step and the end. */
    private static final int PRODUCTS = 2;

    private RegressionTimes() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        double[][] dense = RegressionData.dense(ROWS, COLUMNS);
        RegressionData.write(dense, folder.resolve("dense.bin"));
        Table table = table(dense);
        String formula = formula(COLUMNS, "x%d");
        double fit = time(() -> Logistic.fit(formula, Cohort.of(table)));
        print("dense", fit);
        print("bound", bound(dense));
        if (args.length > 1) {
            Fit fitted = Logistic.fit(formula, Cohort.of(table));
            long start = System.nanoTime();
            int limits = fitted.tidy(CoefficientInterval.PROFILE, 0.95).size();
            print("profiles", (System.nanoTime() - start) / 1e9 * (COLUMNS + 1) / limits);
        }
        double[][] categories = RegressionData.categories(ROWS);
        RegressionData.write(categories, folder.resolve("categories.bin"));
        Table patterns = table(categories);
        String factors = formula(categories.length - 1, "factor(x%d)");
        print("categories", time(() -> Logistic.fit(factors, Cohort.of(patterns))));
        Cohort small = Cohort.of(table(RegressionData.dense(300, 5)));
        String few = formula(5, "x%d");
        print(
                "small",
                time(() -> IntStream.range(0, 2000)
                                .mapToObj(i -> Logistic.fit(few, small))
                                .toList())
                        / 2000);
    }

    private static void print(String name, double seconds) {
        System.out.println(name + " " + seconds);
    }

    static Table table(double[][] data) {
        Table table = Table.create("bench");
        table.addColumns(DoubleColumn.create("y", data[0]));
        for (int j = 1; j < data.length; j++) {
            table.addColumns(DoubleColumn.create("x" + j, data[j]));
        }
        return table;
    }

    static String formula(int columns, String term) {
        return "y ~ "
                + IntStream.rangeClosed(1, columns)
                        .mapToObj(j -> String.format(Locale.ROOT, term, j))
                        .collect(Collectors.joining(" + "));
    }

    private static double time(Supplier<Object> work) {
        double[] seconds = new double[WARM + RUNS];
        for (int run = 0; run < seconds.length; run++) {
            long start = System.nanoTime();
            Object result = work.get();
            seconds[run] = (System.nanoTime() - start) / 1e9;
            if (result.equals("")) {
                throw new IllegalStateException("nothing came of it");
            }
        }
        double[] kept = Arrays.copyOfRange(seconds, WARM, seconds.length);
        Arrays.sort(kept);
        return kept[RUNS / 2];
    }

    private static double bound(double[][] data) {
        double[] sums = new double[data.length];
        double pass = time(() -> {
            IntStream.range(0, data.length).parallel().forEach(j -> sums[j] = sum(data[j]));
            return sums[0];
        });
        int threads = Runtime.getRuntime().availableProcessors();
        long adds = 200_000_000;
        double rate = adds
                * threads
                / time(() -> IntStream.range(0, threads)
                        .parallel()
                        .mapToDouble(t -> multiplyAdds(adds, t))
                        .sum());
        double p = data.length;
        return PASSES * pass + PRODUCTS * ROWS * (p * (p + 1) / 2 + 2 * p) / rate;
    }

    /** Four sums, so that none waits for the one before it. */
    private static double sum(double[] x) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i + 3 < x.length; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        return a + b + c + d;
    }

    private static double multiplyAdds(long count, double start) {
        double x = 1 - 1e-9;
        double a = start;
        double b = start;
        double c = start;
        double d = start;
        double e = start;
        double f = start;
        double g = start;
        double h = start;
        for (long i = 0; i < count; i += 8) {
            a += x * b;
            b += x * c;
            c += x * d;
            d += x * a;
            e += x * f;
            f += x * g;
            g += x * h;
            h += x * e;
        }
        return a + b + c + d + e + f + g + h;
    }
}
