package cohortkit.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.BitSet;

/** The different texts of one column of a text file, found by the bytes that spell them. */
final class FieldTexts implements Texts {

    private static final int START = 16;
    /** So many different ones in a row make a list. */
    private static final int LISTED = 1 << 10;

    private static final long LONG = 0xffL << 56;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final CharsetDecoder decoder;
    /** The bytes of all, one after the other, and where those of each end. */
    private byte[] bytes = new byte[START * Long.BYTES];

    private int[] ends = new int[START];
    private long[] keys = new long[START];
    /** Those that came by {@link #places}. */
    private String[] texts = {};

    private final BitSet blanks = new BitSet();
    private int size;
    /** Open addressing: the key of a text, 0 where nothing is; and its place. */
    private long[] slots = new long[2 * START];

    private int[] places = new int[2 * START];
    /** How often a text was there already. */
    private int found;

    private boolean isList;

    /**
     * No texts yet.
     *
     * @param decoder reports what is not in its encoding
     */
    FieldTexts(CharsetDecoder decoder) {
        this.decoder = decoder;
    }

    /** None, in the same encoding. */
    FieldTexts fresh() {
        return new FieldTexts(decoder);
    }

    /**
     * The place of the text that so many bytes spell, {@link Words#SLACK} others behind them. Where the first texts are all
     * different, as identifiers are, each gets a place of its own, until {@link #places} finds those that are not.
     *
     * @throws CharacterCodingException if they are in another encoding
     */
    int place(byte[] buffer, int from, int length, boolean ascii) throws CharacterCodingException {
        int before = size;
        int place = place(buffer, from, length);
        if (size > before && !ascii) {
            decoder.decode(ByteBuffer.wrap(buffer, from, length));
        }
        return place;
    }

    int place(String text) {
        byte[] spelled = text.getBytes(decoder.charset());
        return place(Arrays.copyOf(spelled, spelled.length + Words.SLACK), 0, spelled.length);
    }

    private int place(byte[] buffer, int from, int length) {
        long key = key(buffer, from, length);
        if (isList) {
            return add(key, buffer, from, length);
        }
        int slot = slot(key, buffer, from, length);
        if (slots[slot] != 0) {
            found++;
            return places[slot];
        }
        int place = add(slot, key, buffer, from, length);
        if (size == LISTED && found == 0) {
            isList = true;
            slots = new long[0];
            places = new int[0];
        }
        return place;
    }

    /** The places here of all texts of another, which are taken over. */
    int[] places(FieldTexts other) {
        int[] found = new int[other.size];
        for (int i = 0; i < found.length; i++) {
            int from = other.start(i);
            int length = other.ends[i] - from;
            int slot = slot(other.keys[i], other.bytes, from, length);
            if (slots[slot] != 0) {
                found[i] = places[slot];
            } else {
                found[i] = add(slot, other.keys[i], other.bytes, from, length);
                take(found[i], new String(other.bytes, from, length, other.decoder.charset()));
            }
        }
        return found;
    }

    private void take(int place, String text) {
        texts = place >= texts.length ? Arrays.copyOf(texts, keys.length) : texts;
        texts[place] = text;
        boolean visible = text.charAt(0) > ' ' && text.charAt(0) < 0x7f;
        if (!visible && Spaces.isBlank(text)) {
            blanks.set(place);
        }
    }

    /** Makes room for so many texts. */
    void expect(int count) {
        if (2 * count > slots.length) {
            grow(Integer.highestOneBit(2 * count) * 2);
        }
        if (count > keys.length) {
            widen(count);
        }
    }

    private static long key(byte[] buffer, int from, int length) {
        if (length < Long.BYTES) {
            return Words.start(Words.at(buffer, from), length) | ((long) length << 56);
        }
        long hash = length;
        int at = from;
        int rest = length;
        for (; rest > Long.BYTES; rest -= Long.BYTES) {
            hash = (hash ^ Words.at(buffer, at)) * MIXER;
            hash ^= hash >>> Integer.SIZE;
            at += Long.BYTES;
        }
        return LONG | (((hash ^ Words.atEnd(Words.at(buffer, at), rest)) * MIXER) >>> Byte.SIZE);
    }

    /** Where the search for a key begins, in so many slots. */
    private static int first(long key, int slots) {
        return (int) ((key * MIXER) >>> Integer.SIZE) & (slots - 1);
    }

    /** The slot of a text, or the one that it may get. */
    private int slot(long key, byte[] buffer, int from, int length) {
        int at = first(key, slots.length);
        while (slots[at] != 0) {
            if (slots[at] == key && (length < Long.BYTES || isAt(places[at], buffer, from, length))) {
                return at;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    private boolean isAt(int place, byte[] buffer, int from, int length) {
        int start = start(place);
        if (ends[place] - start != length) {
            return false;
        }
        int at = 0;
        for (; length - at > Long.BYTES; at += Long.BYTES) {
            if (Words.at(bytes, start + at) != Words.at(buffer, from + at)) {
                return false;
            }
        }
        long difference = Words.at(bytes, start + at) ^ Words.at(buffer, from + at);
        return length == at || Words.atEnd(difference, length - at) == 0;
    }

    private int add(int slot, long key, byte[] buffer, int from, int length) {
        int place = add(key, buffer, from, length);
        slots[slot] = key;
        places[slot] = place;
        if (2 * size > slots.length) {
            grow(2 * slots.length);
        }
        return place;
    }

    private int add(long key, byte[] buffer, int from, int length) {
        if (size == keys.length) {
            widen(2 * size);
        }
        int start = start(size);
        if (start + length + Words.SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + length + Words.SLACK, 2 * bytes.length));
        }
        System.arraycopy(buffer, from, bytes, start, length);
        ends[size] = start + length;
        keys[size] = key;
        return size++;
    }

    private void widen(int count) {
        ends = Arrays.copyOf(ends, count);
        keys = Arrays.copyOf(keys, count);
    }

    private void grow(int length) {
        slots = new long[length];
        places = new int[length];
        for (int place = 0; place < size; place++) {
            int at = first(keys[place], length);
            while (slots[at] != 0) {
                at = (at + 1) & (length - 1);
            }
            slots[at] = keys[place];
            places[at] = place;
        }
    }

    int size() {
        return size;
    }

    /** How many bytes spell them. */
    int bytes() {
        return start(size);
    }

    @Override
    public String get(int place) {
        return texts[place];
    }

    @Override
    public boolean isBlank(int place) {
        return blanks.get(place);
    }

    @Override
    public boolean keepsEachOnce() {
        return true;
    }
}
