package cohortkit.stats.regression;

/**
 * How the mean depends on the linear predictor eta. A link is three functions: to eta, back to the mean, and the slope
 * of the way back. Links whose mean is a risk also give 1 minus the mean without cancellation.
 *
 * <pre>{@code
 * Link.LOGIT.mean(0)   // 0.5
 * Link.LOG.mean(0)     // 1.0
 * }</pre>
 */
public enum Link {
    /** eta = log(mu / (1 - mu)); coefficients are log odds ratios. */
    LOGIT {
        @Override
        public double eta(double mean) {
            return Math.log(mean) - Math.log1p(-mean);
        }

        @Override
        public double mean(double eta) {
            return 1 / (1 + Math.exp(-eta));
        }

        @Override
        double slope(double mean, double complement) {
            return mean * complement;
        }

        @Override
        double complement(double eta) {
            return 1 / (1 + Math.exp(eta));
        }
    },
    /** eta = log(mu); coefficients are log risk ratios or log rate ratios. */
    LOG {
        @Override
        public double eta(double mean) {
            return Math.log(mean);
        }

        @Override
        public double mean(double eta) {
            return Math.exp(eta);
        }

        @Override
        double slope(double mean, double complement) {
            return mean;
        }

        @Override
        double complement(double eta) {
            return -Math.expm1(eta);
        }
    },
    /** eta = mu; coefficients are differences. */
    IDENTITY {
        @Override
        public double eta(double mean) {
            return mean;
        }

        @Override
        public double mean(double eta) {
            return eta;
        }

        @Override
        double slope(double mean, double complement) {
            return 1;
        }
    };

    /** The linear predictor of a mean. */
    public abstract double eta(double mean);

    /** The mean of a linear predictor. */
    public abstract double mean(double eta);

    /** The derivative of the mean by eta, from the mean and 1 minus the mean. */
    abstract double slope(double mean, double complement);

    /** 1 minus the mean; exact in the tail where the mean is close to 1. */
    double complement(double eta) {
        return 1 - mean(eta);
    }
}
