package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static cohortkit.io.MixedColumnTest.drafted;
import static cohortkit.io.MixedColumnTest.shown;
import static cohortkit.io.MixedColumnTest.text;
import static cohortkit.io.MixedColumnTest.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Columns whose times, letters or missing codes are written in more than one way. */
class MixedTimesAndCodesTest {

    @Nested
    class Times {

        private final LocalDateTime at = LocalDateTime.of(2004, 3, 17, 8, 30);

        @Test
        void of_day_are_times() {
            Cohort cohort = workbook(
                    Variable.time("x", ""),
                    shown(8.5 / 24, "h:mm"),
                    "8:30 pm",
                    "08:30:15.250",
                    shown(0.25, "General"),
                    at,
                    shown(1.25, "h:mm"),
                    "25:00",
                    7,
                    "2004-03-17 09:15",
                    "13:00 pm",
                    "noon",
                    true,
                    shown(-1, "yyyy"));
            assertThat(cohort.table().timeColumn("x").asList())
                    .startsWith(
                            LocalTime.of(8, 30),
                            LocalTime.of(20, 30),
                            LocalTime.of(8, 30, 15, 250_000_000),
                            LocalTime.of(6, 0),
                            LocalTime.of(8, 30));
            assertThat(cohort.row(8).time("x")).isEqualTo("09:15");
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A3 \"8:30 pm\" repaired -> 20:30: time stored as text; form h:mm am/pm",
                            "Data!A4 \"08:30:15.250\" repaired -> 08:30:15.250: time stored as text",
                            "Data!A5 \"0.25\" repaired -> 06:00: part of a day without a time format",
                            "Data!A6 \"2004-03-17T08:30\" repaired -> 08:30: the day 2004-03-17 left out",
                            "Data!A7 \"1.25\" refused: 24 hours or more, or less than none: no time of day",
                            "Data!A8 \"25:00\" refused: no such time",
                            "Data!A9 \"7\" refused: a number, not a time of day",
                            "Data!A10 \"2004-03-17 09:15\" repaired -> 09:15: time stored as text; the day 2004-03-17 "
                                    + "left out",
                            "Data!A11 \"13:00 pm\" refused: no such time",
                            "Data!A12 \"noon\" refused: not a time of day",
                            "Data!A13 \"TRUE\" refused: not a time of day",
                            "Data!A14 \"-1\" refused: a date number without a day");
        }

