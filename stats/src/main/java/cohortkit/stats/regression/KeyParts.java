package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Parts of columns whose keys are small enough to be the digits of one, or a part alone whose key may be any number. */
final class KeyParts {

    /** Places of a table. */
    private static final int MOST = 1 << 20;

    private final List<DesignColumn.Part> parts;
    private final int keyCount;

    private KeyParts(List<DesignColumn.Part> parts, int keyCount) {
        this.parts = parts;
        this.keyCount = keyCount;
    }

    static List<KeyParts> of(Collection<DesignColumn.Part> all) {
        List<KeyParts> found = new ArrayList<>();
        List<DesignColumn.Part> together = new ArrayList<>();
        int count = 1;
        for (DesignColumn.Part part : all) {
            int keys = part.keyCount();
            if (keys == 0) {
                found.add(new KeyParts(List.of(part), 0));
                continue;
            }
            if ((long) count * keys > MOST && !together.isEmpty()) {
                found.add(new KeyParts(List.copyOf(together), count));
                together.clear();
                count = 1;
            }
            together.add(part);
            count *= keys;
        }
        if (!together.isEmpty()) {
            found.add(new KeyParts(List.copyOf(together), count));
        }
        return found;
    }

    /** The key of each of these rows. */
    long[] keys(int from, int count) {
        long[] keys = new long[count];
        parts.forEach(part -> part.pack(keys, from, count));
        return keys;
    }

    /** For the pairs of so many codes and a key. */
    PairCodes codes(int codes, int most) {
        return keyCount > 0 && (long) codes * keyCount <= MOST
                ? new PairCodes.Direct(codes, keyCount)
                : new KeyCodes(most);
    }
}
