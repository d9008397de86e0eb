package cohortkit.io;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** How often each key of a column stands there, entered when it is first asked for, as {@link KeysOfTexts} are. */
final class CountsOfKeys extends Int2IntOpenHashMap {

    private static final long serialVersionUID = 1;

    private final transient int[] counts;
    private final int first;
    private final int missing;
    private volatile boolean entered;

    /**
     * Counts of keys that count on from a first one.
     *
     * @param missing that of the largest key
     */
    CountsOfKeys(int[] counts, int first, int missing) {
        this.counts = counts;
        this.first = first;
        this.missing = missing;
    }

    private void enter() {
        if (!entered) {
            enterAll();
        }
    }

    private synchronized void enterAll() {
        if (entered) {
            return;
        }
        ensureCapacity(counts.length + 1);
        for (int i = 0; i < counts.length; i++) {
            super.put(first + i, counts[i]);
        }
        if (missing > 0) {
            super.put(Integer.MAX_VALUE, missing);
        }
        entered = true;
    }

    @Override
    public int put(int key, int count) {
        enter();
        return super.put(key, count);
    }

    @Override
    public int addTo(int key, int more) {
        enter();
        return super.addTo(key, more);
    }

    @Override
    public int get(int key) {
        enter();
        return super.get(key);
    }

    @Override
    public int remove(int key) {
        enter();
        return super.remove(key);
    }

    @Override
    public boolean containsKey(int key) {
        enter();
        return super.containsKey(key);
    }

    @Override
    public int size() {
        enter();
        return super.size();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public void clear() {
        enter();
        super.clear();
    }

    @Override
    public FastEntrySet int2IntEntrySet() {
        enter();
        return super.int2IntEntrySet();
    }

    @Override
    public boolean equals(Object other) {
        enter();
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        enter();
        return super.hashCode();
    }
}
