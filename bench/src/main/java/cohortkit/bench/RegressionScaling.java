package cohortkit.bench;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.stats.regression.Logistic;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a logistic fit of two dense columns takes of 100,000 to 10,000,000 rows, in memory (the median of three) and in parts
 * of 100,000 rows (once), in seconds, after fits that warm up.
 */
final class RegressionScaling {

    private static final int PART = 100_000;
    private static final String FORMULA = "y ~ x1 + x2";

    private RegressionScaling() {}

    public static void main(String... args) {
        Cohort part = cohort(PART);
        for (int i = 0; i < 5; i++) {
            Logistic.fit(FORMULA, part).tidy();
            Logistic.fit(FORMULA, repeated(part, 2)).tidy();
        }
        for (int rows = PART; rows <= 10_000_000; rows *= 10) {
            Cohort whole = cohort(rows);
            double[] seconds = new double[3];
            for (int run = 0; run < seconds.length; run++) {
                long start = System.nanoTime();
                Logistic.fit(FORMULA, whole).tidy();
                seconds[run] = (System.nanoTime() - start) / 1e9;
            }
            Arrays.sort(seconds);
            long start = System.nanoTime();
            Logistic.fit(FORMULA, repeated(part, rows / PART)).tidy();
            double inParts = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "%,d rows: %.3f in memory, %.3f in parts%n", rows, seconds[1], inParts);
        }
    }

    private static Cohort cohort(int rows) {
        double[][] data = RegressionData.dense(rows, 2);
        Table table = Table.create("scaling");
        table.addColumns(
                DoubleColumn.create("y", data[0]),
                DoubleColumn.create("x1", data[1]),
                DoubleColumn.create("x2", data[2]));
        return Cohort.of(table);
    }

    private static CohortParts repeated(Cohort part, int times) {
        return new CohortParts() {
            @Override
            public Codebook codebook() {
                return part.codebook();
            }

            @Override
            public void forEach(Consumer<Cohort> reader) {
                for (int i = 0; i < times; i++) {
                    reader.accept(part);
                }
            }
        };
    }
}
