package cohortkit.stats.regression;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a row counts for, which is one of three things. A frequency weight says how many people a row stands for: the
 * fit is the one of the rows repeated that many times, in coefficients, standard errors, number of observations,
 * degrees of freedom and BIC. A probability weight is 1 over the chance of having been sampled, up to a factor: it
 * corrects the estimates, and the errors are robust. A precision weight says that a row's variance is the residual
 * variance over the weight. Rows of weight 0 do not exist.
 *
 * <p>R's {@code glm(weights = n)} agrees with frequency weights in coefficients and standard errors and counts rows
 * otherwise: its {@code nobs}, {@code df.residual} and BIC are those of the number of rows.
 *
 * <pre>{@code
 * var jerks = Logistic.fit("insomnia_symptom ~ leg_jerks", grouped, Weights.frequency("n"));
 * jerks.oddsRatio("leg_jerks[frequent]")   // 4.84 (95 % CI 3.26 to 7.17; Wald)
 * Weights.probability("w")                 // probability weights w
 * }</pre>
 *
 * @param kind what the weights mean; {@link Kind#FREQUENCY} if there are none, each row being one person
 * @param variable the variable with the weights; empty if every row counts once
 */
public record Weights(Kind kind, Optional<String> variable) {

    /** What a weight means. */
    public enum Kind {
        /** How many people a row stands for, a whole number from 0. */
        FREQUENCY,
        /** 1 over the probability of having been sampled, from 0; Stata's pweight. */
        PROBABILITY,
        /** 1 over the variance, up to a factor, from 0; Stata's aweight, R's weights of lm. */
        PRECISION;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Weights NONE = new Weights(Kind.FREQUENCY, Optional.empty());

    /** Above this, whole numbers are not all doubles. */
    private static final double MOST = 1L << 53;

    /** Every row counts once. */
    public static Weights none() {
        return NONE;
    }

    /** Each row counts as often as this variable says, a whole number from 0. */
    public static Weights frequency(String variable) {
        return new Weights(Kind.FREQUENCY, Optional.of(variable));
    }

    /** Each row stands for others that were not sampled; robust errors go with it. */
    public static Weights probability(String variable) {
        return new Weights(Kind.PROBABILITY, Optional.of(variable));
    }

    /** Each row's variance is the residual variance over this variable; of linear models only. */
    public static Weights precision(String variable) {
        return new Weights(Kind.PRECISION, Optional.of(variable));
    }

    /** One weight a row, NaN where missing. */
    double[] values(Cohort cohort) {
        if (variable.isEmpty()) {
            double[] ones = new double[cohort.size()];
            Arrays.fill(ones, 1);
            return ones;
        }
        double[] weights = cohort.numbers(variable.get());
        for (int row = 0; row < weights.length; row++) {
            double weight = weights[row];
            if (!Double.isNaN(weight) && !isPossible(weight)) {
                throw new InputException("weight '" + variable.get() + "' is " + DisplayNumber.shortest(weight) + " in "
                        + Places.of(cohort, row, variable.get()) + "; a " + kind + " weight is "
                        + (kind == Kind.FREQUENCY ? "a whole number from 0" : "a number from 0"));
            }
        }
        return weights;
    }

    private boolean isPossible(double weight) {
        return weight >= 0 && weight <= MOST && (kind != Kind.FREQUENCY || weight == Math.rint(weight));
    }

    @Override
    public String toString() {
        return variable.map(name -> kind + " weights " + name).orElse("no weights");
    }
}
