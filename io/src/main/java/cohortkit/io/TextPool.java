package cohortkit.io;

import java.util.Arrays;
import java.util.BitSet;

/** The texts of a file, each kept once. */
final class TextPool implements Texts {

    private static final int START = 64;

    /** Texts of another pool that keep their places; those of this one follow. */
    private final String[] lower;

    private final BitSet lowerBlanks;

    private final int base;
    private String[] texts = new String[START];
    /** Of the texts that can be found, the hash codes. */
    private int[] hashes = new int[START];

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
        return place(text, text.hashCode());
    }

    private int place(String text, int hash) {
        int at = slot(hash);
        while (slots[at] != 0) {
            int place = slots[at] - 1;
            if (hashes[place] == hash && texts[place].equals(text)) {
                return base + place;
            }
            at = at + 1 & slots.length - 1;
        }
        return addAt(at, text, hash);
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    private int addAt(int at, String text, int hash) {
        slots[at] = size + 1;
        add(text);
        hashes[size - 1] = hash;
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
                int at = slot(hashes[place - 1]);
                while (slots[at] != 0) {
                    at = at + 1 & slots.length - 1;
                }
                slots[at] = place;
            }
        }
    }

    /** Adds a text at the next place, as a file that keeps each text once itself does. */
    void add(String text) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        boolean visible = !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) < 0x7f;
        if (!visible && Spaces.isBlank(text)) {
            blanks.set(size);
        }
        texts[size++] = text;
    }

    /** The places here of what another pool took that stands on this one. */
    int[] places(TextPool other) {
        int[] places = new int[other.size];
        boolean isHashed = other.hashed == other.size;
        for (int i = 0; i < places.length; i++) {
            places[i] = place(other.texts[i], isHashed ? other.hashes[i] : other.texts[i].hashCode());
        }
        return places;
    }

    @Override
    public boolean keepsEachOnce() {
        return base == 0 && hashed == size;
    }

    /** How many texts it had from the start. */
    int base() {
        return base;
    }

    @Override
    public boolean isBlank(int place) {
        return place < base ? lowerBlanks.get(place) : blanks.get(place - base);
    }

    @Override
    public String get(int place) {
        return place < base ? lower[place] : texts[place - base];
    }

    int size() {
        return base + size;
    }
}
