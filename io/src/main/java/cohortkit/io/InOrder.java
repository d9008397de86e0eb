package cohortkit.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on all cores whose results are taken in the order in which the work came, so that no result depends on how many
 * cores there are. No more of it is under way than keeps them busy. An error ends it when its turn comes.
 */
final class InOrder<T> implements AutoCloseable {

    /** Takes a result, on the thread that brings the work. */
    interface Next<T> {
        void take(T result) throws IOException;
    }

    static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Next<T> next;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();
    private final int most;
    private final ExecutorService threads;

    InOrder(Next<T> next) {
        this(CORES, next);
    }

    InOrder(int threads, Next<T> next) {
        this.next = next;
        this.most = threads;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "cohortkit-import");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(Callable<T> work) throws IOException {
        if (underWay.size() > most) {
            takeOne();
        }
        underWay.add(threads.submit(work));
    }

    /** Waits for what is under way. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            takeOne();
        }
    }

    private void takeOne() throws IOException {
        try {
            next.take(underWay.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
