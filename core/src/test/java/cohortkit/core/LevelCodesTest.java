package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.IntDictionaryMap;

/** Tablesaw's dictionaries have keys of one, two and four bytes, as they grow; the last of each is that of a missing text. */
class LevelCodesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200, 250, 300, 40_000, 65_600, 70_000})
    void codesOfAllLevelsAndOfMissingTexts(int levels) {
        StringColumn column = StringColumn.create("site");
        column.append("");
        for (int i = levels - 1; i >= 0; i--) {
            column.append("s" + i);
        }
        column.appendMissing().append(levels > 0 ? "s0" : "");
        int last = levels > 0 ? 0 : -1;

        int[] codes = new LevelCodes(site(levels), column).codes();

        IntStream downwards = IntStream.range(0, levels).map(i -> levels - 1 - i);
        IntStream expected = IntStream.concat(IntStream.concat(IntStream.of(-1), downwards), IntStream.of(-1, last));
        assertThat(codes).isEqualTo(expected.toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 70_000})
    void nothingMissing(int levels) {
        StringColumn column = StringColumn.create("site");
        IntStream.range(0, levels).forEach(i -> column.append("s" + i));

        assertThat(new LevelCodes(site(levels), column).codes())
                .isEqualTo(IntStream.range(0, levels).toArray());
    }

    /** As an import makes a text's column, which a codebook may then call a category. */
    @Test
    void keysOfFourBytesAndAMissingText() {
        Int2ObjectOpenHashMap<String> texts = new Int2ObjectOpenHashMap<>();
        texts.put(Integer.MIN_VALUE + 1, "s1");
        texts.put(Integer.MIN_VALUE + 2, "s0");
        texts.put(Integer.MAX_VALUE, "");
        StringColumn column = StringColumn.createInternal(
                "site",
                new IntDictionaryMap.IntDictionaryBuilder()
                        .setNextIndex(Integer.MIN_VALUE + 2)
                        .setKeyToValue(texts)
                        .setValueToKey(new Object2IntOpenHashMap<>())
                        .setKeyToCount(new Int2IntOpenHashMap())
                        .setValues(new int[] {Integer.MIN_VALUE + 2, Integer.MAX_VALUE, Integer.MIN_VALUE + 1})
                        .build());

        assertThat(new LevelCodes(site(2), column).codes()).containsExactly(0, -1, 1);
    }

    private static Variable site(int levels) {
        Level[] all = Stream.concat(
                        Stream.of("other"), IntStream.range(0, levels).mapToObj(i -> "s" + i))
                .skip(levels > 0 ? 1 : 0)
                .map(Level::of)
                .toArray(Level[]::new);
        return Variable.category("site", "Site", all);
    }
}
