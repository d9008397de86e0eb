package cohortkit.io;

import java.util.Arrays;

/** What the cells of a column became, by {@link Cells#content}; forgets rather than grows. */
final class ContentCache<T> {

    private static final int MOST_SLOTS = 1 << 16;
    private static final long[] NOTHING = new long[0];

    private final int bits;
    private long[] contents = NOTHING;
    private Object[] results = {};

    /** With room for about so many cells, or what is quick to look up. */
    ContentCache(int cells) {
        bits = 31 - Integer.numberOfLeadingZeros(Math.max(2, Math.min(MOST_SLOTS, cells)));
    }

    private int slot(long content) {
        return (int) ((content * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
    }

    /** The result for a content; null if it is not known. */
    @SuppressWarnings("unchecked")
    T get(long content) {
        if (contents.length == 0) {
            return null;
        }
        int slot = slot(content);
        return contents[slot] == content ? (T) results[slot] : null;
    }

    /** Keeps a result unless cells of that content cannot be told by it. */
    void put(long content, T result) {
        if (content == Long.MIN_VALUE) {
            return;
        }
        if (contents.length == 0) {
            contents = new long[1 << bits];
            results = new Object[1 << bits];
            Arrays.fill(contents, Long.MIN_VALUE);
        }
        int slot = slot(content);
        contents[slot] = content;
        results[slot] = result;
    }
}
