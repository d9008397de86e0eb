package cohortkit.io;

import java.nio.charset.StandardCharsets;
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

    /** Where in {@link #ascii} the bytes of a text begin that came as such; elsewhere negative. */
    private int[] starts = new int[START];

    private int[] ends = new int[START];

    /** The bytes of such texts, side by side: quicker to compare than the texts. */
    private byte[] ascii = new byte[START];

    private int asciiLength;
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

    /** The same of characters, which become an object only if their text is new. */
    int place(char[] buffer, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i]; // as String has it
        }
        int at = slot(hash);
        while (slots[at] != 0) {
            int place = slots[at] - 1;
            if (hashes[place] == hash && equal(texts[place], buffer, from, length)) {
                return base + place;
            }
            at = at + 1 & slots.length - 1;
        }
        return addAt(at, new String(buffer, from, length), hash);
    }

    /** The same of ASCII characters. */
    int place(byte[] buffer, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int at = slot(hash);
        while (slots[at] != 0) {
            int place = slots[at] - 1;
            if (hashes[place] == hash && equal(place, buffer, from, length)) {
                return base + place;
            }
            at = at + 1 & slots.length - 1;
        }
        int place = addAt(at, new String(buffer, from, length, StandardCharsets.ISO_8859_1), hash);
        if (asciiLength + length > ascii.length) {
            ascii = Arrays.copyOf(ascii, Math.max(asciiLength + length, 2 * ascii.length));
        }
        System.arraycopy(buffer, from, ascii, asciiLength, length);
        starts[size - 1] = asciiLength;
        asciiLength += length;
        ends[size - 1] = asciiLength;
        return place;
    }

    private boolean equal(int place, byte[] buffer, int from, int length) {
        int start = starts[place];
        return start < 0
                ? equal(texts[place], buffer, from, length)
                : Arrays.equals(ascii, start, ends[place], buffer, from, from + length);
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

    private static boolean equal(String text, byte[] buffer, int from, int length) {
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
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        boolean visible = !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) < 0x7f;
        if (!visible && Spaces.isBlank(text)) {
            blanks.set(size);
        }
        starts[size] = -1;
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
