package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What other programs than POI write into a sheet's XML. */
class XlsxXmlTest {

    private static Cohort cohort(String sheetData, String... sharedTexts) {
        return Workbook.read("x.xlsx", Sheets.xml(sheetData, sharedTexts)).cohort();
    }

    private static String inline(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void cells_and_rows_without_addresses_follow_each_other() {
        Cohort cohort =
                cohort("<row>" + inline("a") + inline("b") + "</row><row><c><v>1</v></c><c><v>2.5</v></c></row>");
        assertThat(cohort.numbers("b")).containsExactly(2.5);
        assertThat(cohort.cell(0, "b")).hasToString("Optional[Data!B2]");
    }

    @Test
    void rich_text_keeps_its_runs_and_leaves_out_phonetic_hints() {
        Cohort cohort = cohort(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\""
                        + " t=\"s\"><v>1</v></c></row>",
                "<t>name</t>",
                "<r><rPr><b/></rPr><t xml:space=\"preserve\">rest</t></r><r><t>less &amp; awake</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh><phoneticPr fontId=\"1\"/>");
        assertThat(cohort.row(0).level("name")).isEqualTo("restless & awake");
    }

    @Test
    void characters_that_xml_cannot_hold_come_back() {
        Cohort cohort =
                cohort("<row>" + inline("note") + "</row><row>" + inline("one_x000D__x0041_ _x005F_x0042_") + "</row>");
        assertThat(cohort.codebook().variable("note").levels().get(0).code()).isEqualTo("one A _x0042_");
    }

    @Test
    void formulas_count_by_their_saved_result_and_are_refused_without_one() {
        Cohort cohort = cohort("<row>" + inline("a") + "</row><row><c><f>1+1</f><v>2</v></c></row>"
                + "<row><c><f>1+2</f></c></row><row><c t=\"str\"><f>\"\"</f><v></v></c>" + inline("aside") + "</row>"
                + "<row><c><v>4</v></c></row>");
        assertThat(cohort.numbers("a")).containsExactly(2, Double.NaN, Double.NaN, 4);
        assertThat(cohort.missing(1, "a")).contains(Missing.INVALID);
        assertThat(cohort.missing(2, "a")).contains(Missing.BLANK);
        assertThat(cohort.ledger().toString())
                .contains("Data!A3 \"=1+2\" refused: a formula whose result was not saved; "
                        + "open and save the file in a spreadsheet program");
    }

    @Test
    void errors_are_refused_and_logical_values_are_levels() {
        Cohort cohort = cohort("<row>" + inline("a") + inline("b") + "</row>"
                + "<row><c t=\"e\"><v>#DIV/0!</v></c><c t=\"b\"><v>1</v></c></row>"
                + "<row><c><v>2</v></c><c t=\"b\"><v>0</v></c></row>");
        assertThat(cohort.ledger().toString()).contains("Data!A2 \"#DIV/0!\" refused: an error value");
        assertThat(cohort.numbers("a")).containsExactly(Double.NaN, 2);
        assertThat(cohort.levels("b")).containsExactly(1, 0);
    }

    @Test
    void a_date_is_one_by_its_style_or_by_its_cell_type() {
        Cohort cohort = cohort("<row>" + inline("d") + "</row><row><c s=\"1\"><v>38063</v></c></row>"
                + "<row><c s=\"2\"><v>38064</v></c></row><row><c t=\"d\"><v>2004-03-19</v></c></row>"
                + "<row><c t=\"d\" s=\"1\"><v>2004-03-20T00:00:00</v></c></row>");
        assertThat(cohort.table().dateColumn("d").asList())
                .containsExactly(
                        LocalDate.of(2004, 3, 17),
                        LocalDate.of(2004, 3, 18),
                        LocalDate.of(2004, 3, 19),
                        LocalDate.of(2004, 3, 20));
        assertThat(cohort.ledger().entries()).isEmpty();
    }

    @Test
    void dates_before_the_leap_day_that_never_was_keep_their_day() {
        String cells = "<row>" + inline("d") + "</row><row><c t=\"d\"><v>1900-01-01</v></c></row><row><c"
                + " s=\"1\"><v>1</v></c></row><row><c s=\"1\"><v>59</v></c></row><row><c"
                + " s=\"1\"><v>61</v></c></row><row><c s=\"1\"><v>60</v></c></row><row><c"
                + " s=\"1\"><v>0</v></c></row><row><c s=\"1\"><v>-3</v></c></row><row><c"
                + " s=\"1\"><v>2958465</v></c></row>";
        Cohort cohort = cohort(cells);
        assertThat(cohort.table().dateColumn("d").asList())
                .containsExactly(
                        LocalDate.of(1900, 1, 1),
                        LocalDate.of(1900, 1, 1),
                        LocalDate.of(1900, 2, 28),
                        LocalDate.of(1900, 3, 1),
                        null,
                        null,
                        null,
                        LocalDate.of(9999, 12, 31));
        assertThat(AwkwardWorkbookTest.lines(cohort.ledger()))
                .containsExactly(
                        "Data!A6 \"60\" refused: 29 February 1900 never was; Excel counts it by mistake",
                        "Data!A7 \"0\" refused: a date number without a day",
                        "Data!A8 \"-3\" refused: a date number without a day",
                        "Data!A9 \"9999-12-31\" suspicious -> 9999-12-31: may be a missing code: 9999-12-31 "
                                + "(a day for none; once; the next day is 1900-03-01)");
    }

    @Test
    void the_1904_system_counts_from_another_day() {
        String sheet = "<sheetData><row>" + inline("d") + "</row><row><c s=\"1\"><v>36601</v></c></row>"
                + "<row><c s=\"1\"><v>0</v></c></row><row><c t=\"d\"><v>2004-03-17</v></c></row></sheetData>";
        Cohort cohort = Workbook.read("mac.xlsx", Sheets.xmlWorkbook("<workbookPr date1904=\"true\"/>", sheet))
                .cohort();
        assertThat(cohort.table().dateColumn("d").asList())
                .containsExactly(LocalDate.of(2004, 3, 17), LocalDate.of(1904, 1, 1), LocalDate.of(2004, 3, 17));
    }

    @Test
    void an_identifier_too_long_for_a_double_keeps_its_digits() {
        Cohort cohort = cohort("<row>" + inline("id") + "</row><row><c><v>12345678901234567</v></c></row>"
                + "<row><c><v>12345678901234568</v></c></row><row><c><v>1e3</v></c></row>");
        assertThat(cohort.row(0).text("id")).isEqualTo("12345678901234567");
        assertThat(cohort.row(2).text("id")).isEqualTo("1000");
        assertThat(cohort.ledger().toString())
                .contains("Data!A3 \"12345678901234568\" suspicious -> 12345678901234568: "
                        + "an identifier that is a number; digits may have been lost");
    }

    @Test
    void damage_inside_is_told_by_its_cell() {
        assertProblem(
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>",
                "'x.xlsx', sheet 'Data': the file is damaged: cell A2 names the shared text 7 of 1");
        assertProblem(
                "<row r=\"2\"><c r=\"B2\"><v>seven</v></c></row>",
                "'x.xlsx', sheet 'Data': the file is damaged: cell B2 holds 'seven' as a number");
        assertProblem(
                "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
                "'x.xlsx', sheet 'Data': the file is damaged: cell A2 stands after B2; "
                        + "open and save it in a spreadsheet program");
        assertProblem(
                "<row r=\"2\"><c r=\"A2B\"><v>1</v></c></row>",
                "cannot read 'x.xlsx': " + SafetyTest.damaged("part xl/worksheets/sheet1.xml is not well-formed XML"));
        assertProblem(
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "'x.xlsx', sheet 'Data': a cell stands in column 16385; a sheet has at most 16384");
        assertProblem(
                "<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>",
                "'x.xlsx', sheet 'Data': a cell stands in row 1048577; a sheet has at most 1048576");
    }

    private static void assertProblem(String sheetData, String message) {
        assertThatThrownBy(() -> cohort(sheetData, "<t>a</t>"))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void an_absurd_size_takes_no_room() {
        String sheet =
                "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">" + "<c r=\"A1\" t=\"str\"><v>a</v></c>"
                        + "</row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
        Cohort cohort = Workbook.read("x.xlsx", Sheets.xmlWorkbook("", sheet)).cohort();
        assertThat(cohort.codebook().names()).containsExactly("a", "column XFD");
        assertThat(cohort.cell(0, "column XFD")).hasToString("Optional[Data!XFD1048576]");
    }
}
