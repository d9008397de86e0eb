package cohortkit.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal, written over and over while something long goes on, and wiped at its end. */
final class ProgressLine implements AutoCloseable {

    /** Who waits for less does not ask. */
    private static final long PATIENCE = 2_000_000_000L;

    private static final long PAUSE = 200_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final String what;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long start;
    private int pass = 1;
    private long last;
    private int width;
    private boolean told;
    private boolean closed;

    ProgressLine(String what, PrintWriter out, LongSupplier nanoTime) {
        this.what = what;
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** So many rows are read, and that share of all; NaN where it is not known. */
    void read(long rows, double share) {
        tell(what + ": " + rows(rows, share));
    }

    /** The same of a file that is read several times. */
    void readAgain(long rows, double share) {
        tell(what + ", pass " + pass + ": " + rows(rows, share));
        pass += share >= 1 ? 1 : 0;
    }

    private static String rows(long rows, double share) {
        String percent = Double.isNaN(share) ? "" : String.format(Locale.ROOT, ", %.0f %%", 100 * share);
        return String.format(Locale.ROOT, "%,d rows%s", rows, percent);
    }

    /** Shows a text unless it is too early, or another was shown just now. */
    synchronized void tell(String text) {
        told = true;
        show(text);
    }

    private void show(String text) {
        long now = nanoTime.getAsLong();
        if (!closed && now - start >= PATIENCE && (width == 0 || now - last >= PAUSE)) {
            last = now;
            write(text);
        }
    }

    /** Counts the seconds, until there is more to tell. */
    void count() {
        Thread counting = new Thread(this::countOn, "progress");
        counting.setDaemon(true);
        counting.start();
    }

    private void countOn() {
        while (second()) {
            try {
                Thread.sleep(SECOND / 1_000_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Shows how long it has taken; false if that is no news any more. */
    synchronized boolean second() {
        if (!closed && !told) {
            show(what + ": " + (nanoTime.getAsLong() - start) / SECOND + " s");
        }
        return !closed && !told;
    }

    private void write(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        out.flush();
        width = text.length();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (width > 0) {
            write("");
            out.print("\r");
            out.flush();
        }
    }
}
