package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.Tidy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoWayClustersTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    @Test
    void errors_agree_with_sandwich() {
        assertThat(Reference.rows("two-way")).hasSize(63).allSatisfy(row -> {
            String[] clusters = row.text("clusters").split("\\+", -1);
            Fit fit = Model.parse(row.text("model"))
                    .of(row.text("formula"))
                    .fit(BIRTHS)
                    .with(StandardErrors.clusters(clusters[0], clusters[1], ClusterFactor.valueOf(row.text("factor"))));
            Tidy term = fit.tidy().get(fit.position(row.text("term")));
            row.check("estimate", term.estimate());
            boolean none = Double.isNaN(row.number("std_error"));
            assertThat(fit.notes().stream().anyMatch(note -> note.startsWith(term.term() + " has no standard error")))
                    .isEqualTo(none);
            assertThat(fit.notes().stream().anyMatch(note -> note.contains("is not positive definite")))
                    .isEqualTo(row.text("indefinite").equals("TRUE"));
            if (none) {
                assertThat(new double[] {term.stdError(), term.pValue(), term.confLow(), term.confHigh()})
                        .containsOnly(Double.NaN);
            } else {
                row.check("std_error", term.stdError());
                row.check("lower", term.confLow());
                row.check("upper", term.confHigh());
                row.check("p", term.pValue());
            }
        });
    }

    /** Clusters within others are those of both: the covariance is that of the others. */
    @ParameterizedTest
    @EnumSource(ClusterFactor.class)
    void nested_clusters_are_those_of_the_larger(ClusterFactor factor) {
        Cohort cohort = BIRTHS.derive(Variable.number("decade", ""), row -> Math.floor(row.number("age") / 10));
        Fit fit = Logistic.fit("low ~ smoke + lwt", cohort);
        double[][] both =
                fit.with(StandardErrors.clusters("age", "decade", factor)).covariance();
        double[][] larger = fit.with(StandardErrors.cluster("decade", factor)).covariance();

        for (int j = 0; j < 3; j++) {
            assertThat(both[j]).containsExactly(larger[j], within(1e-14));
        }
    }

    @Test
    void what_cannot_be_is_refused_or_said() {
        Fit fit = Logistic.fit("low ~ smoke + ui", BIRTHS);

        assertThatThrownBy(() -> fit.with(StandardErrors.clusters("age", "age")))
                .isInstanceOf(InputException.class)
                .hasMessage("both clusters are those of 'age'; name two variables or one");
        Fit none = fit.with(StandardErrors.clusters("age", "race"));
        assertThat(none.notes())
                .containsExactly(
                        "ui has no standard error by clusters of age and race: its variance is not positive, as the"
                                + " clusters of both outweigh those of each; take the clusters of one variable",
                        "the covariance by clusters of age and race is not positive definite: tests of several terms"
                                + " and errors of combinations may not exist");
        assertThatThrownBy(() -> Wald.test(none, "smoke", "ui"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("or is not positive definite");
        assertThat(none).asString().contains("standard errors: clusters of age and race");
    }
}
