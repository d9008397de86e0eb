package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.function.DoubleUnaryOperator;

/**
 * A number that the coefficients of a fit decide, such as a mean risk, with its gradient. Arithmetic carries the
 * gradient along, so that standard errors are those of the delta method with exact derivatives. In a ratio of two of
 * them their covariance is taken into account.
 *
 * <pre>{@code
 * var exposed = fit.rows().with("rls", "yes").meanOutcome();
 * var unexposed = fit.rows().with("rls", "no").meanOutcome();
 * exposed.minus(unexposed).value()                      // 0.1891784...
 * exposed.log().minus(unexposed.log()).interval(0.95)   // 95 % CI 0.299 to 1.25
 * }</pre>
 */
public final class Functional {

    private final double value;
    private final double[] gradient;
    private final Uncertainty uncertainty;

    Functional(double value, double[] gradient, Uncertainty uncertainty) {
        this.value = value;
        this.gradient = gradient;
        this.uncertainty = uncertainty;
    }

    /** The value at the estimates. */
    public double value() {
        return value;
    }

    /** By the delta method: sqrt(g' V g), with g the gradient and V the covariance of the coefficients. */
    public double standardError() {
        return uncertainty.standardError(gradient);
    }

    /**
     * value +- q SE, with q normal, or t where the residual variance is estimated.
     *
     * @param level in (0, 1), such as 0.95
     */
    public Interval interval(double level) {
        double half = uncertainty.reference().quantile(Interval.requireLevel(level)) * standardError();
        return new Interval(value - half, value + half, level);
    }

    /** The statistic of the Wald test that the value is this one. */
    public double statistic(double nullValue) {
        double distance = value - nullValue;
        return distance == 0 ? 0 : distance / standardError();
    }

    /** The two-sided p-value of the Wald test that the value is this one. */
    public double pValue(double nullValue) {
        return uncertainty.reference().pValue(statistic(nullValue));
    }

    /**
     * The difference of two numbers of the same fit.
     *
     * @throws InputException if they come from two fits
     */
    public Functional minus(Functional other) {
        if (uncertainty != other.uncertainty) {
            throw new InputException("the two numbers come from two fits; their covariance is not known");
        }
        double[] difference = gradient.clone();
        for (int j = 0; j < difference.length; j++) {
            difference[j] -= other.gradient[j];
        }
        return new Functional(value - other.value, difference, uncertainty);
    }

    /** The product with a constant. */
    public Functional times(double factor) {
        return map(x -> x * factor, x -> factor);
    }

    /** The natural logarithm of a positive number. */
    public Functional log() {
        return map(Math::log, x -> 1 / x);
    }

    /** The log odds of a risk. */
    public Functional logOdds() {
        return map(x -> Math.log(x) - Math.log1p(-x), x -> 1 / (x * (1 - x)));
    }

    private Functional map(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        double slope = derivative.applyAsDouble(value);
        double[] mapped = gradient.clone();
        for (int j = 0; j < mapped.length; j++) {
            mapped[j] *= slope;
        }
        return new Functional(function.applyAsDouble(value), mapped, uncertainty);
    }

    /** The value with its standard error. */
    @Override
    public String toString() {
        return DisplayNumber.coefficient(value) + " (SE " + DisplayNumber.coefficient(standardError()) + ")";
    }
}
