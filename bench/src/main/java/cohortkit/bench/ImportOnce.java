package cohortkit.bench;

import cohortkit.core.Cohort;
import cohortkit.io.Workbook;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Imports one file as a user would, typing, ledger and provenance included, and prints what came of it: the number of rows
 * and cells in the ledger, and the heap that the cohort alone holds, in MB.
 */
final class ImportOnce {

    private ImportOnce() {}

    public static void main(String... args) {
        Cohort cohort = Workbook.open(Path.of(args[0])).cohort();
        if (args.length > 1) {
            System.gc();
            long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.println((held >> 20) + " MB");
        }
        System.out.println(cohort.size() + " rows, " + cohort.codebook().size() + " variables, "
                + cohort.ledger().entries().size() + " ledger lines");
    }
}
