package cohortkit.io;

import java.util.Arrays;
import java.util.BitSet;

/** The texts of a file, each kept once. */
final class TextPool {

    private static final int START = 64;

    /** Texts of another pool that keep their places; those of this one follow. */
    private final String[] lower;

    private final BitSet lowerBlanks;

    private final int base;
    private String[] texts = new String[START];
    private final BitSet blanks = new BitSet();
    private int size;
    /** Open addressing: 1 + the place of a text at its hash or after it, 0 where nothing is. */
    private int[] slots = new int[2 * START];

    private int hashed;

    TextPool() {
        lower = new String[0];
        base = 0;
        lowerBlanks = new BitSet();
    }

    /** A pool that takes new texts apart from another one, on top of what is in that one now. */
    TextPool(TextPool lower) {
        this.lower = lower.texts;
        this.base = lower.size;
        this.lowerBlanks = (BitSet) lower.blanks.clone();
    }

    /** The place of a text that may be there already. */
    int place(String text) {
        int slot = spread(text.hashCode());
        while (true) {
            int at = slot & (slots.length - 1);
            if (slots[at] == 0) {
                return addAt(at, text);
            }
            String known = texts[slots[at] - 1];
            if (known.hashCode() == text.hashCode() && known.equals(text)) {
                return base + slots[at] - 1;
            }
            slot++;
        }
    }

    /** The same of characters, which become an object only if their text is new. */
    int place(char[] buffer, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i]; // as String has it
        }
        int slot = spread(hash);
        while (true) {
            int at = slot & (slots.length - 1);
            if (slots[at] == 0) {
                return addAt(at, new String(buffer, from, length));
            }
            String known = texts[slots[at] - 1];
            if (known.hashCode() == hash && equal(known, buffer, from, length)) {
                return base + slots[at] - 1;
            }
            slot++;
        }
    }

    private static boolean equal(String text, char[] buffer, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    private int addAt(int at, String text) {
        slots[at] = size + 1;
        add(text);
        if (++hashed > slots.length / 2) {
            grow();
        }
        return base + size - 1;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int place : old) {
            if (place != 0) {
                int slot = spread(texts[place - 1].hashCode());
                while (slots[slot & (slots.length - 1)] != 0) {
                    slot++;
                }
                slots[slot & (slots.length - 1)] = place;
            }
        }
    }

    /** Adds a text at the next place, as a file that keeps each text once itself does. */
    void add(String text) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        if (Spaces.isBlank(text)) {
            blanks.set(size);
        }
        texts[size++] = text;
    }

    /** The places here of what another pool took that stands on this one. */
    int[] places(TextPool other) {
        int[] places = new int[other.size];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(other.texts[i]);
        }
        return places;
    }

    /** How many texts it had from the start. */
    int base() {
        return base;
    }

    /** Whether a text is only spaces. */
    boolean isBlank(int place) {
        return place < base ? lowerBlanks.get(place) : blanks.get(place - base);
    }

    String get(int place) {
        return place < base ? lower[place] : texts[place - base];
    }

    int size() {
        return base + size;
    }
}
