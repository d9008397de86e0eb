package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Columns whose cells are written in more than one way. */
class MixedColumnTest {

    /** A column of these cells in a workbook, under a codebook. */
    private static Cohort workbook(Variable variable, Object... cells) {
        return Workbook.read("w.xlsx", sheets(variable.name(), cells).xlsx())
                .cohort(ImportOptions.defaults().withCodebook(Codebook.of(variable)));
    }

    private static Cohort drafted(Object... cells) {
        return Workbook.read("w.xlsx", sheets("x", cells).xlsx()).cohort();
    }

    private static Sheets sheets(String name, Object... cells) {
        return Sheets.of(
                "Data",
                Stream.concat(Stream.of(name), Arrays.stream(cells))
                        .map(Sheets::row)
                        .toArray(Object[][]::new));
    }

    /** A column of these texts in a CSV, under a codebook. */
    private static Cohort text(ImportOptions options, Variable variable, String... cells) {
        String text = "k;" + variable.name() + "\n1;" + String.join("\n1;", cells) + "\n";
        Codebook codebook = Codebook.of(Variable.number("k", ""), variable);
        return Workbook.read("d.csv", text.getBytes(StandardCharsets.UTF_8)).cohort(options.withCodebook(codebook));
    }

    private static Cohort text(Variable variable, String... cells) {
        return text(ImportOptions.defaults(), variable, cells);
    }

    private static Sheets.Formatted shown(double number, String format) {
        return new Sheets.Formatted(number, format);
    }

    private static final double NA = Double.NaN;

    @Nested
    class Decimals_and_thousands {

        private final Variable x = Variable.number("x", "");

        @Test
        void a_mark_means_the_same_throughout_a_column() {
            Cohort commas = text(x, "1,5", "1,234", "0,125", "1.234,5");
            assertThat(commas.numbers("x")).containsExactly(1.5, 1.234, 0.125, 1234.5);
            assertThat(lines(commas.ledger()))
                    .containsExactly(
                            "d.csv!B2 \"1,5\" repaired -> 1.5: decimal comma",
                            "d.csv!B3 \"1,234\" suspicious -> 1.234: decimal comma, for the column has a decimal comma "
                                    + "(B2)",
                            "d.csv!B4 \"0,125\" repaired -> 0.125: decimal comma",
                            "d.csv!B5 \"1.234,5\" repaired -> 1234.5: points between thousands; decimal comma");
            Cohort points = text(x, "1,234.5", "1,234", "2.5", "1.234");
            assertThat(points.numbers("x")).containsExactly(1234.5, 1234, 2.5, 1.234);
            assertThat(lines(points.ledger()))
                    .containsExactly(
                            "d.csv!B2 \"1,234.5\" repaired -> 1234.5: commas between thousands",
                            "d.csv!B3 \"1,234\" suspicious -> 1234: comma between thousands, for the column has commas "
                                    + "between thousands (B2)");
        }

        @Test
        void a_point_before_three_digits_beside_decimal_commas_is_refused() {
            for (String cell : List.of("1.234", "1.230")) {
                Cohort cohort = text(x, "1,5", cell, "12");
                assertThat(cohort.numbers("x")).containsExactly(1.5, NA, 12);
                assertThat(cohort.missing(1, "x")).contains(Missing.INVALID);
                assertThat(lines(cohort.ledger()).get(1))
                        .isEqualTo("d.csv!B3 \"" + cell + "\" refused: a point before three digits: thousands or "
                                + "decimals? The column has a decimal comma (B2)");
            }
            assertThat(text(x, "1.234", "0.5", "1.230").numbers("x")).containsExactly(1.234, 0.5, 1.23);
            assertThat(text(x, "1.234", "2.345").ledger().entries()).isEmpty();
        }

        @Test
        void points_between_thousands_are_known_by_another_cell() {
            Cohort cohort = text(x, "1.234", "1.234.567");
            assertThat(cohort.numbers("x")).containsExactly(1234, 1_234_567);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "d.csv!B2 \"1.234\" suspicious -> 1234: point between thousands, for the column has points "
                                    + "between thousands (B3)",
                            "d.csv!B3 \"1.234.567\" repaired -> 1234567: points between thousands");
        }

