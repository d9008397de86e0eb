package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ConditionTest {

    /** Three rows; in the last everything but the identifier is missing. */
    private static final Cohort COHORT = Cohort.of(
            Table.create(
                    "patients",
                    StringColumn.create("id", "a7", "b", "c"),
                    DoubleColumn.create("age", 17, 40, Double.NaN),
                    DoubleColumn.create("bp 1", 120, -1, Double.NaN),
                    DoubleColumn.create("zero", 0, 0, Double.NaN),
                    StringColumn.create("sex", "1", "2", ""),
                    StringColumn.create("partner", "2", "2", ""),
                    StringColumn.create("rls", "no", "yes", ""),
                    StringColumn.create("colour", "red", "blue", ""),
                    StringColumn.create("score", "0", "2", ""),
                    StringColumn.create("note", "x", "red", ""),
                    DateColumn.create("lmp", LocalDate.of(2004, 1, 1), LocalDate.of(2004, 2, 1), null),
                    DateColumn.create("delivery", LocalDate.of(2004, 10, 7), LocalDate.of(2004, 1, 1), null)),
            Codebook.of(
                    Variable.identifier("id", ""),
                    Variable.number("age", "").withUnit("years"),
                    Variable.number("bp 1", ""),
                    Variable.number("zero", ""),
                    Variable.category("sex", "", new Level("1", "male"), new Level("2", "female")),
                    Variable.category("partner", "", new Level("2", "female"), new Level("3", "none")),
                    Variable.binary("rls", ""),
                    Variable.category("colour", "", Level.of("red"), Level.of("blue")),
                    Variable.category("score", "", Level.of("0"), new Level("1", "mild"), new Level("2", "severe")),
                    Variable.text("note", ""),
                    Variable.date("lmp", ""),
                    Variable.date("delivery", "")));

    private static String answers(Condition condition) {
        return IntStream.range(0, COHORT.size())
                .mapToObj(row -> condition
                        .test(COHORT.row(row))
                        .map(yes -> yes ? "y" : "n")
                        .orElse("?"))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "age = 17                          | yn?",
                "age == 17                         | yn?",
                "age <> 17                         | ny?",
                "age != 17                         | ny?",
                "age < 40                          | yn?",
                "age <= 40                         | yy?",
                "age > 17                          | ny?",
                "age >= 1.7e1                      | yy?",
                "age = 17 OR age = 40              | yy?",
                "age > 20 And rls = 'yes'          | ny?",
                "not age = 17                      | ny?",
                "not not age = 17                  | yn?",
                "not (age = 17 or rls = \"yes\")   | nn?",
                "not age = 17 and age = 17         | nn?",
                "age = 17 or age = 40 and rls='no' | yn?",
                "(age = 17 or age = 40) and rls='no' | yn?",
                "((age)) + (2) = 19                | yn?",
                "`bp 1` = 120                      | yn?",
                "-`bp 1` = 1                       | ny?",
                "`bp 1` = -1                       | ny?",
                "`bp 1` = - - 120                  | yn?",
                "age + 2 * 3 = 23                  | yn?",
                "(age + 3) * 2 = age + 23          | yn?",
                "age - 10 - 7 = 0                  | yn?",
                "age / 2 / 2 = 10                  | ny?",
                ".5 * age = 8.5                    | yn?",
                "-0 = zero                         | yy?",
                "age / zero > 3                    | ???",
                "age / zero in (3)                 | ???",
                "age * 1e308 * 10 > 1              | ???",
                "delivery + age / zero > lmp       | ???",
                "delivery >= lmp                   | yn?",
                "delivery - lmp = 280              | yn?",
                "lmp + 280 = delivery              | yn?",
                "280 + lmp = delivery              | yn?",
                "delivery - 280 = lmp              | yn?",
                "lmp + 0.5 > lmp                   | yy?",
                "lmp = 2004-01-01                  | yn?",
                "lmp = '2004-01-01'                | yn?",
                "\"2004-01-01\" = lmp              | yn?",
                "lmp - '2003-12-31' = 1            | yn?",
                "'2004-01-02' - lmp = 1            | yn?",
                "2004-01-02 > lmp                  | yn?",
                "2004-01-02 - 2004-01-01 = 1       | yyy",
                "sex = 1                           | yn?",
                "sex = '1'                         | yn?",
                "'male' = sex                      | yn?",
                "sex <> 'male'                     | ny?",
                "sex = partner                     | ny?",
                "sex <> partner                    | yn?",
                "sex in ('male', 2)                | yy?",
                "sex in ('male')                   | yn?",
                "sex not in ('male')               | ny?",
                "not sex in ('male')               | ny?",
                "age in (17, -3, 4.5)              | yn?",
                "age + 1 in (18)                   | yn?",
                "lmp in (2004-01-01, '2005-01-01') | yn?",
                "note in ('x', 'y')                | yn?",
                "id = 'a7'                         | ynn",
                "note = 'red'                      | ny?",
                "note = note                       | yy?",
                "score >= 1                        | ny?",
                "score + score = 4                 | ny?",
                "score = age - 38                  | ny?",
                "score = 'severe'                  | ny?",
                "missing(age)                      | nny",
                "MISSING ( `bp 1` )                | nny",
                "not missing(age) and age > 20     | nyn",
                "missing(age) or age > 20          | nyy",
                "age > 20 and id = 'zz'            | nnn",
                "age > 20 or id = 'c'              | nyy",
            })
    void answers_yes_no_or_undecided(String text, String expected) {
        Condition condition = Condition.parse(text);

        assertThat(answers(condition)).isEqualTo(expected);
        assertThat(condition.checkedAgainst(COHORT.codebook())).isSameAs(condition);
    }

    @Test
    void knows_its_text_and_its_variables_in_order() {
        Condition condition = Condition.parse("  `bp 1` > age or missing(lmp) and age in (3) ");

        assertThat(condition.variables()).containsExactly("bp 1", "age", "lmp");
        assertThat(condition.text()).isEqualTo("`bp 1` > age or missing(lmp) and age in (3)");
        assertThat(condition).hasToString(condition.text());
        assertThat(condition)
                .isEqualTo(Condition.parse(condition.text()))
                .hasSameHashCodeAs(Condition.parse(condition.text()))
                .isNotEqualTo(Condition.parse("age in (3)"))
                .isNotEqualTo("age in (3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "age >                 | 6: expected a variable, a number, a date or 'text in quotes', the condition ends there",
                "age                   | 4: expected a comparison such as = or <, the condition ends there",
                "age and rls = 'yes'   | 5: expected a comparison such as = or <, found 'and'",
                "rls or rls = 'yes'    | 5: expected a comparison such as = or <, found 'or'",
                "not age               | 8: expected a comparison such as = or <, the condition ends there",
                "(age = 1) + 2 = 3     | 1: expected a value, found a condition",
                "1 < age < 3           | 9: expected and, or or the end, found '<'",
                "age = 1 rls = 'no'    | 9: expected and, or or the end, found 'rls'",
                "(age = 1              | 9: expected ')', the condition ends there",
                "age = )               | 7: expected a variable, a number, a date or 'text in quotes', found ')'",
                "age = and             | 7: expected a variable, a number, a date or 'text in quotes', found 'and'",
                "age in 3              | 8: expected '(', found '3'",
                "age in ()             | 9: expected a variable, a number, a date or 'text in quotes', found ')'",
                "age in (rls)          | 9: expected a number, a date or 'text in quotes', found 'rls'",
                "age in (3; 4)         | 10: found ';'; a name that is not a plain word stands in backquotes",
                "age in (3, 4          | 13: expected ')', the condition ends there",
                "missing(3)            | 9: expected a variable, found '3'",
                "missing(age           | 12: expected ')', the condition ends there",
                "missing               | 8: expected a comparison such as = or <, the condition ends there",
                "year(lmp) = 3         | 1: there is no 'year(...)'; only missing(x)",
                "age = 'x              | 7: a quote is not closed",
                "`age = 3              | 1: a quote is not closed",
                "age > 1 & age < 3     | 9: found '&'; write and",
                "!(age > 1)            | 1: found '!'; write not, or != for different",
                "age > 3y              | 7: a number ends in a letter; a name that starts with a digit stands in backquotes",
                "[age] > 3             | 1: found '['; a name that is not a plain word stands in backquotes",
            })
    void points_at_the_place_that_does_not_parse(String text, String message) {
        String stripped = text.strip();
        int at = Integer.parseInt(message.substring(0, message.indexOf(':')));
        assertThatThrownBy(() -> Condition.parse(stripped))
                .isInstanceOf(InputException.class)
                .hasMessage("the condition does not parse at position " + message + "\n  " + stripped + "\n  "
                        + " ".repeat(at - 1) + "^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "AGE = 17            | 1: no variable 'AGE'; did you mean 'age'? (text stands in quotes)",
                "rls = no            | 7: no variable 'no'; there are id, age, bp 1, zero, sex, partner, rls, colour, score, note, lmp, delivery (text stands in quotes)",
                "agee > 3            | 1: no variable 'agee'; did you mean 'age'? (text stands in quotes)",
                "missing(aeg)        | 9: no variable 'aeg'; did you mean 'age'? (text stands in quotes)",
                "sex = 'mal'         | 5: 'mal' is not a level of 'sex'; there are 1=male, 2=female",
                "sex in ('male', 3)  | 17: '3' is not a level of 'sex'; there are 1=male, 2=female",
                "sex = rls           | 5: 'sex' and 'rls' have no level in common",
                "age > lmp           | 5: a number > a date cannot be decided; compare dates with dates and numbers with numbers",
                "age = '17'          | 5: a number = text cannot be decided; write numbers without quotes",
                "note = 3            | 6: text = a number cannot be decided; compare text with 'text in quotes'",
                "note = lmp          | 6: text = a date cannot be decided; compare text with 'text in quotes'",
                "note < 'x'          | 6: text has no order; only = and <> can be asked of it",
                "lmp > 'soon'        | 5: 'soon' is not a date such as 2004-03-17",
                "lmp > 2004-02-30    | 7: '2004-02-30' is not a date such as 2004-03-17",
                "colour = note       | 8: a category of 2 levels (red, blue) = text cannot be decided; name a level, such as = 'red'",
                "note = colour       | 6: text = a category of 2 levels (red, blue) cannot be decided; name a level, such as = 'red'",
                "rls > 0             | 5: a category of 2 levels (no, yes) > a number cannot be decided; only levels whose codes are all numbers have an order",
                "lmp + delivery > 1  | 5: a date + a date cannot be calculated; numbers can be calculated with, days added to a date, and a date taken from another",
                "2 * lmp > 1         | 3: a number * a date cannot be calculated; numbers can be calculated with, days added to a date, and a date taken from another",
                "1 - lmp > 1         | 3: a number - a date cannot be calculated; numbers can be calculated with, days added to a date, and a date taken from another",
                "-lmp > 1            | 1: a number - a date cannot be calculated; numbers can be calculated with, days added to a date, and a date taken from another",
                "age + note > 1      | 5: a number + text cannot be calculated; numbers can be calculated with, days added to a date, and a date taken from another",
                "age = 17 or age / (age - age) > lmp | 31: a number > a date cannot be decided; compare dates with dates and numbers with numbers",
                "age = 99 and agee = 3 | 14: no variable 'agee'; did you mean 'age'? (text stands in quotes)",
            })
    void points_at_the_place_that_does_not_fit_the_codebook(String text, String message) {
        String stripped = text.strip();
        int at = Integer.parseInt(message.substring(0, message.indexOf(':')));
        assertThatThrownBy(() -> Condition.parse(stripped).checkedAgainst(COHORT.codebook()))
                .isInstanceOf(InputException.class)
                .hasMessage("the condition does not fit the codebook at position " + message + "\n  " + stripped
                        + "\n  " + " ".repeat(at - 1) + "^");
    }

    @Test
    void codes_with_two_meanings_are_not_compared() {
        Codebook codebook = Codebook.of(
                Variable.category("a", "", new Level("1", "no"), new Level("2", "yes")),
                Variable.category("b", "", new Level("1", "yes"), new Level("2", "no")));

        assertThatThrownBy(() -> Condition.parse("a = b").checkedAgainst(codebook))
                .hasMessage("the condition does not fit the codebook at position 3: the code 1 is no of 'a' and yes of "
                        + "'b'; they cannot be compared\n  a = b\n    ^");
    }

    @Test
    void a_row_is_asked_as_strictly_as_a_codebook() {
        Condition condition = Condition.parse("lmp > 3");

        assertThatThrownBy(() -> condition.test(COHORT.row(0)))
                .hasMessageStartingWith("the condition does not fit the codebook at position 5: a date > a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-"})
    void brackets_and_signs_have_an_end(String opening) {
        assertThatThrownBy(() -> Condition.parse(opening.repeat(100_000) + "1"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than 200 brackets or signs inside one another");
    }

    @Test
    void a_bar_is_not_or() {
        assertThatThrownBy(() -> Condition.parse("age > 1 || age < 3"))
                .hasMessage("the condition does not parse at position 9: found '|'; write or\n  age > 1 || age < 3\n  "
                        + "        ^");
    }

    @Test
    void spaces_of_every_kind_are_spaces_but_in_quotes() {
        Condition condition = Condition.parse("\u00a0age\u00a0>\n1\tand note = 'a\u00a0\nb'\u3000");

        assertThat(condition).hasToString("age > 1 and note = 'a\u00a0\nb'");
    }

    @Test
    void a_line_break_does_not_move_the_mark() {
        assertThatThrownBy(() -> Condition.parse("age > 1\nand ?"))
                .hasMessage("the condition does not parse at position 13: found '?'; a name that is not a plain word "
                        + "stands in backquotes\n  age > 1 and ?\n              ^");
    }

    @Test
    void a_cohort_is_selected_by_a_condition() {
        Condition condition = Condition.parse("age > 20");

        assertThat(COHORT.where(row -> condition.test(row).orElse(false)).size())
                .isEqualTo(1);
    }
}
