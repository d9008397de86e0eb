package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class CompleteCasesTest {

    private static final double NONE = Double.NaN;

    private static Cohort cohort(double... age) {
        Table table = Table.create(
                "t",
                StringColumn.create("rls", "yes", "no", "9", "no", "yes", "no", "yes", "8"),
                DoubleColumn.create("age", age),
                DoubleColumn.create("y", 1, 0, 1, 0, 0, 1, 0, 1),
                DoubleColumn.create("n", 1, 2, 0, 0, 3, 1, 2, 1));
        return Cohort.of(
                table,
                Codebook.of(
                        Variable.binary("rls", "").withMissing("9", "refused").withMissing("8", "not asked"),
                        Variable.number("age", "").withMissing("-1", "refused"),
                        Variable.number("y", ""),
                        Variable.number("n", "")));
    }

    @Test
    void a_time_is_no_term_of_a_model() {
        Cohort cohort = Cohort.of(Table.create(
                "t",
                DoubleColumn.create("y", 0, 1),
                TimeColumn.create("bed", LocalTime.of(22, 0), LocalTime.of(23, 30)),
                DateTimeColumn.create(
                        "visit", LocalDateTime.of(2004, 3, 17, 8, 30), LocalDateTime.of(2004, 3, 18, 8, 30))));
        assertThatThrownBy(() -> Logistic.fit("y ~ bed", cohort))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'bed' is a time of day; a model takes numbers and categories. Derive one of them "
                        + "from it");
        assertThatThrownBy(() -> Logistic.fit("y ~ visit", cohort))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'visit' is a date with time; a model takes numbers and categories. Derive one of "
                        + "them from it");
    }

    @Test
    void counts_what_is_missing_by_variable_and_reason() {
        Cohort cohort = cohort(40, 51, 60, 33, 45, 52, -1, 70);

        assertThat(Logistic.fit("y ~ 1", cohort).completeCases()).hasToString("complete cases: 8 of 8");
        assertThat(Logistic.fit("y ~ rls", cohort).completeCases())
                .hasToString("complete cases: 6 of 8; rls missing 2 (1 refused, 1 not asked)");
        Fit fit = Logistic.fit("y ~ rls + age", cohort);
        assertThat(fit.completeCases())
                .hasToString("complete cases: 5 of 8; rls missing 2 (1 refused, 1 not asked), age missing 1 (refused)");
        assertThat(fit.oddsRatio("rls[yes]").convention().denominator())
                .isEqualTo("5 of 8 rows, complete in 3 variables");
        assertThat(fit.observations()).isEqualTo(5);
    }

    @Test
    void rows_of_weight_zero_do_not_count() {
        Fit fit = Logistic.fit("y ~ 1", cohort(40, 51, 60, 33, 45, 52, 44, 70), Weights.frequency("n"));

        assertThat(fit.completeCases()).hasToString("complete cases: 8 of 8; 2 of weight 0 left out");
        assertThat(fit.completeCases().analyzed()).isEqualTo(6);
        assertThat(fit.observations()).isEqualTo(10);
        assertThat(fit.oddsRatio("(Intercept)").convention().denominator()).isEqualTo("8 rows, frequency weights n");
        assertThat(fit.toString()).contains("\nfrequency weights n\n");
    }

    @Test
    void says_why_no_row_is_left() {
        Cohort cohort = cohort(NONE, NONE, NONE, NONE, NONE, NONE, -1, NONE);

        assertThatThrownBy(() -> Logistic.fit("y ~ age", cohort))
                .isInstanceOf(InputException.class)
                .hasMessage("none of the 8 rows is complete in y, age: age missing 8 (7 blank, 1 refused)");
        Cohort nobody = cohort.where(row -> row.number("y") > 1);
        assertThatThrownBy(() -> Logistic.fit("y ~ age", nobody))
                .isInstanceOf(InputException.class)
                .hasMessage("none of the 0 rows is complete in y, age");
    }

    @Test
    void refuses_weights_that_are_not_frequencies() {
        Cohort cohort = DataSet.of(
                "y half minus zero", new double[] {0, 1}, new double[] {1, 0.5}, new double[] {-1, 2}, new double[2]);

        assertThatThrownBy(() -> Logistic.fit("y ~ 1", cohort, Weights.frequency("half")))
                .isInstanceOf(InputException.class)
                .hasMessage("weight 'half' is 0.5 in row 2; a frequency weight is a whole number from 0");
        assertThatThrownBy(() -> Logistic.fit("y ~ 1", cohort, Weights.frequency("minus")))
                .hasMessage("weight 'minus' is -1 in row 1; a frequency weight is a whole number from 0");
        assertThatThrownBy(() -> Logistic.fit("y ~ 1", cohort, Weights.frequency("zero")))
                .isInstanceOf(InputException.class)
                .hasMessage("weight 'zero' is 0 in each of the 2 complete rows; nothing is left to fit");
        assertThat(Weights.none()).hasToString("no weights");
    }
}
