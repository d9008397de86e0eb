package cohortkit.io;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Counts the different texts among many, most of which are known by their places in a pool. */
final class DifferentTexts {

    private final Texts pool;
    private final BitSet places = new BitSet();
    private final Set<String> others = new HashSet<>();

    DifferentTexts(Texts pool) {
        this.pool = pool;
    }

    void add(int place) {
        if (pool.keepsEachOnce()) {
            places.set(place);
        } else {
            add(pool.get(place));
        }
    }

    /** Adds a text that may be in the pool too. */
    void add(String text) {
        others.add(text);
    }

    int count() {
        Set<String> apart = new HashSet<>(others);
        if (!apart.isEmpty()) {
            places.stream().mapToObj(pool::get).forEach(apart::remove);
        }
        return places.cardinality() + apart.size();
    }
}
