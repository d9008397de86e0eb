package cohortkit.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;

/** A category's column as positions among its levels. Each distinct text is looked up once, by its key in the column. */
final class LevelCodes {

    private static final int UNKNOWN = -2;

    private final List<String> levels;
    private final DictionaryMap texts;

    LevelCodes(Variable variable, StringColumn column) {
        this.levels = variable.levels().stream().map(Level::code).toList();
        this.texts = column.getDictionary();
    }

    /** One code a row, -1 where missing. */
    int[] codes() {
        int[] keys = new int[texts.size()];
        Arrays.setAll(keys, texts::getKeyForIndex);
        int least = IntStream.of(keys).min().orElse(0);
        int[] codes = new int[IntStream.of(keys).max().orElse(0) - least + 1];
        Arrays.fill(codes, UNKNOWN);
        for (int row = 0; row < keys.length; row++) {
            int at = keys[row] - least;
            if (codes[at] == UNKNOWN) {
                codes[at] = levels.indexOf(texts.getValueForKey(keys[row]));
            }
            keys[row] = codes[at];
        }
        return keys;
    }
}