        @Test
        void with_dates_keep_both() {
            Cohort cohort = workbook(
                    Variable.dateTime("x", ""),
                    at,
                    LocalDate.of(2004, 3, 18),
                    "2004-03-19T08:30:15Z",
                    "20 March 2004",
                    shown(0.5, "h:mm"),
                    38_063.5,
                    12,
                    shown(60, "d/m/yyyy"),
                    false,
                    "2004-03-19 25:00");
            assertThat(cohort.row(0).dateTime("x")).isEqualTo(at);
            assertThat(cohort.row(2).dateTime("x")).isEqualTo("2004-03-19T08:30:15");
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A3 \"2004-03-18\" repaired -> 2004-03-18T00:00: no time of day: midnight",
                            "Data!A4 \"2004-03-19T08:30:15Z\" repaired -> 2004-03-19T08:30:15: date stored as text;"
                                    + " form y-m-d; the zone Z left out",
                            "Data!A5 \"20 March 2004\" repaired -> 2004-03-20T00:00: date stored as text; form day, "
                                    + "month's name, year; no time of day: midnight",
                            "Data!A6 \"12:00\" refused: a time without a date",
                            "Data!A7 \"38063.5\" repaired -> 2004-03-17T12:00: date number without a date format",
                            "Data!A8 \"12\" refused: not a date",
                            "Data!A9 \"60\" refused: 29 February 1900 never was; Excel counts it by mistake",
                            "Data!A10 \"FALSE\" refused: no date",
                            "Data!A11 \"2004-03-19 25:00\" refused: no such time");
        }

        @Test
        void of_a_date_are_left_out_with_a_word() {
            Cohort cohort = workbook(Variable.date("x", ""), at, "2004-03-18 09:15", "2004-03-19 00:00");
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A2 \"2004-03-17T08:30\" repaired -> 2004-03-17: the time 08:30 left out; the type "
                                    + "datetime keeps it",
                            "Data!A3 \"2004-03-18 09:15\" repaired -> 2004-03-18: date stored as text; the time 09:15 "
                                    + "left out; the type datetime keeps it",
                            "Data!A4 \"2004-03-19 00:00\" repaired -> 2004-03-19: date stored as text; form y-m-d");
        }

        @Test
        void have_limits() {
            Codebook codebook = CodebookFile.read(
                    "c.csv",
                    "name,type,min,max\nt,time,08:00,20:00\nd,datetime,2004-03-01,2004-03-31\n"
                            .getBytes(StandardCharsets.UTF_8));
            String text = "t,d\n08:00,2004-03-31 23:59\n07:59,2004-04-01 00:00\n20:00,2004-03-01T00:00\n";
            Cohort cohort = Workbook.read("d.csv", text.getBytes(StandardCharsets.UTF_8))
                    .cohort(ImportOptions.defaults().withCodebook(codebook));
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "d.csv!A3 \"07:59\" refused: outside 08:00 to 20:00",
                            "d.csv!B3 \"2004-04-01 00:00\" refused: outside 2004-03-01T00:00 to"
                                    + " 2004-03-31T23:59:59.999");
        }

        @Test
        void are_drafted_from_their_cells() {
            assertThat(drafted(at, LocalDate.of(2004, 3, 18)).row(0).dateTime("x"))
                    .isEqualTo(at);
            assertThat(drafted(shown(0.5, "h:mm"), "8:30").row(1).time("x")).isEqualTo("08:30");
            assertThat(drafted("2004-03-18 00:00", "2004-03-19").row(0).date("x"))
                    .isEqualTo("2004-03-18");
            Cohort spans = drafted(shown(27.5 / 24, "[h]:mm"), shown(-0.25, "[h]:mm:ss"));
            assertThat(spans.variable("x").unit()).isEqualTo("hours");
            assertThat(spans.numbers("x")).containsExactly(27.5, -6);
            assertThat(lines(spans.ledger()))
                    .containsExactly(
                            "Data!A2 \"27:30:00\" repaired -> 27.5: a span of time in hours",
                            "Data!A3 \"-6:00:00\" repaired -> -6: a span of time in hours");
        }

        @Test
        void that_last_are_numbers_in_the_unit_of_the_codebook() {
            for (String[] unitAndValue :
                    new String[][] {{"days", "0.0625"}, {"h", "1.5"}, {"minutes", "90"}, {"sec", "5400"}}) {
                Cohort cohort = workbook(
                        Variable.number("x", "").withUnit(unitAndValue[0]),
                        shown(0.0625, "[h]:mm"),
                        shown(0.0625, "h:mm"),
                        "1:30",
                        "1:30:00",
                        Double.valueOf(unitAndValue[1]));
                assertThat(cohort.numbers("x")).containsOnly(Double.parseDouble(unitAndValue[1]));
                assertThat(lines(cohort.ledger()))
                        .containsExactly(
                                "Data!A2 \"1:30:00\" repaired -> " + unitAndValue[1] + ": a span of time in "
                                        + unitAndValue[0],
                                "Data!A3 \"01:30\" repaired -> " + unitAndValue[1] + ": a span of time in "
                                        + unitAndValue[0],
                                "Data!A4 \"1:30\" repaired -> " + unitAndValue[1]
                                        + ": number stored as text; hours:minutes in " + unitAndValue[0],
                                "Data!A5 \"1:30:00\" repaired -> " + unitAndValue[1]
                                        + ": number stored as text; hours:minutes in " + unitAndValue[0]);
            }
            Cohort without = workbook(Variable.number("x", ""), shown(1.5, "[h]:mm"), "1:30");
            assertThat(lines(without.ledger()))
                    .containsExactly(
                            "Data!A2 \"36:00:00\" refused: a span of time; give its unit in the codebook, such as"
                                    + " hours",
                            "Data!A3 \"1:30\" refused: not a number");
        }
    }

    @Nested
    class Characters_that_look_like_others {

        @Test
        void in_numbers_are_digits_and_signs() {
            Cohort cohort = workbook(
                    Variable.number("x", ""),
                    "\uff11\uff12",
                    "\u22125",
                    "\u20135",
                    "\u0661\u0662",
                    "\uff11\uff0e\uff15");
            assertThat(cohort.numbers("x")).containsExactly(12, -5, -5, 12, 1.5);
            assertThat(lines(cohort.ledger()))
                    .contains(
                            "Data!A2 \"\uff11\uff12\" repaired -> 12: number stored as text; digits of another script",
                            "Data!A4 \"\u20135\" repaired -> -5: number stored as text; printed minus sign");
        }

        @Test
        void in_levels_are_the_letters_of_the_codebook() {
            Variable sex = Variable.category("x", "", Level.of("female"), Level.of("caf\u00e9"));
            Cohort cohort = workbook(sex, "f\u0435male", "\uff46emale", "cafe\u0301", "F\u0415MALE");
            assertThat(cohort.levels("x")).containsExactly(0, 0, 1, 0);
            assertThat(lines(cohort.ledger()).get(0))
                    .isEqualTo("Data!A2 \"f\u0435male\" repaired -> female: letters that look like others");
        }

        @Test
        void in_identifiers_are_suspicious() {
            Cohort cohort = workbook(Variable.identifier("x", ""), "P1", "\u04202", "\u041f\u0416");
            assertThat(lines(cohort.ledger()))
                    .containsExactly("Data!A3 \"\u04202\" suspicious -> \u04202: an identifier with letters that look "
                            + "like Latin ones");
        }

        @Test
        void in_levels_of_a_draft_are_told_and_left_alone() {
            Cohort cohort = drafted("Female", "female", "f\u0435male", "male");
            assertThat(cohort.variable("x").levels()).hasSize(4);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A1 \"Female; female; f\u0435male\" suspicious: levels that differ in upper and "
                                    + "lower case or in letters that look alike only");
        }
    }

    @Nested
    class Missing_codes {

        private final Variable group = Variable.category("x", "", Level.of("R"), Level.of("s"))
                .withMissing("r", "refused")
                .withMissing("9", "not done")
                .withMissing("N/A", "not asked");

        @Test
        void are_found_exactly_then_a_level_then_in_any_case_or_form() {
            Cohort cohort = workbook(group, "R", "r", "n/a", "9.0", 9, "S");
            assertThat(cohort.levels("x")).containsExactly(0, -1, -1, -1, -1, 1);
            assertThat(cohort.missing("x")).hasToString("{refused=1, not asked=1, not done=2}");
        }

        @Test
        void follow_one_rule_in_tables_and_in_files() {
            var table = tech.tablesaw.api.Table.create(
                    tech.tablesaw.api.StringColumn.create("x", "R", "r", "n/a", "9.0", "9", "s"));
            Cohort cohort = Cohort.of(table, Codebook.of(group));
            assertThat(cohort.levels("x")).containsExactly(0, -1, -1, -1, -1, 1);
            assertThat(cohort.missing("x")).hasToString("{refused=1, not asked=1, not done=2}");
        }
    }
}
