package cohortkit.io;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * Starts Tablesaw without noise. It asks SLF4J for a logger when it is first used, and SLF4J warns on the console where no
 * logging system is present; a system that is present is not touched. SLF4J's own switch for that is a
 * system property. After it, threads may make columns side by side.
 */
final class QuietTables {

    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private QuietTables() {}

    static synchronized void start() {
        startQuietly();
        ColumnType.values(); // its class and those of the types wait for each other if two threads start them
    }

    private static void startQuietly() {
        String before = System.getProperty(VERBOSITY);
        if (before != null) {
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        try {
            Table.create();
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }
}
