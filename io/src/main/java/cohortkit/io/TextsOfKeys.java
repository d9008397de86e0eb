package cohortkit.io;

import it.unimi.dsi.fastutil.ints.AbstractInt2ObjectMap;
import it.unimi.dsi.fastutil.objects.AbstractObjectSet;
import it.unimi.dsi.fastutil.objects.ObjectIterator;
import it.unimi.dsi.fastutil.objects.ObjectSet;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The texts of a column by keys that count on from a first one, in an array, and that of the missing key. */
final class TextsOfKeys extends AbstractInt2ObjectMap<String> {

    private static final long serialVersionUID = 1;

    private final int first;
    private transient @Nullable String[] texts;
    private transient @Nullable String missing;
    private int end;
    private int size;

    /**
     * Texts by keys.
     *
     * @param texts of the keys from the first on
     * @param missing of the largest key; null if there is none
     */
    TextsOfKeys(String[] texts, int first, @Nullable String missing) {
        this.texts = texts;
        this.first = first;
        this.missing = missing;
        this.end = texts.length;
        this.size = texts.length + (missing == null ? 0 : 1);
    }

    @Override
    public @Nullable String get(int key) {
        int at = key - first;
        return key == Integer.MAX_VALUE ? missing : at >= 0 && at < end ? texts[at] : defRetValue;
    }

    @Override
    public boolean containsKey(int key) {
        return get(key) != null;
    }

    @Override
    public @Nullable String put(int key, String text) {
        String before = get(key);
        size += before == null ? 1 : 0;
        set(key, text);
        return before;
    }

    @Override
    public @Nullable String remove(int key) {
        String before = get(key);
        if (before != null) {
            size--;
            set(key, null);
        }
        return before;
    }

    private void set(int key, @Nullable String text) {
        if (key == Integer.MAX_VALUE) {
            missing = text;
            return;
        }
        int at = key - first;
        if (at >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(at + 1, 2 * texts.length));
        }
        texts[at] = text;
        end = Math.max(end, at + 1);
    }

    @Override
    public void clear() {
        texts = new String[0];
        missing = null;
        end = 0;
        size = 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public ObjectSet<Entry<String>> int2ObjectEntrySet() {
        return new AbstractObjectSet<>() {
            @Override
            public ObjectIterator<Entry<String>> iterator() {
                return entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private ObjectIterator<Entry<String>> entries() {
        return new ObjectIterator<>() {
            private int at = next(0);

            private int next(int from) {
                int next = from;
                while (next < end && texts[next] == null) {
                    next++;
                }
                return next == end && missing == null ? end + 1 : next;
            }

            @Override
            public boolean hasNext() {
                return at <= end;
            }

            @Override
            public Entry<String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int key = at == end ? Integer.MAX_VALUE : first + at;
                at = at == end ? end + 1 : next(at + 1);
                return new BasicEntry<>(key, get(key));
            }
        };
    }
}
