package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.Tidy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTableTest {

    private static final double NONE = Double.NaN;
    private static final Cohort BIRTHS = DataSet.named("low-birth-weight");

    @Test
    void terms_stand_alone_and_together_on_the_same_rows() {
        Cohort cohort = DataSet.of(
                "y x z",
                new double[] {0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0},
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, NONE, 2},
                new double[] {5, 3, NONE, 1, 2, 4, 4, 2, 5, 1, 3});
        ModelTable table = ModelTable.of(Model.LINEAR.of("y ~ x + z + x:z"), cohort);

        assertThat(table.complete().size()).isEqualTo(9);
        assertThat(table.parts())
                .hasSize(3)
                .extracting(ModelTable.Part::names)
                .containsExactly(List.of("x"), List.of("z"), List.of("x:z"));
        assertThat(table.parts().get(1).alone().orElseThrow().tidy())
                .isEqualTo(Model.LINEAR.of("y ~ z").fit(table.complete()).tidy());
        assertThat(table.parts().get(2).alone()).isEmpty();
        assertThat(table.univariable()).extracting(Tidy::term).containsExactly("x", "z", "x:z");
        assertThat(table.univariable().get(2).estimate()).isNaN();
        assertThat(table.multivariable()).isEqualTo(table.together().tidy().subList(1, 4));
        assertThat(table.completeCases().complete()).isEqualTo(9);
        assertThat(table.isAlone()).isFalse();
    }

    @Test
    void other_intervals_and_levels_are_those_of_both_fits() {
        ModelTable table = ModelTable.of(Model.LOGISTIC.of("low ~ smoke + age"), BIRTHS)
                .with(CoefficientInterval.PROFILE)
                .withLevel(0.9);

        assertThat(table.multivariable().get(0))
                .isEqualTo(Logistic.fit("low ~ smoke + age", BIRTHS)
                        .tidy(CoefficientInterval.PROFILE, 0.9)
                        .get(1));
        assertThat(table.univariable().get(1))
                .isEqualTo(Logistic.fit("low ~ age", BIRTHS)
                        .tidy(CoefficientInterval.PROFILE, 0.9)
                        .get(1));
        assertThat(table.toString())
                .startsWith(
                        "Terms alone and together, low, n = 189\nterm   alone: OR       90 % CI      p  together: OR")
                .contains("profile-likelihood intervals and likelihood-ratio tests");
        assertThat(table.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void within_strata_each_fit_has_their_intercepts() {
        Regression model = Model.LOGISTIC.of("low ~ smoke + age");
        ModelTable table = ModelTable.within(model, "race", BIRTHS);

        assertThat(table.strata()).contains("race");
        assertThat(table.multivariable())
                .isEqualTo(StratifiedFit.of(model, "race", BIRTHS).tidy());
        assertThat(table.univariable().get(0))
                .isEqualTo(StratifiedFit.of(Model.LOGISTIC.of("low ~ smoke"), "race", BIRTHS)
                        .tidy()
                        .get(0));
        assertThat(table.notes()).contains("3 strata of race, an intercept each");
    }

    @Test
    void a_term_without_an_answer_alone_says_why_and_does_not_stop_the_others() {
        Cohort cohort = DataSet.of(
                "y zero x", new double[] {0.2, 0.1, 0.4, 0.3, 0.9, 0.7}, new double[6], new double[] {1, 2, 3, 4, 5, 6
                });
        ModelTable table = ModelTable.of(Model.LINEAR.of("y ~ zero + x - 1"), cohort);

        assertThat(table.parts().get(0).alone()).isEmpty();
        assertThat(table.parts().get(0).problem()).contains("has nothing to estimate");
        assertThat(table.univariable().get(0).method()).isEqualTo("no estimate");
        assertThat(table.multivariable().get(0).estimate()).isNaN();
        assertThat(table.univariable().get(1).estimate())
                .isEqualTo(table.multivariable().get(1).estimate());
        assertThatThrownBy(() -> ModelTable.of(Model.POISSON_ROBUST.of("low ~ smoke"), BIRTHS)
                        .with(CoefficientInterval.PROFILE))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> ModelTable.of(Model.LINEAR.of("y ~ w"), cohort))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no variable 'w'");
    }

    @Test
    void a_title_leaves_out_an_outcome_that_is_too_long() {
        Cohort cohort =
                DataSet.of("a.rather.long.name.of.an.outcome x", new double[] {1, 2, 4, 3}, new double[] {1, 2, 3, 4});
        Regression small = Model.LINEAR.of("a.rather.long.name.of.an.outcome ~ 1");
        Regression large = Model.LINEAR.of("a.rather.long.name.of.an.outcome ~ x");

        assertThat(ModelTable.of(large, cohort).toString()).startsWith("Terms alone and together, n = 4\n");
        assertThat(NestedModels.of(cohort, small, large).toString()).startsWith("2 nested models, n = 4\n");
    }
}
