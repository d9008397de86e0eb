package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class MissingPatternsTest {

    private static final double NONE = Double.NaN;

    private static final Cohort COHORT = Cohort.of(
            Table.create(
                    "t",
                    StringColumn.create("rls", "yes", "no", "9", "no", "9", "no", "yes", "8", "9"),
                    DoubleColumn.create("age", 50, 40, 30, NONE, 20, 60, 70, NONE, NONE),
                    DoubleColumn.create("y", 1, 0, 1, 0, 1, NONE, 0, 1, NONE),
                    DoubleColumn.create("w", 1, 1, 1, 1, 1, 1, NONE, 1, 1)),
            Codebook.of(
                    Variable.binary("rls", "").withMissing("9", "refused").withMissing("8", "not asked"),
                    Variable.number("age", ""),
                    Variable.number("y", ""),
                    Variable.number("w", "")));

    @Test
    void variables_that_are_missing_together_for_the_same_reason_are_one_pattern() {
        MissingPatterns patterns = MissingPatterns.of(Model.LOGISTIC.of("y ~ rls + age"), COHORT);

        assertThat(patterns.patterns().stream().map(p -> p.rows() + " " + p.text() + " " + p.known() + " " + p.sum()))
                .containsExactly(
                        "3 nothing 3 1.0",
                        "2 rls (refused) 2 2.0",
                        "1 age (blank) 1 0.0",
                        "1 y (blank) 0 0.0",
                        "1 rls (not asked), age (blank) 1 1.0",
                        "1 y (blank), rls (refused), age (blank) 0 0.0");
        assertThat(patterns.rows()).isEqualTo(9);
        assertThat(patterns.kept().rows()).isEqualTo(3);
        assertThat(patterns.lost().rows()).isEqualTo(6);
        assertThat(patterns.lost().mean()).isEqualTo(0.75);
        assertThat(patterns.patterns().get(3).mean()).isNaN();
        assertThat(patterns).hasToString("""
            complete: 3 of 9 rows, lost 6
            missing                               rows     %          y = 1
            nothing                                  3  33.3   1/3 = 33.3 %
            rls (refused)                            2  22.2  2/2 = 100.0 %
            age (blank)                              1  11.1    0/1 = 0.0 %
            y (blank)                                1  11.1      not known
            rls (not asked), age (blank)             1  11.1  1/1 = 100.0 %
            y (blank), rls (refused), age (blank)
                                                     1  11.1      not known
            y = 1: kept 1/3 = 33.3 %, lost 3/4 = 75.0 %\
            """);
    }

    @Test
    void they_lose_what_the_fit_loses() {
        Regression model = Model.LINEAR.of("age ~ y").with(Weights.frequency("w"));
        MissingPatterns patterns = MissingPatterns.of(model, COHORT);

        assertThat(patterns.kept().rows())
                .isEqualTo(model.fit(COHORT).completeCases().complete());
        assertThat(patterns.toString()).contains("mean age").endsWith("age: kept 35.00 in 4, lost 65.00 in 2");
        assertThat(patterns.patterns().stream().map(MissingPatterns.Pattern::text))
                .contains("w (blank)");
    }

    @Test
    void nothing_missing_and_everything_missing_are_said() {
        Cohort none = DataSet.of("y x", new double[] {0, 1}, new double[] {NONE, NONE});

        assertThat(MissingPatterns.of(Model.LOGISTIC.of("y ~ 1"), none).lost().rows())
                .isZero();
        assertThat(MissingPatterns.of(Model.LOGISTIC.of("y ~ x"), none))
                .asString()
                .startsWith("complete: 0 of 2 rows, lost 2")
                .endsWith("y = 1: kept not known, lost 1/2 = 50.0 %");
        assertThatThrownBy(() -> MissingPatterns.of(Model.LOGISTIC.of("y ~ z"), none))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'z'");
    }
}
