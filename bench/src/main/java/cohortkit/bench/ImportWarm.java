package cohortkit.bench;

import cohortkit.core.Cohort;
import cohortkit.io.Workbook;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Imports one file again and again in one process, as a long session or a service does, and prints the median of the
 * seconds that the second half of the imports took.
 */
final class ImportWarm {

    private static final int IMPORTS = 10;
    private static final double NANOS = 1e9;

    private ImportWarm() {}

    public static void main(String... args) {
        double[] seconds = new double[IMPORTS];
        long rows = 0;
        for (int i = 0; i < IMPORTS; i++) {
            long start = System.nanoTime();
            Cohort cohort = Workbook.open(Path.of(args[0])).cohort();
            seconds[i] = (System.nanoTime() - start) / NANOS;
            rows += cohort.size();
        }
        double[] warm = Arrays.copyOfRange(seconds, IMPORTS / 2, IMPORTS);
        Arrays.sort(warm);
        System.err.println(rows + " rows in all");
        System.out.printf(Locale.ROOT, "%.3f%n", warm[warm.length / 2]);
    }
}
