package cohortkit.stats.regression;

import java.util.OptionalLong;

/**
 * The factor on a cluster-robust covariance that makes up for few clusters, as others have it. G clusters, n
 * observations, k coefficients.
 *
 * <pre>{@code
 * StandardErrors.cluster("site", ClusterFactor.NONE).label()   // "clusters of site, factor NONE"
 * }</pre>
 */
public enum ClusterFactor {
    /** G / (G - 1); in a linear model times (n - 1) / (n - k), with t on G - 1 degrees of freedom: Stata. */
    STATA,
    /** The same factors, with t on n - k in a linear model: R's {@code sandwich::vcovCL} and {@code coeftest}. */
    SANDWICH,
    /** 1, with normal limits: SAS GENMOD's empirical errors, geepack. */
    NONE;

    double of(Estimation estimation, int clusters) {
        if (this == NONE) {
            return 1;
        }
        double factor = clusters / (clusters - 1.0);
        double n = estimation.frame().observations();
        return estimation.model().family().estimatesDispersion() ? factor * (n - 1) / (n - estimation.size()) : factor;
    }

    /** Degrees of freedom of t; none for the normal distribution. */
    OptionalLong degreesOfFreedom(Estimation estimation, int clusters) {
        if (this == NONE || !estimation.model().family().estimatesDispersion()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(this == STATA ? clusters - 1L : estimation.residualDf());
    }
}
