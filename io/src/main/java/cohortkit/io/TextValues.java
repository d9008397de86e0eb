package cohortkit.io;

import it.unimi.dsi.fastutil.bytes.Byte2IntOpenHashMap;
import it.unimi.dsi.fastutil.bytes.Byte2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ByteOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.ByteDictionaryMap;
import tech.tablesaw.columns.strings.IntDictionaryMap;

/**
 * The texts of a column as keys of the different ones among them. The column that comes of it is as Tablesaw makes it of
 * text after text; but that looks each of them up three times.
 */
final class TextValues {

    /** Tablesaw's keys: of the first text, and of a missing one. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    private static final int MISSING = Integer.MAX_VALUE;
    private static final byte FIRST_BYTE = Byte.MIN_VALUE + 1;
    private static final int MOST_BYTES = 250;
    static final String MISSING_TEXT = "";

    private final int[] keys;
    /** None before a text comes that may be one of those before. */
    private @Nullable Object2IntOpenHashMap<String> keysByText;

    private String[] texts;
    private int[] counts;
    private int different;
    private int missing;
    private int rows;

    /**
     * An empty column.
     *
     * @param size how many rows there will be
     * @param expected how many different texts, at a guess
     */
    TextValues(int size, int expected) {
        keys = new int[size];
        texts = new String[Math.max(16, expected)];
        counts = new int[texts.length];
    }

    /** The number, from 0, of a text among the different ones. */
    int number(String text) {
        if (keysByText == null) {
            keysByText = new Object2IntOpenHashMap<>(texts.length);
            keysByText.defaultReturnValue(Integer.MIN_VALUE);
            for (int i = 0; i < different; i++) {
                keysByText.put(texts[i], FIRST + i);
            }
        }
        int key = keysByText.putIfAbsent(text, FIRST + different);
        return key == Integer.MIN_VALUE ? add(text) : key - FIRST;
    }

    /** The same of a text that is none of those before if all of them came by this method. */
    int numberOfNew(String text) {
        return keysByText == null ? add(text) : number(text);
    }

    private int add(String text) {
        if (different == texts.length) {
            texts = Arrays.copyOf(texts, different * 2);
            counts = Arrays.copyOf(counts, different * 2);
        }
        texts[different] = text;
        return different++;
    }

    /** Adds a row with a text by its number. */
    void add(int number) {
        counts[number]++;
        keys[rows++] = FIRST + number;
    }

    void addMissing() {
        missing++;
        keys[rows++] = MISSING;
    }

    /** Whether no text is missing or stands there twice. */
    boolean isDistinct() {
        return different == rows;
    }

    /** The column of a category: its keys are as small as Tablesaw's, since arrays are made of their range. */
    StringColumn levels(String name) {
        if (different > MOST_BYTES) {
            StringColumn column = StringColumn.create(name);
            for (int key : keys) {
                column.append(key == MISSING ? MISSING_TEXT : texts[key - FIRST]);
            }
            return column;
        }
        Byte2ObjectOpenHashMap<String> textsByKey = new Byte2ObjectOpenHashMap<>();
        Object2ByteOpenHashMap<String> keysOfTexts = new Object2ByteOpenHashMap<>();
        keysOfTexts.defaultReturnValue(Byte.MIN_VALUE);
        Byte2IntOpenHashMap countsByKey = new Byte2IntOpenHashMap();
        for (int i = 0; i < different; i++) {
            textsByKey.put((byte) (FIRST_BYTE + i), texts[i]);
            keysOfTexts.put(texts[i], (byte) (FIRST_BYTE + i));
            countsByKey.put((byte) (FIRST_BYTE + i), counts[i]);
        }
        if (missing > 0) {
            textsByKey.put(Byte.MAX_VALUE, MISSING_TEXT);
            keysOfTexts.put(MISSING_TEXT, Byte.MAX_VALUE);
            countsByKey.put(Byte.MAX_VALUE, missing);
        }
        byte[] bytes = new byte[keys.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = keys[i] == MISSING ? Byte.MAX_VALUE : (byte) (FIRST_BYTE + keys[i] - FIRST);
        }
        return StringColumn.createInternal(
                name,
                new ByteDictionaryMap.ByteDictionaryBuilder()
                        .setNextIndex(Byte.MIN_VALUE + different)
                        .setKeyToValue(textsByKey)
                        .setValueToKey(keysOfTexts)
                        .setKeyToCount(countsByKey)
                        .setValues(bytes)
                        .build());
    }

    /** The column of a text or an identifier. */
    StringColumn column(String name) {
        String[] all = Arrays.copyOf(texts, different);
        int missingKey = missing > 0 ? MISSING : Integer.MIN_VALUE;
        return StringColumn.createInternal(
                name,
                new IntDictionaryMap.IntDictionaryBuilder()
                        .setNextIndex(Integer.MIN_VALUE + different)
                        .setKeyToValue(new TextsOfKeys(all.clone(), FIRST, missing > 0 ? MISSING_TEXT : null))
                        .setValueToKey(new KeysOfTexts(all, FIRST, missingKey))
                        .setKeyToCount(new CountsOfKeys(Arrays.copyOf(counts, different), FIRST, missing))
                        .setValues(keys)
                        .build());
    }
}
