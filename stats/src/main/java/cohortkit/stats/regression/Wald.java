package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.LinkedHashSet;

/**
 * The Wald test that some coefficients are all 0: b' V^-1 b, chi-square with one degree of freedom a coefficient; in a
 * linear model divided by that number and compared with F.
 *
 * <pre>{@code
 * var fit = Logistic.fit("low ~ age + race", births);
 * Wald.test(fit, "race[2]", "race[3]")   // Wald test: 3.74, df 2, p = 0.154
 * }</pre>
 */
public final class Wald {

    /** A share of a variance that is rounding. */
    private static final double SINGULAR = 1e-13;

    private Wald() {}

    /**
     * Tests the named terms together.
     *
     * @throws InputException if no term is named, or one is not in the fit
     */
    public static TestResult test(Fit fit, String... terms) {
        int[] positions = new LinkedHashSet<>(Arrays.asList(terms))
                .stream().mapToInt(fit::position).toArray();
        int df = positions.length;
        if (df == 0) {
            throw new InputException("name the terms to test; there are " + String.join(", ", fit.terms()));
        }
        double[][] covariance = fit.covariance();
        double[][] part = new double[df][df];
        double[] estimates = new double[df];
        for (int j = 0; j < df; j++) {
            estimates[j] = fit.tidy().get(positions[j]).estimate() / Math.sqrt(covariance[positions[j]][positions[j]]);
            for (int k = 0; k < df; k++) {
                part[j][k] = covariance[positions[j]][positions[k]]
                        / Math.sqrt(covariance[positions[j]][positions[j]])
                        / Math.sqrt(covariance[positions[k]][positions[k]]);
            }
        }
        Cholesky independent = Cholesky.of(part, SINGULAR);
        if (!independent.isFull(df)) {
            throw new InputException(
                    "the covariance of the " + df + " coefficients has the rank " + independent.kept().length
                            + " only, as with fewer clusters than coefficients, or is not positive definite; test fewer"
                            + " together");
        }
        return fit.inference().covariance().reference().joint(Step.dot(estimates, independent.solve(estimates)), df);
    }
}
