package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.Optional;

/**
 * What a row counts for. A frequency weight says how many people a row stands for: the fit is the one of the rows
 * repeated that many times, in coefficients, standard errors, number of observations, degrees of freedom and BIC. Rows
 * of weight 0 do not exist.
 *
 * <p>R's {@code glm(weights = n)} agrees in coefficients and standard errors and counts rows otherwise: its
 * {@code nobs}, {@code df.residual} and BIC are those of the number of rows.
 *
 * <pre>{@code
 * var jerks = Logistic.fit("insomnia_symptom ~ leg_jerks", grouped, Weights.frequency("n"));
 * jerks.oddsRatio("leg_jerks[frequent]")   // 4.84 (95 % CI 3.26 to 7.17; Wald)
 * }</pre>
 *
 * @param variable the variable with the weights; empty if every row counts once
 */
public record Weights(Optional<String> variable) {

    private static final Weights NONE = new Weights(Optional.empty());

    /** Above this, whole numbers are not all doubles. */
    private static final double MOST = 1L << 53;

    /** Every row counts once. */
    public static Weights none() {
        return NONE;
    }

    /** Each row counts as often as this variable says, a whole number from 0. */
    public static Weights frequency(String variable) {
        return new Weights(Optional.of(variable));
    }

    /** One weight a row, NaN where missing. */
    double[] values(Cohort cohort) {
        if (variable.isEmpty()) {
            double[] ones = new double[cohort.size()];
            java.util.Arrays.fill(ones, 1);
            return ones;
        }
        double[] weights = cohort.numbers(variable.get());
        for (int row = 0; row < weights.length; row++) {
            double weight = weights[row];
            if (!Double.isNaN(weight) && (weight < 0 || weight > MOST || weight != Math.rint(weight))) {
                throw new InputException("weight '" + variable.get() + "' is " + DisplayNumber.shortest(weight) + " in "
                        + Places.of(cohort, row, variable.get())
                        + "; a frequency weight is a whole number from 0");
            }
        }
        return weights;
    }

    @Override
    public String toString() {
        return variable.map(name -> "frequency weights " + name).orElse("no weights");
    }
}
