package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;

/** Columns of texts by their numbers, beside those that Tablesaw makes of text after text. */
class TextValuesTest {

    private static final int ROWS = 2_000;

    private static void assertAlike(StringColumn column, StringColumn appended) {
        assertThat(column.asList()).isEqualTo(appended.asList());
        assertThat(column.countMissing()).isEqualTo(appended.countMissing());
        assertThat(column.countUnique()).isEqualTo(appended.countUnique());
        assertThat(column.asSet()).isEqualTo(appended.asSet());
        assertThat(column.isMissing().toArray()).isEqualTo(appended.isMissing().toArray());
        assertThat(column.isEqualTo("t1").toArray())
                .isEqualTo(appended.isEqualTo("t1").toArray());
        assertThat(column.getDictionary().countOccurrences("t1"))
                .isEqualTo(appended.getDictionary().countOccurrences("t1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 249, 250, 251, 1500})
    void a_column_by_numbers_is_as_one_that_was_appended(int different) {
        SplittableRandom random = new SplittableRandom(different);
        TextValues values = new TextValues(ROWS, 0);
        StringColumn appended = StringColumn.create("c");
        for (int row = 0; row < ROWS; row++) {
            String text = "t" + random.nextInt(different);
            if (random.nextInt(9) == 0) {
                values.addMissing();
                appended.appendMissing();
            } else {
                values.add(values.number(text));
                appended.append(text);
            }
        }
        StringColumn levels = values.levels("c");
        assertAlike(levels, appended);
        assertThat(levels.getDictionary().getKeyForIndex(7))
                .isEqualTo(appended.getDictionary().getKeyForIndex(7));
        assertAlike(values.column("c"), appended);
        grow(levels);
        grow(appended);
        assertAlike(levels, appended);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 1500})
    void texts_that_are_new_need_no_looking_up(int different) {
        TextValues values = new TextValues(ROWS, 0);
        StringColumn appended = StringColumn.create("c");
        for (int row = 0; row < ROWS; row++) {
            boolean isNew = row < different;
            String text = "t" + (isNew ? row : row % different);
            if (row % 10 == 9) {
                values.addMissing();
                appended.appendMissing();
            }
            if (row < ROWS - ROWS / 10) {
                values.add(isNew ? values.numberOfNew(text) : values.number(text));
                appended.append(text);
            }
        }
        StringColumn column = values.column("c");
        assertAlike(column, appended);
        grow(column);
        grow(appended);
        assertAlike(column, appended);
        assertThat(values.column("c").getDictionary())
                .isEqualTo(values.column("c").getDictionary());
    }

    private static void grow(StringColumn column) {
        for (int i = 0; i < 300; i++) {
            column.append("more " + i);
        }
        column.set(0, "t0");
        column.appendMissing();
    }
}
