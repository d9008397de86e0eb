package cohortkit.io;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectSet;

/** The keys of a column's texts, entered when one is first asked for: a million identifiers mostly never are. */
final class KeysOfTexts extends Object2IntOpenHashMap<String> {

    private static final long serialVersionUID = 1;

    private final transient String[] texts;
    private final int first;
    private final int missing;
    private volatile boolean entered;

    /**
     * Keys that count on from a first one.
     *
     * @param texts a key's each, all different
     * @param missing the key of the missing text; that of no text if there is none
     */
    KeysOfTexts(String[] texts, int first, int missing) {
        this.texts = texts;
        this.first = first;
        this.missing = missing;
        defaultReturnValue(Integer.MIN_VALUE);
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
        ensureCapacity(texts.length + 1);
        for (int i = 0; i < texts.length; i++) {
            super.put(texts[i], first + i);
        }
        if (missing != defRetValue) {
            super.put(TextValues.MISSING_TEXT, missing);
        }
        entered = true;
    }

    @Override
    public int put(String text, int key) {
        enter();
        return super.put(text, key);
    }

    @Override
    public int getInt(Object text) {
        enter();
        return super.getInt(text);
    }

    @Override
    public int removeInt(Object text) {
        enter();
        return super.removeInt(text);
    }

    @Override
    public boolean containsKey(Object text) {
        enter();
        return super.containsKey(text);
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
    public ObjectSet<String> keySet() {
        enter();
        return super.keySet();
    }

    @Override
    public FastEntrySet<String> object2IntEntrySet() {
        enter();
        return super.object2IntEntrySet();
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
