package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "low ~ age                     | low ~ age",
                "low~age+smoke                 | low ~ age + smoke",
                "low ~ age * smoke             | low ~ age + smoke + age:smoke",
                "low ~ a * b * c               | low ~ a + b + c + a:b + a:c + b:c + a:b:c",
                "low ~ age:smoke + age         | low ~ age + age:smoke",
                "low ~ age + age               | low ~ age",
                "low ~ age:age                 | low ~ age",
                "low ~ age - 1                 | low ~ age - 1",
                "low ~ 0 + age                 | low ~ age - 1",
                "low ~ -1 + age                | low ~ age - 1",
                "low ~ age - 0                 | low ~ age",
                "low ~ 1                       | low ~ 1",
                "low ~ 0                       | low ~ 0",
                "low ~ factor(race)            | low ~ factor(race)",
                "low ~ factor(race, ref=2)     | low ~ factor(race, ref = 2)",
                "low ~ factor(race,ref = \"a\") | low ~ factor(race, ref = a)",
                "n ~ offset(log(years)) + age  | n ~ age + offset(log(years))",
                "n ~ offset( years )           | n ~ offset(years)",
                "low ~ log(age) + I( age ^ 2 ) | low ~ log(age) + I(age^2)",
                "low ~ poly(age,2)             | low ~ poly(age, 2)",
                "low ~ poly(age, degree=3)     | low ~ poly(age, 3)",
                "low ~ ns(age, 3):smoke        | low ~ ns(age, df = 3):smoke",
                "low ~ ns(`my age`, df=3)      | low ~ ns(`my age`, df = 3)",
                "low ~ rcs(age, nk = 4) * smoke | low ~ rcs(age, 4) + smoke + rcs(age, 4):smoke",
                "low ~ log + I + poly          | low ~ log + I + poly",
                "low ~ offset                  | low ~ offset",
                "`b p` ~ `x-y`                 | `b p` ~ `x-y`",
                "größe ~ .x_1                  | größe ~ .x_1",
            })
    void prints_the_formula_that_it_read(String text, String printed) {
        Formula formula = Formula.parse(text);

        assertThat(formula).hasToString(printed);
        assertThat(Formula.parse(printed)).isEqualTo(formula);
    }

    @Test
    void knows_every_variable_the_outcome_first() {
        Formula formula = Formula.parse("y ~ a:factor(b, ref = 2) + offset(log(t))");

        assertThat(formula.variables()).containsExactly("y", "a", "b", "t");
        assertThat(formula.terms().get(0).operands())
                .containsExactly(new Formula.Plain("a"), new Formula.Coded("b", Optional.of("2")));
        assertThat(formula.offsets()).containsExactly(new Formula.Offset("t", Formula.Transformation.LOG));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "low age            | position 5: expected '~', found 'a'",
                "low ~              | position 6: expected a variable, the formula ends there",
                "~ age              | position 1: expected the outcome, found '~'",
                "low ~ age +        | position 12: expected a variable, the formula ends there",
                "low ~ age age      | position 11: expected + or -, found 'a'",
                "low ~ age - smoke  | position 13: only the intercept can be taken out, with - 1, found 's'",
                "low ~ factor(race  | position 18: expected ')', the formula ends there",
                "low ~ factor(r, x) | position 18: expected ref = level, found ')'",
                "low ~ factor(r, ref = ) | position 23: expected a level after ref =, found ')'",
                "low ~ rcs(x, 2)    | position 14: expected a whole number from 3 to 99, found '2'",
                "low ~ I(x^1.5)     | position 11: expected a whole number from 2 to 99, found '1'",
                "low ~ I(x*2)       | position 10: expected '^', found '*'",
                "low ~ poly(x)      | position 13: expected ',', found ')'",
                "low ~ ns(x, k = 3) | position 13: expected a whole number or df = a whole number, found 'k'",
                "low ~ log(log(x))  | position 14: expected ')', found '('",
                "low ~ `race        | position 7: a quoted name is not closed, found '`'",
            })
    void points_at_the_place_that_does_not_parse(String text, String message) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("the formula does not parse at " + message + "\n  " + text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"low ~ exp(age)", "low ~ bs(age, 2)"})
    void names_the_functions_it_knows(String text) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not known here; there are factor(x), factor(x, ref = level), log(x), I(x^2), "
                        + "poly(x, 2), ns(x, df = 3), rcs(x, 4), offset(x) and offset(log(x)). Derive the variable "
                        + "first");
    }
}
