package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedTest {

    static List<NamedCsvRecord> forms() {
        return Fixture.rows("printed-forms.csv", 43);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_forms_of_journals_are_read(NamedCsvRecord row) {
        Printed printed = Printed.parse(row.getField("text"));
        String relation = row.getField("relation");
        PrintedNumber number = printed instanceof PrintedBound bound ? bound.number() : (PrintedNumber) printed;
        assertThat(number.value()).isEqualTo(new BigDecimal(row.getField("value")));
        assertThat(printed.unit()).hasToString(row.getField("unit"));
        assertThat(printed instanceof PrintedBound bound ? bound.relation().name() : "")
                .isEqualTo(relation);
        assertThat(printed).hasToString(row.getField("text"));
    }

    @Test
    void spaces_of_typographers_are_read_like_any_other() {
        assertThat(Printed.parse(" 67.4\u00a0% ")).hasToString("67.4\u00a0%");
        assertThat(Printed.parse("1\u202f962").admits(1962, 1)).isTrue();
        assertThat(Printed.parse("1\u2009962").admits(1962, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "%", "about 14", "2.2 (1.7-2.9)", "1-2", "14%%", "14.", "1,96,2", "1,2345,678", "01,962",
                "1.2.3", "1,2,3", "p 0.05", "p", "<", "<<0.05", "17 ± 7", "NaN", "1e-3", "1  962", "١٤"
            })
    void what_is_none_of_them_is_refused_with_the_forms_that_are_read(String text) {
        assertThatThrownBy(() -> Printed.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'" + text + "' cannot be read as a printed number; there are 14%, 67.4 %, 2.2, .05, 1,962, 1"
                                + " 962, 3·5, 3,5, −0.3, <0.05, ≥2, p<0.05, p = .000 and 1 in 4; limits stand"
                                + " apart, in lower and upper");
    }

    @ParameterizedTest
    @CsvSource({
        "14%, 0.135, true",
        "14%, 0.145, true",
        "14%, 0.14, true",
        "14%, 0.1349999, false",
        "14%, 0.1450001, false",
        "14%, 14, false",
        "14.3%, 0.1425, true",
        "14.3%, 0.1435, true",
        "2.2, 2.15, true",
        "2.2, 2.25, true",
        "2.20, 2.15, false",
        "0.50, 0.495, true",
        "0.50, 0.505, true",
        "-0.3, -0.25, true",
        "-0.3, -0.35, true",
        "-0.3, 0.3, false",
        "p=.000, 0.0005, true",
        "p=.000, 0.00051, false",
        "2.2, NaN, false",
        "2.2, Infinity, false",
        "<0.05, 0.05, false",
        "<0.05, 0.04999, true",
        "<=0.05, 0.05, true",
        "<=0.05, 0.050001, false",
        "<0.3, 0.3, false",
        ">0.05, 0.05, false",
        ">0.05, 0.050001, true",
        ">=0.3, 0.3, true",
        ">=0.3, 0.29999, false",
        "<5%, 0.0499, true",
        "<5%, 0.05, false",
        "<0.05, -Infinity, true",
        "<0.05, Infinity, false",
        ">2, Infinity, true",
        ">2, -Infinity, false",
        ">2, NaN, false"
    })
    void a_value_fits_within_half_a_unit_of_the_last_digit(String text, double x, boolean fits) {
        assertThat(Printed.parse(text).admits(x)).isEqualTo(fits);
    }

    @Test
    void a_tie_stays_a_tie_when_the_last_bit_of_the_double_is_off() {
        double above = Math.nextUp(2.25);
        assertThat(Printed.parse("2.2").admits(above)).isTrue();
        assertThat(Printed.parse("2.2").admits(2.2500001)).isFalse();
        assertThat(Printed.parse("<0.05").admits(Math.nextDown(0.05))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "81.2%, 39, 48, HALF_EITHER, true",
        "81.3%, 39, 48, HALF_EITHER, true",
        "81.2%, 39, 48, HALF_UP, false",
        "81.2%, 39, 48, HALF_EVEN, true",
        "81.3%, 39, 48, HALF_UP, true",
        "81.3%, 39, 48, HALF_EVEN, false",
        "81.2%, 39, 48, TRUNCATED, true",
        "67.4%, 137, 203, HALF_EITHER, false",
        "67.4%, 137, 203, TRUNCATED, true",
        "81.3%, 48, 59, TRUNCATED, true",
        "81.3%, 48, 59, HALF_UP, false",
        "-0.3, -35, 100, HALF_UP, true",
        "-0.4, -35, 100, HALF_UP, false",
        "-0.4, -35, 100, HALF_AWAY, true",
        "-0.3, -35, 100, HALF_AWAY, false",
        "-0.3, -36, 100, HALF_UP, false",
        "-0.3, -39, 100, ANY, true",
        "0.4, 35, 100, ANY, true",
        "0.4, 49, 100, ANY, true",
        "0.4, 50, 100, ANY, false",
        "-0.3, -35, 100, TRUNCATED, true",
        "<5%, 1, 20, TRUNCATED, false",
        "<=5%, 1, 20, TRUNCATED, true"
    })
    void a_fraction_is_rounded_exactly(String text, long numerator, long denominator, Rounding rounding, boolean fits) {
        assertThat(Printed.parse(text).admits(numerator, denominator, rounding)).isEqualTo(fits);
    }

    @Test
    void the_rounding_that_would_make_it_fit_is_named() {
        assertThat(Printed.parse("81.2%").roundingThatAdmits(39, 48)).contains(Rounding.HALF_EVEN);
        assertThat(Printed.parse("81.3%").roundingThatAdmits(39, 48)).contains(Rounding.HALF_UP);
        assertThat(Printed.parse("67.4%").roundingThatAdmits(137, 203)).contains(Rounding.TRUNCATED);
        assertThat(Printed.parse("67.4%").roundingThatAdmits(138, 203)).isEmpty();
        assertThat(Printed.parse("2.2").roundingThatAdmits(2.29)).contains(Rounding.TRUNCATED);
        assertThat(Printed.parse("2.2").roundingThatAdmits(2.3)).isEmpty();
        assertThat(Stream.of(Rounding.values()).map(Rounding::label))
                .containsExactly(
                        "a tie rounded either way",
                        "rounded half up",
                        "rounded half to even",
                        "rounded half away from zero",
                        "truncated",
                        "by any rule");
        assertThat(Printed.parse("81.3%").roundingsThatAdmit(39, 48))
                .containsExactly(Rounding.HALF_UP, Rounding.HALF_AWAY);
        assertThat(Printed.parse("-0.3").roundingsThatAdmit(-7, 20))
                .containsExactly(Rounding.HALF_UP, Rounding.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({
        "2.2, TRUNCATED, 2.2, 2.3",
        "2.2, ANY, 2.15, 2.3",
        "-2.2, TRUNCATED, -2.3, -2.2",
        "-2.2, HALF_UP, -2.25, -2.15",
        "0.00, TRUNCATED, -0.01, 0.01",
        "14%, TRUNCATED, 0.14, 0.15",
        "1 in 4, TRUNCATED, 0.2, 0.25",
        "<0.05, TRUNCATED, -Infinity, 0.05"
    })
    void each_rounding_leaves_its_range_open(String text, Rounding rounding, double lower, double upper) {
        assertThat(Printed.parse(text).range(rounding)).isEqualTo(new PrintedRange(lower, upper));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14%", "<5%"})
    void a_fraction_needs_a_positive_denominator(String text) {
        assertThatThrownBy(() -> Printed.parse(text).admits(0, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("the denominator of a share must be positive; was 0");
    }

    @Test
    void a_printed_number_is_a_range() {
        assertThat(Printed.parse("14%").range()).isEqualTo(new PrintedRange(0.135, 0.145));
        assertThat(Printed.parse("2.20").range()).isEqualTo(new PrintedRange(2.195, 2.205));
        assertThat(Printed.parse("p<0.05").range()).isEqualTo(new PrintedRange(Double.NEGATIVE_INFINITY, 0.05));
        assertThat(Printed.parse("≥2%").range()).isEqualTo(new PrintedRange(0.02, Double.POSITIVE_INFINITY));
        assertThat(Printed.parse("14%").range()).hasToString("0.135 to 0.145");
        assertThat(Printed.parse(">2").range()).hasToString("2 to Inf");
        assertThat(new PrintedRange(1, 2).contains(2)).isTrue();
        assertThat(new PrintedRange(1, 2).contains(2.1)).isFalse();
        assertThat(new PrintedRange(1, 2).contains(0.9)).isFalse();
    }

    @Test
    void a_range_runs_upwards() {
        assertThatThrownBy(() -> new PrintedRange(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lower end 2.0 is above the upper end 1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "2.2, 2.16, 2.24, true, true", "2.2, 2.0, 2.16, false, true", "2.2, 2.24, 3, false, true",
        "2.2, 2.0, 3.0, false, true", "2.2, 2.0, 2.1, false, false", "<0.05, 0.05, 0.2, false, false",
        "<0.05, 0.01, 0.05, false, true", "<0.05, 0.01, 0.02, true, true", ">0.05, 0.01, 0.05, false, false",
        ">0.05, 0.01, 0.06, false, true"
    })
    void a_range_fits_as_a_whole_or_in_part(String text, double lowest, double highest, boolean all, boolean some) {
        assertThat(Printed.parse(text).admitsAll(lowest, highest)).isEqualTo(all);
        assertThat(Printed.parse(text).admitsSome(lowest, highest)).isEqualTo(some);
    }

    @ParameterizedTest
    @CsvSource({
        "14%, 0.13514, 13.51%", "67.4%, 0.674877, 67.488%", "2.2, 2.16999, 2.170", "p=.000, 0.00004, 0.00004",
        "p=.000, 0.000000123, 1.2E-7", "<0.05, 0.0042, 0.0042", "p<0.05, 0, 0.0000", "2.2, Infinity, Inf"
    })
    void a_computed_value_is_shown_with_two_digits_more(String text, double x, String shown) {
        assertThat(Printed.parse(text).beside(x)).isEqualTo(shown);
    }

    /** Any fraction, printed by any rounding to any number of digits. */
    static Stream<long[]> fractions() {
        Random random = new Random(20051);
        return Stream.generate(() -> {
                    long denominator = 1L + random.nextInt(400);
                    return new long[] {random.nextInt((int) denominator + 1), denominator, random.nextInt(4)};
                })
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("fractions")
    void what_was_printed_by_a_rounding_fits_by_that_rounding(long[] fraction) {
        BigDecimal percent = BigDecimal.valueOf(100 * fraction[0]);
        BigDecimal denominator = BigDecimal.valueOf(fraction[1]);
        int digits = (int) fraction[2];
        String up = percent.divide(denominator, digits, RoundingMode.HALF_UP) + "%";
        String even = percent.divide(denominator, digits, RoundingMode.HALF_EVEN) + "%";
        String cut = percent.divide(denominator, digits, RoundingMode.DOWN) + "%";
        assertThat(Printed.parse(up).admits(fraction[0], fraction[1])).isTrue();
        assertThat(Printed.parse(even).admits(fraction[0], fraction[1])).isTrue();
        assertThat(Printed.parse(up).admits(fraction[0], fraction[1], Rounding.HALF_UP))
                .isTrue();
        assertThat(Printed.parse(even).admits(fraction[0], fraction[1], Rounding.HALF_EVEN))
                .isTrue();
        assertThat(Printed.parse(cut).admits(fraction[0], fraction[1], Rounding.TRUNCATED))
                .isTrue();
        assertThat(Printed.parse(up).admits((double) fraction[0] / fraction[1])).isTrue();
        assertThat(Printed.parse(even).admits((double) fraction[0] / fraction[1]))
                .isTrue();
    }
}