        @Test
        void what_is_written_both_ways_is_taken_where_it_is_clear_and_refused_where_not() {
            Cohort cohort = text(x, "1,5", "2.5", "1,234", "1,234,567");
            assertThat(cohort.numbers("x")).containsExactly(1.5, 2.5, NA, 1_234_567);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "d.csv!B2 \"1,5\" suspicious -> 1.5: decimal comma; the column has a decimal point (B3) too",
                            "d.csv!B4 \"1,234\" refused: a comma before three digits: thousands or decimals?",
                            "d.csv!B5 \"1,234,567\" repaired -> 1234567: commas between thousands");
            Cohort points = text(x, "1.234.567", "2.5", "1.234");
            assertThat(points.numbers("x")).containsExactly(1_234_567, 2.5, NA);
            assertThat(lines(points.ledger()).get(1))
                    .isEqualTo("d.csv!B4 \"1.234\" refused: a point before three digits: thousands or decimals? The "
                            + "column has points between thousands (B2)");
        }

        @Test
        void the_decimal_mark_can_be_given() {
            ImportOptions comma = ImportOptions.defaults().withDecimal(DecimalMark.COMMA);
            Cohort commas = text(comma, x, "1,234", "1.234", "12", "1.5", "2,5");
            assertThat(commas.numbers("x")).containsExactly(1.234, 1234, 12, NA, 2.5);
            assertThat(lines(commas.ledger()))
                    .containsExactly(
                            "d.csv!B2 \"1,234\" repaired -> 1.234: the decimal mark is a comma, as the options say",
                            "d.csv!B3 \"1.234\" repaired -> 1234: the decimal mark is a comma, as the options say",
                            "d.csv!B5 \"1.5\" refused: the decimal mark is a comma, as the options say",
                            "d.csv!B6 \"2,5\" repaired -> 2.5: decimal comma");
            ImportOptions point = ImportOptions.defaults().withDecimal(DecimalMark.POINT);
            Cohort points = text(point, x, "1,234", "1.234", "1,5");
            assertThat(points.numbers("x")).containsExactly(1234, 1.234, NA);
        }

        @Test
        void spaces_and_apostrophes_part_thousands() {
            Cohort cohort = workbook(x, "1 234", "1\u202f234,5", "12'345.5", "1\u2019234", "1 23");
            assertThat(cohort.numbers("x")).containsExactly(1234, 1234.5, 12_345.5, 1234, NA);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A2 \"1 234\" repaired -> 1234: number stored as text; spaces between thousands",
                            "Data!A3 \"1\u202f234,5\" suspicious -> 1234.5: stray spaces removed; number stored as "
                                    + "text; spaces between thousands; the column has a decimal point (A4) too",
                            "Data!A4 \"12'345.5\" repaired -> 12345.5: number stored as text; spaces between thousands",
                            "Data!A5 \"1\u2019234\" repaired -> 1234: number stored as text; spaces between thousands",
                            "Data!A6 \"1 23\" refused: not a number");
        }

        @Test
        void a_draft_takes_the_column_for_numbers_only_if_each_is_clear() {
            assertThat(drafted("1,5", "1,234").numbers("x")).containsExactly(1.5, 1.234);
            assertThat(drafted("1,5", "1.234").variable("x").levels()).hasToString("[1,5, 1.234]");
            assertThat(drafted("1,234").variable("x").levels()).hasToString("[1,234]");
        }
    }

    @Nested
    class Percentages_and_currencies {

        @Test
        void a_percent_sign_is_a_hundredth_unless_the_unit_is_percent() {
            Cohort shares = workbook(Variable.number("x", ""), "12%", shown(0.14, "0%"), "12,5 %");
            assertThat(shares.numbers("x")).containsExactly(0.12, 0.14, 0.125);
            assertThat(lines(shares.ledger()))
                    .containsExactly(
                            "Data!A2 \"12%\" repaired -> 0.12: number stored as text; percent sign: a hundredth",
                            "Data!A4 \"12,5 %\" repaired -> 0.125: number stored as text; decimal comma; percent sign: "
                                    + "a hundredth");
            Cohort percent = workbook(Variable.number("x", "").withUnit("%"), "12%", shown(0.14, "0.0%"), 15);
            assertThat(percent.numbers("x")).containsExactly(12, 14, 15);
            assertThat(lines(percent.ledger()))
                    .containsExactly(
                            "Data!A2 \"12%\" repaired -> 12: number stored as text; percent sign left out",
                            "Data!A3 \"0.14\" repaired -> 14: the number 0.14 shown as a percentage");
        }

        @Test
        void percentages_beside_plain_numbers_above_one_are_suspicious() {
            Cohort cohort = workbook(Variable.number("x", ""), "12%", shown(0.14, "0%"), 15, 0.16);
            assertThat(cohort.numbers("x")).containsExactly(0.12, 0.14, 15, 0.16);
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A2 \"12%\" suspicious -> 0.12: number stored as text; percent sign: a hundredth; the "
                                    + "column has a number without a percent sign (A4)",
                            "Data!A3 \"0.14\" suspicious -> 0.14: a percentage, and the column has a number without a "
                                    + "percent sign (A4)");
        }

        @Test
        void a_draft_of_percentages_in_text_is_in_percent() {
            Cohort cohort = drafted("12%", "50 %");
            assertThat(cohort.variable("x").unit()).isEqualTo("%");
            assertThat(cohort.numbers("x")).containsExactly(12, 50);
            assertThat(drafted("12%", 50).variable("x").levels()).hasSize(2);
        }

        @Test
        void one_currency_is_left_out_and_two_are_refused() {
            Variable x = Variable.number("x", "");
            Cohort one = workbook(x, "$1,234.50", "-$5", "$ 7");
            assertThat(one.numbers("x")).containsExactly(1234.5, -5, 7);
            assertThat(lines(one.ledger()).get(0))
                    .isEqualTo("Data!A2 \"$1,234.50\" repaired -> 1234.5: number stored as text; commas between "
                            + "thousands; the currency $ left out");
            Cohort euro = workbook(x, "1.234,50 EUR", "EUR 5");
            assertThat(euro.numbers("x")).containsExactly(1234.5, 5);
            Cohort two = workbook(x, "5 \u20ac", "$5", 6, "5 XYZ");
            assertThat(two.numbers("x")).containsExactly(NA, NA, 6, NA);
            assertThat(lines(two.ledger()).get(0))
                    .isEqualTo("Data!A2 \"5 \u20ac\" refused: the column has more than one currency: $, \u20ac");
            assertThat(drafted("5 EUR", "6 EUR").variable("x").unit()).isEqualTo("EUR");
            assertThat(drafted("5 EUR", "$6").variable("x").levels()).hasSize(2);
        }

        @Test
        void the_unit_of_the_codebook_may_follow_the_number() {
            Cohort cohort = workbook(Variable.number("x", "").withUnit("kg"), "54 kg", "61KG", "12 lb");
            assertThat(cohort.numbers("x")).containsExactly(54, 61, NA);
            assertThat(lines(cohort.ledger()).get(0))
                    .isEqualTo("Data!A2 \"54 kg\" repaired -> 54: number stored as text; the unit kg left out");
        }
    }

    @Nested
    class Dates_of_both_orders {

        private final Variable x = Variable.date("x", "");

        @Test
        void the_clear_ones_are_taken_and_marked_and_the_others_refused() {
            Cohort cohort = workbook(x, "13/02/2020", "02/13/2020", "03/04/2020", "2020-05-06", "05/05/2020");
            assertThat(cohort.row(0).date("x")).isEqualTo("2020-02-13");
            assertThat(cohort.row(1).date("x")).isEqualTo("2020-02-13");
            assertThat(cohort.missing(2, "x")).contains(Missing.INVALID);
            String both = "the column has both d/m/y (A2) and m/d/y (A3)";
            assertThat(lines(cohort.ledger()))
                    .containsExactly(
                            "Data!A2 \"13/02/2020\" suspicious -> 2020-02-13: date stored as text; form d/m/y; " + both,
                            "Data!A3 \"02/13/2020\" suspicious -> 2020-02-13: date stored as text; form m/d/y; " + both,
                            "Data!A4 \"03/04/2020\" refused: day and month cannot be told apart, and " + both,
                            "Data!A5 \"2020-05-06\" repaired -> 2020-05-06: date stored as text; form y-m-d",
                            "Data!A6 \"05/05/2020\" repaired -> 2020-05-05: date stored as text; form d/m/y");
        }

        @Test
        void the_form_in_the_codebook_settles_them() {
            Cohort cohort = workbook(x.withUnit("d/m/y"), "13/02/2020", "03/04/2020", "02/13/2020");
            assertThat(cohort.row(1).date("x")).isEqualTo("2020-04-03");
            assertThat(lines(cohort.ledger()).get(2)).isEqualTo("Data!A4 \"02/13/2020\" refused: no such day");
        }

        @Test
        void dates_with_times_are_no_different() {
            Cohort cohort =
                    workbook(Variable.dateTime("x", ""), "13/02/2020 8:30", "02/13/2020 20:15", "03/04/2020 1:00");
            assertThat(cohort.row(1).dateTime("x")).isEqualTo("2020-02-13T20:15");
            assertThat(cohort.ledger()
                            .only(cohortkit.core.Ledger.Action.SUSPICIOUS)
                            .entries())
                    .hasSize(2);
            assertThat(cohort.missing(2, "x")).contains(Missing.INVALID);
        }
    }

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
                            "Data!A4 \"2004-03-19T08:30:15Z\" repaired -> 2004-03-19T08:30:15: date stored as text; form "
                                    + "y-m-d; the zone Z left out",
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
                            "d.csv!B3 \"2004-04-01 00:00\" refused: outside 2004-03-01T00:00 to 2004-03-31T23:59:59.999");
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
                            "Data!A2 \"36:00:00\" refused: a span of time; give its unit in the codebook, such as hours",
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
