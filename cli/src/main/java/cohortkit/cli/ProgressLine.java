package cohortkit.cli;

import cohortkit.io.ImportProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal, written over and over while a long import goes on, and wiped at its end. */
final class ProgressLine implements ImportProgress, AutoCloseable {

    /** Who waits for less does not ask. */
    private static final long PATIENCE = 2_000_000_000L;

    private static final long PAUSE = 200_000_000L;

    private final String file;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long start;
    private long last;
    private int width;

    ProgressLine(Path file, PrintWriter out, LongSupplier nanoTime) {
        this.file = String.valueOf(file.getFileName());
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public void read(long rows, double share) {
        long now = nanoTime.getAsLong();
        if (now - start < PATIENCE || (width > 0 && now - last < PAUSE)) {
            return;
        }
        last = now;
        String percent = Double.isNaN(share) ? "" : String.format(Locale.ROOT, ", %.0f %%", 100 * share);
        show(String.format(Locale.ROOT, "%s: %,d rows%s", file, rows, percent));
    }

    private void show(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        out.flush();
        width = text.length();
    }

    @Override
    public void close() {
        if (width > 0) {
            show("");
            out.print("\r");
            out.flush();
        }
    }
}
