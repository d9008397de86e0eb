package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells of every kind under variables of every type. */
class ConversionTest {

    private static final ColumnReading WORKBOOK = new ColumnReading(true, DecimalMark.DETECTED, ColumnForms::new);

    private static RawCell text(String text) {
        return new RawCell(1, 1, CellKind.TEXT, Double.NaN, text, NumberForm.GENERAL, false, DateSystem.FROM_1900);
    }

    private static RawCell number(double number, String format) {
        return new RawCell(1, 1, CellKind.NUMBER, number, "", NumberForm.parse(format), false, DateSystem.FROM_1900);
    }

    private static RawCell logical(String text) {
        return new RawCell(1, 1, CellKind.LOGICAL, Double.NaN, text, NumberForm.GENERAL, false, DateSystem.FROM_1900);
    }

    private static String outcome(Variable variable, RawCell cell) {
        CellOutcome outcome = CellRule.of(variable, WORKBOOK).read(cell);
        String text = (outcome.action() == null
                        ? "as it stands"
                        : Spaces.lower(outcome.action().name())) + " -> " + outcome.result() + ": " + outcome.rule();
        return text.strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12|repaired -> 12: number stored as text",
                "` 12.50\u00a0`|repaired -> 12.5: stray spaces removed; number stored as text",
                "1e3|repaired -> 1000: number stored as text",
                "12,5|repaired -> 12.5: number stored as text; decimal comma",
                "\u22125|repaired -> -5: number stored as text; printed minus sign",
                "99.0|recoded -> missing: not done: missing code 99",
                "N/A|recoded -> missing: refused: missing code n/a",
                "1,234|refused -> : a comma before three digits: thousands or decimals?",
                "12 %|repaired -> 0.12: number stored as text; percent sign: a hundredth",
                "<5|refused -> : not a number",
                "1e999|refused -> : not a number",
                "1001|refused -> : outside -10 to 1000",
            })
    void text_as_a_number(String text, String expected) {
        Variable variable = Variable.number("x", "")
                .withRange(new Range(-10, 1000))
                .withMissing("99", "not done")
                .withMissing("n/a", "refused");
        String outcome = outcome(variable, text(text));
        assertThat(outcome).isEqualTo(expected);
    }

    @Test
    void other_cells_as_a_number() {
        Variable variable = Variable.number("x", "").withRange(new Range(0, 100));
        assertThat(outcome(variable, number(0.14, "0.0%"))).isEqualTo("as it stands -> 0.14:");
        assertThat(outcome(variable, number(38063, "d.m.yy")))
                .isEqualTo("refused -> : a date where a number is expected");
        assertThat(outcome(variable, number(0.5, "hh:mm"))).isEqualTo("refused -> : a time where a number is expected");
        assertThat(outcome(variable, number(101, "General"))).isEqualTo("refused -> : outside 0 to 100");
        assertThat(outcome(variable, logical("TRUE")))
                .isEqualTo("refused -> : a logical value where a number is expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|as it stands -> 1:",
                "`1 `|repaired -> 1: stray spaces removed",
                "yes|repaired -> 1: label of level 1",
                "` YES`|repaired -> 1: stray spaces removed; upper and lower case",
                "1.0|repaired -> 1: another form of the number",
                "9|recoded -> missing: refused: missing code 9",
                "2|refused -> : not one of 0=no, 1=yes (missing: 9)",
                "TRUE|refused -> : not one of 0=no, 1=yes (missing: 9)",
                "y|refused -> : not one of 0=no, 1=yes (missing: 9)",
            })
    void text_as_a_level(String text, String expected) {
        Variable variable = Variable.category("x", "", new Level("0", "no"), new Level("1", "yes"))
                .withMissing("9", "refused");
        assertThat(outcome(variable, text(text))).isEqualTo(expected);
    }

    @Test
    void other_cells_as_a_level() {
        Variable coded = Variable.category("x", "", new Level("0", "no"), new Level("1", "yes"));
        assertThat(outcome(coded, number(1, "0.00"))).isEqualTo("as it stands -> 1:");
        assertThat(outcome(coded, logical("TRUE"))).isEqualTo("repaired -> 1: logical value");
        assertThat(outcome(Variable.binary("x", ""), logical("TRUE"))).isEqualTo("refused -> : not one of no, yes");
        assertThat(outcome(coded, number(1, "yyyy")))
                .isEqualTo("refused -> : a date or time where one of 0=no, 1=yes is expected");
        Variable twoCases = Variable.category("x", "", Level.of("a"), Level.of("A"));
        assertThat(outcome(twoCases, text("A"))).isEqualTo("as it stands -> A:");
        assertThat(outcome(twoCases, text("a "))).isEqualTo("repaired -> a: stray spaces removed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2004-03-17||repaired -> 2004-03-17: date stored as text; form y-m-d",
                "2004-03-17 00:00:00||repaired -> 2004-03-17: date stored as text; form y-m-d",
                "2004-03-17T08:30||repaired -> 2004-03-17: date stored as text; the time 08:30 left out; the type datetime keeps it",
                "2004/3/7||repaired -> 2004-03-07: date stored as text; form y/m/d",
                "20040317||repaired -> 2004-03-17: date stored as text; form yyyymmdd",
                "17.03.2004||repaired -> 2004-03-17: date stored as text; form d.m.y",
                "03.04.2004||repaired -> 2004-04-03: date stored as text; form d.m.y",
                "03.04.2004|m/d/y|repaired -> 2004-03-04: date stored as text; form m.d.y",
                "17/3/2004||repaired -> 2004-03-17: date stored as text; form d/m/y",
                "3/17/2004||repaired -> 2004-03-17: date stored as text; form m/d/y",
                "3/3/2004||repaired -> 2004-03-03: date stored as text; form d/m/y",
                "03/04/2004|d/m/y|repaired -> 2004-04-03: date stored as text; form d/m/y",
                "03/04/2004|mm/dd/yyyy|repaired -> 2004-03-04: date stored as text; form m/d/y",
                "03-04-2004||refused -> : day and month cannot be told apart; give the form in the codebook, such as d/m/y",
                "17/03/2004|m/d/y|refused -> : no such day",
                "03/04/04|d/m/y|refused -> : a year of two digits: which century?",
                "17 March 2004||repaired -> 2004-03-17: date stored as text; form day, month's name, year",
                "17-Mar-2004||repaired -> 2004-03-17: date stored as text; form day, month's name, year",
                "Sept 3, 2004||repaired -> 2004-09-03: date stored as text; form month's name, day, year",
                "17 Foo 2004||refused -> : no such day",
                "2004-02-30||refused -> : no such day",
                "soon||refused -> : not a date",
                "1999-12-31||refused -> : outside 2000-01-01 to any day",
            })
    void text_as_a_date(String text, String form, String expected) {
        Variable variable =
                Variable.date("x", "").withUnit(form == null ? "" : form).withRange(new Range(10957, 1.0 / 0));
        assertThat(outcome(variable, text(text))).isEqualTo(expected);
    }

    @Test
    void other_cells_as_a_date() {
        Variable variable = Variable.date("x", "");
        assertThat(outcome(variable, number(38063.25, "d/m/yy h:mm")))
                .isEqualTo("repaired -> 2004-03-17: the time 06:00 left out; the type datetime keeps it");
        assertThat(outcome(variable, number(38063, "General")))
                .isEqualTo("repaired -> 2004-03-17: date number without a date format");
        assertThat(outcome(variable, number(20040317, "0"))).isEqualTo("repaired -> 2004-03-17: form yyyymmdd");
        assertThat(outcome(variable, number(2004, "0"))).isEqualTo("refused -> : a number, not a date");
        assertThat(outcome(variable, number(0.5, "h:mm"))).isEqualTo("refused -> : no date");
        assertThat(outcome(variable, logical("TRUE"))).isEqualTo("refused -> : no date");
        assertThatThrownBy(() -> CellRule.of(variable.withUnit("days"), WORKBOOK))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'x': the unit of a date is its form, one of d/m/y, m/d/y, y-m-d, or nothing; "
                        + "it was 'days'");
    }

    @Test
    void cells_as_text_and_identifiers() {
        Variable text = Variable.text("x", "");
        assertThat(outcome(text, text(" a  b "))).isEqualTo("as it stands ->  a  b :");
        assertThat(outcome(text, number(38063, "d/m/yyyy"))).isEqualTo("as it stands -> 2004-03-17:");
        assertThat(outcome(text, number(0.75, "h:mm"))).isEqualTo("as it stands -> 18:00:");
        assertThat(outcome(text, number(-1, "d/m/yyyy"))).isEqualTo("as it stands -> -1:");
        assertThat(outcome(text, logical("FALSE"))).isEqualTo("as it stands -> FALSE:");
        Variable id = Variable.identifier("x", "");
        assertThat(outcome(id, number(42, "00000"))).isEqualTo("as it stands -> 00042:");
        assertThat(outcome(id, text("007 "))).isEqualTo("repaired -> 007: stray spaces removed");
        assertThat(outcome(id, number(38063, "d/m")))
                .isEqualTo("suspicious -> 2004-03-17: an identifier that is a date to the spreadsheet program");
        assertThat(outcome(id, number(4.5, "0.0")))
                .isEqualTo("suspicious -> 4.5: an identifier that is a number; digits may have been lost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "General|NUMBER",
                "0.00|NUMBER",
                "0%|PERCENT",
                "[Red]-0.0%|PERCENT",
                "#,##0 [$USD]|NUMBER",
                "`0 \"days\"`|NUMBER",
                "0\\d|NUMBER",
                "Standard|NUMBER",
                "0.0E+00|NUMBER",
                "@|NUMBER",
                "dd/mm/yyyy|DATE",
                "[$-407]d. mmmm yyyy|DATE",
                "mmm|DATE",
                "m/d/yy h:mm|DATE_TIME",
                "[$-F800]dddd, mmmm dd|DATE",
                "yyyy-mm-dd;@|DATE",
                "h:mm AM/PM|TIME",
                "[h]:mm:ss|DURATION",
                "mm:ss.0|TIME",
                "[mm]|DURATION",
                "0.00;[Red]\"d\"|NUMBER",
                "\"unclosed d|NUMBER",
                "[unclosed d|NUMBER",
            })
    void a_number_format_says_what_the_number_is(String code, NumberForm.Shape shape) {
        assertThat(NumberForm.parse(code).shape()).isEqualTo(shape);
    }

    @Test
    void the_formats_that_files_do_not_spell_out_are_known() {
        assertThat(NumberForm.builtIn(14).shape()).isEqualTo(NumberForm.Shape.DATE);
        assertThat(NumberForm.builtIn(22).shape()).isEqualTo(NumberForm.Shape.DATE_TIME);
        assertThat(NumberForm.builtIn(46).shape()).isEqualTo(NumberForm.Shape.DURATION);
        assertThat(NumberForm.builtIn(10).shape()).isEqualTo(NumberForm.Shape.PERCENT);
        assertThat(NumberForm.builtIn(4)).isEqualTo(NumberForm.GENERAL);
    }

    static DoubleStream numbers() {
        SplittableRandom random = new SplittableRandom(1);
        return DoubleStream.concat(
                DoubleStream.of(0, -0.0, 1e15, 1e-7, 0.1 + 0.2, 1.0 / 3, 1e300, Double.MIN_VALUE, 0x1.8p60),
                DoubleStream.generate(() -> random.nextInt(-5000, 5000) / Math.pow(10, random.nextInt(5)))
                        .limit(200));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void all_digits_of_a_number_are_shown_and_read_back(double x) {
        String shown = Numbers.shown(x);
        assertThat(Numbers.parse(shown).orElseThrow()).isEqualTo(x == 0 ? 0.0 : x);
        double fast = Numbers.parseShort(shown);
        assertThat(Double.isNaN(fast) || fast == x).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1,true", "-1.5,true", "+.5,true", "5.,true", "1e5,true", "1.5E-12,true", "0x1,false", "1e,false", "e5,false",
        ".,false", "-,false", "1e1234,false", "1d,false", "1.2.3,false", "NaN,false", "1 2,false", "--1,false",
                ".e1,false"
    })
    void a_number_in_text_is_digits_with_a_point_and_an_exponent(String text, boolean number) {
        assertThat(Numbers.parse(text).isPresent()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a,a",
                "` a`,a",
                "`a\u00a0\u00a0b`,a b",
                "`a\u200b`,a",
                "`\ufeff`,``",
                "`a\tb\n`,a b",
                "`a b`,a b",
                "`\u3000a`,a"
            })
    void spaces_that_nobody_sees_go(String text, String clean) {
        assertThat(Spaces.clean(text)).isEqualTo(clean);
    }
}
