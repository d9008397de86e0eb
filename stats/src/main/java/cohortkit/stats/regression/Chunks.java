package cohortkit.stats.regression;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Work on many rows, cut into chunks whose size does not depend on the number of threads, and whose results are taken in
 * the order of the rows: the same bits on any machine. Threads are those of the pool in which the caller runs, or of the
 * common pool.
 */
final class Chunks {

    /** Rows of a chunk: the unit of work of a thread. */
    static final int ROWS = 64 * Block.ROWS;

    /** Chunks that are worked on before their results are taken, so that memory does not grow with the rows. */
    private static final int WAVE = 64;

    private Chunks() {}

    /** What is done with the rows from the first up to and without the second. */
    interface Work<T> {
        T of(int from, int to);
    }

    static <T> void inOrder(int rows, Work<T> work, Consumer<T> take) {
        int chunks = (rows + ROWS - 1) / ROWS;
        if (chunks <= 1) {
            take.accept(work.of(0, rows));
            return;
        }
        for (int first = 0; first < chunks; first += WAVE) {
            List<T> results = IntStream.range(first, Math.min(chunks, first + WAVE))
                    .parallel()
                    .mapToObj(chunk -> work.of(chunk * ROWS, (int) Math.min(rows, (chunk + 1L) * ROWS)))
                    .toList();
            results.forEach(take);
        }
    }
}
