package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Columns whose cells are written in more than one way. */
class MixedColumnTest {

    /** A column of these cells in a workbook, under a codebook. */
    static Cohort workbook(Variable variable, Object... cells) {
        return Workbook.read("w.xlsx", sheets(variable.name(), cells).xlsx())
                .cohort(ImportOptions.defaults().withCodebook(Codebook.of(variable)));
    }

    static Cohort drafted(Object... cells) {
        return Workbook.read("w.xlsx", sheets("x", cells).xlsx()).cohort();
    }

    static Sheets sheets(String name, Object... cells) {
        return Sheets.of(
                "Data",
                Stream.concat(Stream.of(name), Arrays.stream(cells))
                        .map(Sheets::row)
                        .toArray(Object[][]::new));
    }

    /** A column of these texts in a CSV, under a codebook. */
    static Cohort text(ImportOptions options, Variable variable, String... cells) {
        String text = "k;" + variable.name() + "\n1;" + String.join("\n1;", cells) + "\n";
        Codebook codebook = Codebook.of(Variable.number("k", ""), variable);
        return Workbook.read("d.csv", text.getBytes(StandardCharsets.UTF_8)).cohort(options.withCodebook(codebook));
    }

    static Cohort text(Variable variable, String... cells) {
        return text(ImportOptions.defaults(), variable, cells);
    }

    static Sheets.Formatted shown(double number, String format) {
        return new Sheets.Formatted(number, format);
    }

    static final double NA = Double.NaN;

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
                            "d.csv!B2 \"1,5\" suspicious -> 1.5: decimal comma; the column has a decimal point (B3)"
                                    + " too",
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
}
