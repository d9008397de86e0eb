package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Rao's score test of two nested models: U' A^-1 U, with U the gradient and A the expected information of the larger
 * model where the smaller has its maximum; chi-square with as many degrees of freedom as the larger has coefficients
 * more. The larger model need not have a finite estimate. R's {@code anova(test = "Rao")}.
 *
 * <pre>{@code
 * var smaller = Logistic.fit("low ~ smoke", births);
 * var larger = Logistic.fit("low ~ smoke + race", births);
 * Score.test(smaller, larger)   // score test: 9.52, df 2, p = 0.0086
 * }</pre>
 */
public final class Score {

    private Score() {}

    /**
     * Tests whether the terms that the larger model adds are all 0.
     *
     * @throws InputException if the models are linear (their Wald F test is exact), or as {@link LikelihoodRatio#test}
     *     does
     */
    public static TestResult test(Fit smaller, Fit larger) {
        if (smaller.model().family().estimatesDispersion()) {
            throw new InputException("a linear model has an exact test; ask for Wald.test");
        }
        int df = LikelihoodRatio.requireNested(smaller, larger);
        Estimation small = smaller.estimation();
        Design design = larger.design();
        int p = design.size();
        double[] gradient = new double[p];
        double[][] information = new double[p][p];
        double[][] columns = new double[p][Block.ROWS];
        RowScores.visit(small, (row, z, score, share) -> {
            if (row % Block.ROWS == 0) {
                design.fill(columns, row, Math.min(Block.ROWS, small.frame().size() - row));
            }
            int i = row % Block.ROWS;
            for (int j = 0; j < p; j++) {
                gradient[j] += score * columns[j][i];
                for (int k = 0; k <= j; k++) {
                    information[k][j] += share * columns[j][i] * columns[k][i];
                }
            }
        });
        double statistic = Step.dot(gradient, Cholesky.of(information, 0).solve(gradient));
        return new TestResult(
                "score test", statistic, df, ChiSquaredDistribution.of(df).survivalProbability(statistic));
    }
}
