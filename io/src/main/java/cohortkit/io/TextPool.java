package cohortkit.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a file, each kept once. */
final class TextPool {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** The place of a text that may be there already. */
    int place(String text) {
        Integer known = places.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        places.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    /** Adds a text at the next place, as a file that keeps each text once itself does. */
    void add(String text) {
        texts.add(text);
    }

    String get(int place) {
        return texts.get(place);
    }

    int size() {
        return texts.size();
    }
}
