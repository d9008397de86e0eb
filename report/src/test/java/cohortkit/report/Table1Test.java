package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class Table1Test {

    private static Cohort cohort() {
        return Cohort.of(
                Table.create(
                        StringColumn.create("group", "a", "a", "a", "a", "b", "b", "b", "b", "", "r"),
                        DoubleColumn.create("x", 1, 2, 3, -99, 4, 5, 6, 8, 9, 1),
                        DoubleColumn.create("flat", 7, 7, 7, 7, 7, 7, 7, 7, 7, 7),
                        DoubleColumn.create("lost", -99, -99, -98, -99, -99, -99, -99, -99, 1, -99),
                        StringColumn.create("sex", "f", "m", "f", "f", "m", "m", "", "m", "f", "m"),
                        StringColumn.create("site", "p", "q", "p", "q", "q", "q", "q", "q", "p", "q"),
                        StringColumn.create("note", "", "", "", "", "", "", "", "", "", "")),
                Codebook.of(
                        Variable.category("group", "Group", Level.of("a"), Level.of("b"), Level.of("c"))
                                .withMissing("r", "refused"),
                        Variable.number("x", "X").withMissing("-99", "not done"),
                        Variable.number("flat", "Flat"),
                        Variable.number("lost", "Lost")
                                .withMissing("-99", "not done")
                                .withMissing("-98", "refused"),
                        Variable.category("sex", "Sex", Level.of("f"), Level.of("m")),
                        Variable.category("site", "Site", Level.of("p"), Level.of("q"), Level.of("s")),
                        Variable.text("note", "Note")));
    }

    private static List<String> row(PaperTable table, String start) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(PaperCell::toString).toList())
                .filter(cells -> cells.get(0).startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void people_without_a_group_are_in_no_column_and_counted() {
        PaperTable table = Table1.of(cohort(), "group", "x").table();

        assertThat(row(table, "n")).containsExactly("n", "8", "4", "4", "", "", "");
        assertThat(table.notes())
                .anySatisfy(note -> assertThat(note)
                        .isEqualTo("2 of 10 people are in no column: group is missing (1 blank, 1 refused)."));
        assertThat(table.notes()).contains("Nobody is in group = c.");
    }

    @Test
    void missing_values_stand_by_reason_and_enter_no_mean() {
        PaperTable table = Table1.of(cohort(), "group", "x", "lost").table();

        assertThat(row(table, "X").subList(0, 4))
                .containsExactly("X, mean (SD)", "4.1 (2.4)", "2.0 (1.0)", "5.8 (1.7)");
        assertThat(row(table, "missing: not done")).startsWith("missing: not done", "1", "1", "0");
        assertThat(table.rows()).filteredOn(row -> row.indent() == 1).hasSize(3);
        assertThat(row(table, "Lost").get(1)).isEqualTo("NA (NA)");
        assertThat(row(table, "Lost").get(4)).contains("No two groups have a known value");
        assertThat(row(table, "Lost").get(5)).contains("NA", "fewer than two groups");
        assertThat(row(table, "missing: refused")).startsWith("missing: refused", "1", "1", "0");
    }

    @Test
    void shares_are_of_those_who_are_known() {
        PaperTable table = Table1.of(cohort(), "group", "sex", "site").table();

        assertThat(row(table, "Sex"))
                .startsWith("Sex: m, n (%)", "4 (57.1)", "1 (25.0)", "3 (100.0)")
                .endsWith("Fisher exact");
        assertThat(row(table, "missing: blank")).startsWith("missing: blank", "1", "0", "1");
        assertThat(row(table, "Site").subList(1, 4)).containsOnly("");
        assertThat(row(table, "p")).startsWith("p", "2 (25.0)", "2 (50.0)", "0 (0.0)");
        assertThat(row(table, "s")).startsWith("s", "0 (0.0)");
    }

    @Test
    void what_cannot_be_tested_says_why() {
        List<String> flat = row(Table1.of(cohort(), "group", "flat").table(), "Flat");

        assertThat(flat.get(5)).startsWith("NA [A t test needs values that differ");
        assertThat(flat.get(4)).startsWith("NA [A standardized difference needs values that differ");
        PaperTable one = Table1.of(cohort().where(p -> p.is("group", "a")), "group", "x", "sex")
                .table();
        assertThat(row(one, "X").get(4)).contains("fewer than two groups");
        assertThat(row(one, "X").get(3)).contains("there is one group only");
        assertThat(row(one, "Sex").get(4)).contains("two rows");
    }

    @Test
    void the_summary_is_chosen_by_request_or_skewness() {
        Table1 chosen = Table1.of(cohort(), "group", "x", "flat").with(NumberSummary.MEDIAN_QUARTILES);

        assertThat(row(chosen.table(), "X"))
                .startsWith("X, median [Q1, Q3]", "4.0 [2.5, 5.5]", "2.0 [1.5, 2.5]", "5.5 [4.8, 6.5]")
                .endsWith("Mann-Whitney exact");
        assertThat(row(chosen.with("x", NumberSummary.MEAN_SD).table(), "X")).endsWith("Welch t");
        Cohort skewed = cohort().where(p -> !p.isMissing("x"))
                .derive(Variable.number("y", "Y"), p -> Math.exp(2 * p.number("x")));
        assertThat(row(Table1.of(skewed, "group", "y").table(), "Y").get(0)).isEqualTo("Y, median [Q1, Q3]");
        assertThatThrownBy(() -> chosen.with("sex", NumberSummary.MEAN_SD))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("[x, flat]");
        assertThatThrownBy(() -> NumberSummary.BY_SKEWNESS.test(null)).isInstanceOf(InputException.class);
    }

    @Test
    void without_names_all_numbers_and_categories_are_described() {
        assertThat(Table1.of(cohort(), "group").table().rows())
                .extracting(row -> row.cells().get(0).toString())
                .contains("X, mean (SD)", "Sex: m, n (%)", "Site, n (%)")
                .noneMatch(label -> label.startsWith("Note") || label.startsWith("Group"));
        assertThatThrownBy(() -> Table1.of(cohort(), "group", "note"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'note' is text");
        Cohort nobody = cohort().where(p -> p.isMissing("group"));
        assertThatThrownBy(() -> Table1.of(nobody, "group").table())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nobody has a known 'group'");
    }

    /** A cohort whose labels try to be something else passes through every format. */
    @Test
    void hostile_labels_stay_words() throws IOException {
        Cohort hostile = Cohort.of(
                Table.create(
                        StringColumn.create("g", "1", "1", "1", "2", "2", "2", "3", "3"),
                        StringColumn.create("c", "1", "2", "3", "1", "2", "3", "1", "1"),
                        DoubleColumn.create("x", 1e300, -1e-300, 3, 4, 5, 6, 7, 8)),
                Codebook.of(
                        Variable.category(
                                "g",
                                HostileTable.TURNED,
                                new Level("1", HostileTable.FORMULA),
                                new Level("2", HostileTable.MARKUP),
                                new Level("3", HostileTable.LONG)),
                        Variable.category(
                                "c",
                                HostileTable.LONG,
                                new Level("1", HostileTable.MARKUP),
                                new Level("2", HostileTable.TURNED),
                                new Level("3", HostileTable.PLUS)),
                        Variable.number("x", HostileTable.FORMULA)));
        PaperTable table = Table1.of(hostile, "g").table();

        for (TableFormat format : TableFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(table, Journal.JAMA.style(), out);
            assertThat(out.size()).isGreaterThan(500);
        }
        assertThat(table.toString().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(new HtmlRenderer(table, Journal.PLAIN.style()).page()).doesNotContain("<script");
    }
}
