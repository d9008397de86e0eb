package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.stats.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RobustTestsTest {

    private static final Cohort BIRTHS = DataSet.named("low-birth-weight", "race=1|2|3");
    private static final List<StandardErrors> ERRORS =
            List.of(StandardErrors.HC0, StandardErrors.HC1, StandardErrors.HC2, StandardErrors.HC3);

    /** A statistic and its p-value. */
    private record Found(double statistic, double pValue) {
        static Found of(TestResult test) {
            return new Found(test.statistic(), test.pValue());
        }
    }

    private static void add(Map<String, Found> found, String model, Fit fit) {
        for (StandardErrors errors : ERRORS) {
            Fit robust = fit.with(errors);
            String name = model + " " + errors + " ";
            robust.tidy()
                    .forEach(row -> found.put(
                            name + row.term().replaceAll("[\\[\\]]", ""), new Found(row.statistic(), row.pValue())));
            TermTest.typeThree(robust).stream()
                    .filter(test -> test.term().equals("race"))
                    .forEach(test -> found.put(name + "race", Found.of(test.test())));
        }
    }

    @Test
    void tests_agree_with_those_of_lmtest() {
        Fit logistic = Logistic.fit("low ~ smoke + race + lwt", BIRTHS);
        Map<String, Found> found = new HashMap<>();
        add(found, "logistic", logistic);
        add(found, "linear", Model.LINEAR.of("bwt ~ smoke + race + lwt").fit(BIRTHS));
        found.put(
                "logistic likelihood ratio",
                Found.of(LikelihoodRatio.test(Logistic.fit("low ~ smoke + lwt", BIRTHS), logistic)));

        assertThat(Reference.rows("robust-tests")).hasSize(49).allSatisfy(row -> {
            Found test = found.get(row.text("test"));
            assertThat(test).as(row.text("test")).isNotNull();
            row.check("statistic", test.statistic());
            row.check("p", test.pValue());
        });
    }
}
