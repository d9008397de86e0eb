package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much the other terms of a fit inflate the variance of one: det R11 det R22 / det R, with R the correlations of
 * the estimates without the intercept (Fox and Monette 1992, Journal of the American Statistical Association 87:178).
 * For a term of one coefficient that is the variance inflation factor; R's {@code car::vif}.
 *
 * <pre>{@code
 * VarianceInflation.of(fit).get(0)            // rls: VIF 1.01
 * VarianceInflation.of(fit).get(0).factor()   // 1.0145...
 * }</pre>
 *
 * @param term of the formula
 * @param df how many coefficients it has
 * @param factor the generalized variance inflation factor, from 1
 */
public record VarianceInflation(String term, int df, double factor) {

    /** One for each term that has an estimate. */
    public static List<VarianceInflation> of(Fit fit) {
        List<Integer> slopes = IntStream.range(0, fit.terms().size())
                .filter(j -> !fit.terms().get(j).equals("(Intercept)"))
                .boxed()
                .toList();
        double[][] covariance = fit.covariance();
        double all = logDeterminant(covariance, slopes);
        List<VarianceInflation> factors = new ArrayList<>();
        new ColumnPlan(fit.model().formula(), fit.estimation().frame()).names().forEach((term, names) -> {
            List<Integer> own = slopes.stream()
                    .filter(j -> names.contains(fit.terms().get(j)))
                    .toList();
            List<Integer> others = slopes.stream().filter(j -> !own.contains(j)).toList();
            if (!own.isEmpty()) {
                double log = logDeterminant(covariance, own) + logDeterminant(covariance, others) - all;
                factors.add(new VarianceInflation(term.toString(), own.size(), Math.exp(log)));
            }
        });
        return factors;
    }

    private static double logDeterminant(double[][] covariance, List<Integer> of) {
        double[][] correlation = new double[of.size()][of.size()];
        for (int j = 0; j < of.size(); j++) {
            for (int k = 0; k < of.size(); k++) {
                correlation[j][k] = covariance[of.get(j)][of.get(k)]
                        / Math.sqrt(covariance[of.get(j)][of.get(j)])
                        / Math.sqrt(covariance[of.get(k)][of.get(k)]);
            }
        }
        double[][] upper = Cholesky.of(correlation, 0).upper();
        double sum = 0;
        for (int j = 0; j < upper.length; j++) {
            sum += 2 * Math.log(upper[j][j]);
        }
        return sum;
    }

    /** factor^(1 / (2 df)): comparable between terms, on the scale of a standard error. */
    public double scaled() {
        return Math.pow(factor, 1.0 / (2 * df));
    }

    /** Such as "race: GVIF 1.38, df 2". */
    @Override
    public String toString() {
        String number = DisplayNumber.fixed(factor, 2);
        return df == 1 ? term + ": VIF " + number : term + ": GVIF " + number + ", df " + df;
    }
}
