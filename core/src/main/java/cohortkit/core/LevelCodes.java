package cohortkit.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;
import tech.tablesaw.columns.strings.NullDictionaryMap;

/** A category's column as positions among its levels. Each distinct text is looked up once, by its key in the column. */
final class LevelCodes {

    private static final int UNKNOWN = -2;
    /** A code is looked up in an array of the keys' range, if that is not much more than the rows. */
    private static final long MOST_RANGE = 1 << 16;

    private final Map<String, Integer> levels = new HashMap<>();
    private final StringColumn column;
    private final DictionaryMap texts;

    LevelCodes(Variable variable, StringColumn column) {
        for (Level level : variable.levels()) {
            levels.putIfAbsent(level.code(), levels.size());
        }
        this.column = column;
        this.texts = column.getDictionary();
    }

    /** One code a row, -1 where missing. */
    int[] codes() {
        int[] keys = new int[column.size()];
        if (texts instanceof NullDictionaryMap) { // of more texts than Tablesaw numbers
            Arrays.setAll(keys, row -> levels.getOrDefault(column.get(row), -1));
            return keys;
        }
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int row = 0; row < keys.length; row++) {
            keys[row] = texts.getKeyForIndex(row);
            least = Math.min(least, keys[row]);
            greatest = Math.max(greatest, keys[row]);
        }
        long range = (long) greatest - least + 1;
        return range <= Math.max(MOST_RANGE, keys.length)
                ? byPlace(keys, least, (int) Math.max(0, range))
                : byKey(keys);
    }

    private int[] byPlace(int[] keys, int least, int range) {
        int[] codes = new int[range];
        Arrays.fill(codes, UNKNOWN);
        for (int row = 0; row < keys.length; row++) {
            int at = keys[row] - least;
            if (codes[at] == UNKNOWN) {
                codes[at] = code(keys[row]);
            }
            keys[row] = codes[at];
        }
        return keys;
    }

    /** A dictionary of very many texts keeps the key of a missing one far from theirs. */
    private int[] byKey(int[] keys) {
        Map<Integer, Integer> codes = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            keys[row] = codes.computeIfAbsent(keys[row], this::code);
        }
        return keys;
    }

    private int code(int key) {
        return levels.getOrDefault(texts.getValueForKey(key), -1);
    }
}
