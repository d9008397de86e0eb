package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight", "race=1|2|3");

    private static Fit fit(String formula) {
        Model model =
                formula.startsWith("bwt") ? Model.LINEAR : formula.startsWith("ftv") ? Model.POISSON : Model.LOGISTIC;
        return model.of(formula).fit(BIRTHS);
    }

    @Test
    void combinations_agree_with_r() {
        assertThat(Reference.rows("combinations")).hasSize(7).allSatisfy(row -> {
            Fit fit = fit(row.text("formula"));
            String name = row.text("name");
            Combination combination = row.text("id").equals("combination")
                    ? Combination.of(fit, name)
                    : Combination.pairwise(fit, "race").stream()
                            .filter(pair -> pair.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            Tidy tidy = combination.tidy();
            row.check("estimate", tidy.estimate());
            row.check("std_error", tidy.stdError());
            row.check("lower", tidy.confLow());
            row.check("upper", tidy.confHigh());
            row.check("p", tidy.pValue());
        });
    }

    @Test
    void terms_and_scores_agree_with_r() {
        assertThat(Reference.rows("term-tests")).hasSize(21).allSatisfy(row -> {
            TestResult test = test(row);
            row.check("statistic", test.statistic());
            row.check("df", test.df());
            row.check("p", test.pValue());
        });
    }

    private static TestResult test(Reference row) {
        String what = row.text("what");
        if (row.text("kind").startsWith("score")) {
            return Score.test(fit(row.text("formula")), fit(what));
        }
        Fit fit = fit(row.text("formula"));
        List<TermTest> tests = row.text("kind").equals("two") ? TermTest.typeTwo(fit) : TermTest.typeThree(fit);
        return tests.stream()
                .filter(test -> test.term().equals(what))
                .findFirst()
                .orElseThrow()
                .test();
    }

    @Test
    void one_term_is_the_coefficient_with_the_errors_of_the_fit() {
        Fit fit = fit("low ~ smoke + race").with(StandardErrors.HC3);
        Combination one = Combination.of(fit, "race[2]");

        assertThat(one.estimate().interval()).isEqualTo(fit.estimate("race[2]").interval());
        assertThat(one.estimate().convention().interval()).isEqualTo("Wald, HC3");
        assertThat(one.toString()).startsWith("race[2]: ");
        assertThat(Combination.of(fit, "2 * smoke - smoke").tidy().estimate())
                .isCloseTo(fit.estimate("smoke").value(), within(1e-15));
    }

    @Test
    void what_cannot_be_combined_is_named() {
        Fit fit = fit("low ~ smoke * race");

        assertThatThrownBy(() -> Combination.of(fit, "smoke + height"))
                .hasMessageStartingWith("no term 'height'; there are (Intercept), smoke");
        assertThatThrownBy(() -> Combination.of(fit, "")).hasMessageContaining("does not parse at position 1");
        assertThatThrownBy(() -> Combination.pairwise(fit, "race"))
                .hasMessage("what 'race' does depends on others (smoke:race[2], smoke:race[3]);"
                        + " name the combination that is meant");
        assertThatThrownBy(() -> Combination.pairwise(fit, "smoke"))
                .hasMessageStartingWith("'smoke' has no levels among the terms");
        assertThat(Combination.of(fit, "(Intercept) + smoke").tidy().estimate())
                .isCloseTo(
                        fit.estimate("(Intercept)").value()
                                + fit.estimate("smoke").value(),
                        within(1e-15));
    }

    @Test
    void tests_of_a_likelihood_need_one() {
        Fit smaller = fit("low ~ smoke").with(StandardErrors.HC0);

        assertThatThrownBy(() -> Score.test(smaller, fit("low ~ smoke + race")))
                .hasMessageContaining("ask for Wald.test");
        assertThatThrownBy(() -> Score.test(fit("bwt ~ smoke"), fit("bwt ~ smoke + race")))
                .hasMessage("a linear model has an exact test; ask for Wald.test");
        assertThat(TermTest.typeThree(fit("low ~ smoke + race").with(StandardErrors.HC0)))
                .extracting(TermTest::term)
                .containsExactly("smoke", "race");
    }
}
