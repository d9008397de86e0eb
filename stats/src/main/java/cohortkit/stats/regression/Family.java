package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * The distribution of the outcome. A family is five functions: variance, residual, unit deviance, saturated log
 * likelihood of one row, and the log likelihood of a whole fit (McCullagh and Nelder 1989, Generalized Linear Models).
 *
 * <pre>{@code
 * var visits = Regression.of(Formula.parse("ftv ~ age + smoke"), Family.POISSON);
 * visits.fit(births).ratio("smoke[1]")   // 0.95 (95 % CI 0.69 to 1.33; Wald)
 * }</pre>
 */
public enum Family {
    /** Yes or no. */
    BINOMIAL {
        @Override
        double variance(double mean, double complement) {
            return mean * complement;
        }

        @Override
        double residual(double y, double mean, double complement) {
            return y * complement - (1 - y) * mean;
        }

        @Override
        double deviance(double y, double mean, double complement) {
            return y > 0.5 ? -2 * log(mean, complement) : -2 * log(complement, mean);
        }

        @Override
        double saturated(double y) {
            return 0;
        }

        @Override
        boolean isEvent() {
            return true;
        }
    },
    /**
     * Yes or no, by the likelihood of a count: its log-link estimates are risk ratios, and its errors must be robust
     * (Zou 2004, American Journal of Epidemiology 159:702).
     */
    POISSON_EVENTS {
        @Override
        double variance(double mean, double complement) {
            return mean;
        }

        @Override
        double residual(double y, double mean, double complement) {
            return y - mean;
        }

        @Override
        double deviance(double y, double mean, double complement) {
            return POISSON.deviance(y, mean, complement);
        }

        @Override
        double saturated(double y) {
            return -y;
        }

        @Override
        boolean isEvent() {
            return true;
        }

        @Override
        boolean isWorking() {
            return true;
        }
    },
    /** A count, 0, 1, 2, ... */
    POISSON {
        @Override
        double variance(double mean, double complement) {
            return mean;
        }

        @Override
        double residual(double y, double mean, double complement) {
            return y - mean;
        }

        @Override
        double deviance(double y, double mean, double complement) {
            return 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean));
        }

        @Override
        double saturated(double y) {
            return (y > 0 ? y * Math.log(y) : 0) - y - Gamma.logGamma(y + 1);
        }
    },
    /** A measured number; its variance is estimated, and tests are t tests. */
    GAUSSIAN {
        @Override
        double variance(double mean, double complement) {
            return 1;
        }

        @Override
        double residual(double y, double mean, double complement) {
            return y - mean;
        }

        @Override
        double deviance(double y, double mean, double complement) {
            return (y - mean) * (y - mean);
        }

        @Override
        double saturated(double y) {
            return 0;
        }

        @Override
        double logLikelihood(double deviance, double saturated, double n) {
            return -n / 2 * (Math.log(2 * Math.PI * deviance / n) + 1);
        }

        @Override
        boolean estimatesDispersion() {
            return true;
        }
    };

    /** The links that go with this family, the usual one first. */
    public List<Link> links() {
        return Arrays.stream(Model.values())
                .filter(model -> model.family() == this)
                .map(Model::link)
                .toList();
    }

    /** The variance at this mean, up to the dispersion; not positive where the mean is impossible. */
    abstract double variance(double mean, double complement);

    /** The outcome minus the mean. */
    abstract double residual(double y, double mean, double complement);

    /** Twice the log likelihood that one row is short of the saturated model. */
    abstract double deviance(double y, double mean, double complement);

    /** One row's log likelihood in the saturated model. */
    abstract double saturated(double y);

    /** The log likelihood of a fit, from its deviance and the sum of the saturated rows. */
    double logLikelihood(double deviance, double saturated, double n) {
        return saturated - deviance / 2;
    }

    /** Whether the variance has a factor that is estimated. */
    boolean estimatesDispersion() {
        return false;
    }

    /** Whether the outcome is yes or no. */
    boolean isEvent() {
        return false;
    }

    /** Whether the likelihood is known not to be the outcome's, and serves to estimate the mean alone. */
    boolean isWorking() {
        return false;
    }

    private static double log(double risk, double complement) {
        return risk > 0.5 ? Math.log1p(-complement) : Math.log(risk);
    }
}
