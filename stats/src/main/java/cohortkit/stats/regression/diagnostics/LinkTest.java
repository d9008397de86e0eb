package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.ModelRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The link test (Tukey 1949; Pregibon 1980, Applied Statistics 29:15; Stata's {@code linktest}): the same model with
 * the linear predictor and its square as the only terms. A small p-value says that link or terms have the wrong form.
 *
 * <pre>{@code
 * LinkTest.test(fit)   // link test: 0.67, p = 0.504
 * }</pre>
 */
public final class LinkTest {

    private static final String HAT = ".linear";
    private static final String SQUARE = ".squared";

    private LinkTest() {}

    /**
     * The test of the square.
     *
     * @throws InputException if the linear predictor has fewer than three values
     */
    public static TestResult test(Fit fit) {
        ModelRows rows = fit.rows();
        double[] linear = rows.linearPredictors();
        if (Arrays.stream(linear).distinct().count() < 3) {
            throw new InputException("the linear predictor has fewer than 3 values; a link test needs 3");
        }
        double middle = Arrays.stream(linear).average().orElseThrow();
        double[] centered = Arrays.stream(linear).map(eta -> eta - middle).toArray();
        double[] squares = Arrays.stream(centered).map(eta -> eta * eta).toArray();
        Cohort cohort = rows.attach(Map.of(HAT, centered, SQUARE, squares));
        Fit refit = Refit.model(fit, List.of(Refit.term(HAT), Refit.term(SQUARE)), List.of(), true)
                .fit(cohort);
        Tidy square = refit.tidy().stream()
                .filter(row -> row.term().equals(SQUARE))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "the square of the linear predictor is aliased; there is no " + "link test of this model"));
        return new TestResult("link test", square.statistic(), Double.NaN, square.pValue());
    }
}
