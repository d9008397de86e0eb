package cohortkit.claims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Condition;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeParserTest {

    @Test
    void a_computation_has_arguments_a_statement_a_source_and_a_condition() {
        Compute compute = Compute.parse(" riskRatio(rls, insomnia, koopman score) > 1 from patients where age < 65 ");
        assertThat(compute.function()).isEqualTo("riskRatio");
        assertThat(compute.arguments()).containsExactly("rls", "insomnia", "koopman score");
        assertThat(compute.statement()).contains(new Statement(Statement.Relation.GREATER, 1));
        assertThat(compute.source()).contains("patients");
        assertThat(compute.where()).contains(Condition.parse("age < 65"));
        assertThat(compute).hasToString("riskRatio(rls, insomnia, koopman score) > 1 from patients where age < 65");
    }

    @Test
    void commas_in_brackets_and_quotes_part_nothing() {
        assertThat(Compute.parse("oddsRatio(low ~ factor(race, ref = 2) + age, race[1])")
                        .arguments())
                .containsExactly("low ~ factor(race, ref = 2) + age", "race[1]");
        assertThat(Compute.parse("prevalence(race in ('a, b', 'c'))").arguments())
                .containsExactly("race in ('a, b', 'c')");
        assertThat(Compute.parse("notCheckable('a) b, c')").arguments()).containsExactly("'a) b, c'");
    }

    @Test
    void parentheses_without_arguments_can_be_left_out() {
        assertThat(Compute.parse("count").arguments()).isEmpty();
        assertThat(Compute.parse("count()").arguments()).isEmpty();
        assertThat(Compute.parse("count where fromage = 'yes'").source()).isEmpty();
        assertThat(Compute.parse("count from 'my data'").source()).contains("my data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| 1| a function's name is missing",
                "riskRatio(a, b| 10| this parenthesis is not closed",
                "riskRatio(a, 'b)| 10| a quotation after it does not end",
                "riskRatio(a,, b)| 13| an argument is missing before ','",
                "riskRatio(a, )| 14| an argument is missing before ')'",
                "riskRatio(a, b) > x| 19| a number is missing",
                "riskRatio(a, b) and c| 17| 'and c' is too much",
                "count from| 11| a name is missing after from",
                "count from 'a| 12| this quotation does not end",
            })
    void an_error_points_at_the_character(String text, int at, String what) {
        assertThatThrownBy(() -> Compute.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "cannot read '" + text + "' at character " + at + ": " + what + "; write NAME(");
    }

    @Test
    void a_wrong_condition_is_named_with_its_computation() {
        assertThatThrownBy(() -> Compute.parse("count where age <"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("in 'count where age <', after where: ");
    }

    @Test
    void statements_are_of_the_value_or_of_the_interval() {
        Estimate alone = Estimate.withoutInterval(Measure.P_VALUE, 0.05, Convention.of("p", ""));
        assertThat(Compute.parse("p(x) < 0.05").statement().orElseThrow().holds(alone))
                .isFalse();
        assertThat(Compute.parse("p(x) <= .05").statement().orElseThrow().holds(alone))
                .isTrue();
        assertThat(Compute.parse("p(x) >= 5e-2").statement().orElseThrow().holds(alone))
                .isTrue();
        assertThat(Compute.parse("p(x) > -1").statement().orElseThrow().holds(alone))
                .isTrue();
        Statement includes =
                Compute.parse("riskRatio(a, b) includes 1").statement().orElseThrow();
        assertThatThrownBy(() -> includes.holds(alone))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'includes 1' needs an interval");
        assertThatThrownBy(() -> includes.holds(2)).isInstanceOf(InputException.class);
        Statement excludes = new Statement(Statement.Relation.EXCLUDES, 1);
        Estimate ratio = new cohortkit.stats.table.TwoByTwo(16, 30, 46, 241).riskRatio();
        assertThat(excludes.holds(ratio)).isTrue();
        assertThat(includes.holds(ratio)).isFalse();
    }
}
