package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTableTest {

    private static final List<PaperTable.Column> TWO =
            List.of(PaperTable.Column.left("a"), PaperTable.Column.right("b"));

    @ParameterizedTest
    @CsvSource({
        "0.0496, 0.0496, 0.0496, .0496, 0.0496",
        "0.05, 0.050, 0.05, .05, 0.050",
        "0.0212, 0.021, 0.02, .02, 0.021",
        "0.00512, 0.0051, 0.005, .005, 0.0051",
        "0.00042, 0.0004, <0.001, <.001, 0.0004",
        "0.00004, <0.0001, <0.001, <.001, <0.0001",
        "1e-300, <0.0001, <0.001, <.001, <0.0001",
        "0.042, 0.042, 0.04, .04, 0.042",
        "0.5, 0.500, 0.50, .50, 0.50",
        "0.998, 0.998, 1.00, >.99, 1.00",
        "1, 1.000, 1.00, >.99, 1.00",
        "NaN, NA, NA, NA, NA",
        "0.0499999999, 0.0499999999, 0.0499999999, .0499999999, 0.0499999999",
    })
    void p_values_follow_their_journal(double p, String plain, String nejm, String jama, String lancet) {
        assertThat(PValueStyle.PLAIN.of(p)).isEqualTo(plain);
        assertThat(PValueStyle.NEJM.of(p)).isEqualTo(nejm);
        assertThat(PValueStyle.JAMA.of(p)).isEqualTo(jama);
        assertThat(PValueStyle.LANCET.of(p)).isEqualTo(lancet);
    }

    @Test
    void values_are_printed_in_a_style() {
        Estimate ratio = new Estimate(
                Measure.RISK_RATIO, 2.1718, new Interval(1.348, 3.4936, 0.95), Convention.of("ratio", "log Wald"));
        Estimate difference = new Estimate(
                Measure.MEAN_DIFFERENCE, -0.4, new Interval(-0.69, -0.1, 0.95), Convention.of("difference", "t"));
        Estimate share = new Estimate(
                Measure.PREVALENCE, 0.1381, new Interval(0.105, 0.1793, 0.95), Convention.of("share", "Wilson"));
        Estimate infinite = new Estimate(
                Measure.ODDS_RATIO,
                Double.POSITIVE_INFINITY,
                new Interval(1.5, Double.POSITIVE_INFINITY, 0.95),
                Convention.of("ratio", "exact"));
        Estimate bare = Estimate.withoutInterval(Measure.COEFFICIENT, 0.01234, Convention.of("b", ""));

        assertThat(new CellValue.Estimated(ratio).printed(Journal.PLAIN.style()))
                .isEqualTo("2.17 (1.35 to 3.49)");
        assertThat(new CellValue.Estimated(ratio).printed(Journal.LANCET.style()))
                .isEqualTo("2·17 (1·35–3·49)");
        assertThat(new CellValue.Estimated(ratio).printed(Journal.PLAIN.style().withRatioDigits(1)))
                .isEqualTo("2.2 (1.3 to 3.5)");
        assertThat(new CellValue.Estimated(difference).printed(Journal.JAMA.style()))
                .isEqualTo("-0.40 (-0.69 to -0.10)");
        assertThat(new CellValue.Estimated(share).printed(Journal.COMMA.style()))
                .isEqualTo("13,8 (10,5 to 17,9)");
        assertThat(new CellValue.Estimated(infinite).printed(Journal.PLAIN.style()))
                .isEqualTo("Inf (1.50 to Inf)");
        assertThat(new CellValue.Estimated(bare).printed(Journal.PLAIN.style())).isEqualTo("0.0123");
        assertThat(new CellValue.Estimated(bare).parts()).containsExactly(new CellValue.Part("estimate", 0.01234));
        assertThat(new CellValue.MedianQuartiles(56, 43, 68.25, 1).printed(Journal.COMMA.style()))
                .isEqualTo("56,0 [43,0; 68,3]");
        assertThat(new CellValue.CountShare(0, 0).printed(Journal.PLAIN.style()))
                .isEqualTo("0");
        assertThat(new CellValue.CountOf(3, 9).printed(Journal.PLAIN.style())).isEqualTo("3/9");
        assertThat(CellValue.Symbol.P.printed(Journal.NEJM.style())).isEqualTo("P");
        assertThat(CellValue.Symbol.P.parts()).isEmpty();
        assertThat(Journal.PLAIN.style().ratio(1234.5)).isEqualTo("1235");
        assertThat(Journal.PLAIN.style().ratio(0.0123)).isEqualTo("0.0123");
        assertThatThrownBy(() -> Journal.PLAIN.style().withPercentDigits(11))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equal_footnotes_share_a_mark_and_several_are_parted_by_commas() {
        PaperTable table = new PaperTable(
                "",
                TWO,
                List.of(),
                List.of(
                        PaperTable.Row.data(PaperCell.text("x").withFootnote("two"), PaperCell.count(1)),
                        PaperTable.Row.data(
                                PaperCell.text("y"),
                                PaperCell.count(2).withFootnote("one").withFootnote("two"))),
                List.of());
        assertThat(new Footnotes(table).byText())
                .containsExactly(java.util.Map.entry("two", "a"), java.util.Map.entry("one", "b"));
        assertThat(table.toText(Journal.PLAIN.style())).contains("2 [b,a]");
        assertThat(List.of(Footnotes.mark(25), Footnotes.mark(26), Footnotes.mark(701), Footnotes.mark(702)))
                .containsExactly("z", "aa", "zz", "aaa");
        assertThat(table.rows().get(1)).hasToString("y: 2 [one, two]");
    }

    @Test
    void numbers_carry_their_section_and_spanner() {
        PaperTable table = new PaperTable(
                "",
                TWO,
                List.of(new PaperTable.Spanner("over", 1, 1)),
                List.of(
                        new PaperTable.Row(PaperTable.Kind.SECTION, 0, List.of(PaperCell.text("S"), PaperCell.BLANK)),
                        PaperTable.Row.data(PaperCell.text("x"), PaperCell.text("word")),
                        new PaperTable.Row(
                                PaperTable.Kind.DATA,
                                1,
                                List.of(PaperCell.text("y"), PaperCell.of(new CellValue.CountShare(1, 3))))),
                List.of());
        assertThat(table.numbers().toCsv())
                .isEqualTo("section,row,column,part,value,text\n"
                        + "S,x,over: b,text,NA,word\n"
                        + "S: x,y,over: b,n,1.0,\n"
                        + "S: x,y,over: b,of,3.0,\n");
    }

    @Test
    void a_table_of_the_wrong_shape_is_refused() {
        assertThatThrownBy(() -> new PaperTable("", List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new PaperTable("", TWO, List.of(), List.of(PaperTable.Row.data(PaperCell.BLANK)), List.of()))
                .hasMessageContaining("1 cell under 2 columns");
        assertThatThrownBy(() -> new PaperTable(
                        "",
                        TWO,
                        List.of(new PaperTable.Spanner("x", 0, 1), new PaperTable.Spanner("y", 1, 1)),
                        List.of(),
                        List.of()))
                .hasMessageContaining("overlaps");
        assertThatThrownBy(() -> new PaperTable.Spanner("x", 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperTable.Row(PaperTable.Kind.DATA, -1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.txt", "t.md", "t.HTML", "t.tex", "t.docx", "t.xlsx", "t.csv"})
    void a_table_is_saved_by_its_name(String name, @TempDir Path folder) throws Exception {
        PaperTable table = new PaperTable(
                "T", TWO, List.of(), List.of(PaperTable.Row.data(PaperCell.text("x"), PaperCell.count(1))), List.of());
        table.save(folder.resolve(name));

        assertThat(Files.size(folder.resolve(name))).isPositive();
    }

    @Test
    void an_unknown_ending_is_an_error_that_lists_the_endings(@TempDir Path folder) {
        PaperTable table = new PaperTable("T", TWO, List.of(), List.of(), List.of());
        assertThatThrownBy(() -> table.save(folder.resolve("t.pdf")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(".docx");
    }
}
