package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import cohortkit.stats.Tidy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that agree in up to six digits, against arithmetic of 60. */
class NearlyCollinearTest {

    private static final Cohort COHORT = DataSet.named("collinear");

    @Test
    void nine_digits_are_left_where_columns_agree_in_six() {
        Map<String, Fit> fits = new HashMap<>();
        assertThat(Reference.rows("collinear")).hasSize(90).allSatisfy(row -> {
            Fit fit = fits.computeIfAbsent(
                    row.text("formula"),
                    formula -> Model.parse(row.text("model")).of(formula).fit(COHORT));
            Tidy term = fit.tidy().get(fit.position(row.text("term")));

            assertThat(fit.aliased()).isEmpty();
            row.check("estimate", term.estimate());
            row.check("std_error", term.stdError());
        });
        assertThat(fits).hasSize(24);
    }

    /** A column that agrees in seven digits and more leaves less than 1e-13 of its square: it is named, not estimated. */
    @ParameterizedTest
    @EnumSource(
            value = Model.class,
            names = {"LOGISTIC", "LINEAR", "POISSON"})
    void what_is_nearer_is_aliased_by_name(Model model) {
        Cohort nearer = COHORT.derive(
                Variable.number("near8", ""), row -> row.number("x") + (row.number("near6") - row.number("x")) / 100);
        Fit fit = model.of((model == Model.LINEAR ? "measure" : model == Model.POISSON ? "count" : "y")
                        + " ~ x + z + near8")
                .fit(nearer);

        assertThat(fit.aliased()).containsExactly("near8");
        assertThat(fit.notes())
                .containsExactly("near8 is aliased: a linear combination of the terms before it; left out");
        assertThat(fit.coefficients()).hasSize(3);
    }
}
