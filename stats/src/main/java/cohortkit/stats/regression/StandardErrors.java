package cohortkit.stats.regression;

/**
 * Where the standard errors of a fit come from: its model, or the rows' own residuals, so that they hold if the
 * variance is not the model's (Huber 1967, White 1980), or the sums over clusters, so that they hold if the people of
 * a cluster are alike. With {@code A} the expected information, {@code u} a row's score, {@code h} its leverage, {@code
 * k} coefficients and {@code n} observations, the covariance is {@code A^-1 (sum of c u u') A^-1}.
 *
 * <pre>{@code
 * var smokers = Logistic.fit("low ~ age + smoke", births);
 * smokers.with(StandardErrors.HC3).oddsRatio("smoke[1]")   // 2.00 (95 % CI 1.05 to 3.80; Wald, HC3)
 * smokers.with(StandardErrors.clusters("age", "lwt")).standardErrors().label()   // "clusters of age and lwt"
 * }</pre>
 */
public sealed interface StandardErrors {

    /** From the information; of a linear model, the residual variance times the inverse of X'X. */
    StandardErrors MODEL = Robust.MODEL;

    /** c = 1: R's {@code sandwich::sandwich}, SAS GENMOD's empirical errors. */
    StandardErrors HC0 = Robust.HC0;

    /** c = n / (n - k): Stata's robust errors of a linear model. */
    StandardErrors HC1 = Robust.HC1;

    /** c = 1 / (1 - h). */
    StandardErrors HC2 = Robust.HC2;

    /** c = 1 / (1 - h)^2: the default of R's {@code sandwich::vcovHC} (MacKinnon and White 1985). */
    StandardErrors HC3 = Robust.HC3;

    /** Stata's {@code vce(robust)}: c = n / (n - 1), and HC1 in a linear model. */
    StandardErrors STATA = Robust.STATA;

    /** Sums over the clusters that a variable names, with Stata's factors. */
    static StandardErrors cluster(String variable) {
        return cluster(variable, ClusterFactor.STATA);
    }

    /** Sums over the clusters that a variable names; its rows may stand in any order. */
    static StandardErrors cluster(String variable, ClusterFactor factor) {
        return new Cluster(variable, factor);
    }

    /** Sums over the clusters of two variables that cross, such as hospitals and days, with Stata's factors. */
    static StandardErrors clusters(String first, String second) {
        return clusters(first, second, ClusterFactor.STATA);
    }

    /** Sums over the clusters of two variables that cross, see {@link TwoWay}. */
    static StandardErrors clusters(String first, String second, ClusterFactor factor) {
        return new TwoWay(first, second, factor);
    }

    /** What stands in print behind the interval's name; empty for those of the model. */
    String label();

    /** Errors without clusters; the constants of {@link StandardErrors} name them. */
    enum Robust implements StandardErrors {
        MODEL(""),
        HC0("HC0"),
        HC1("HC1"),
        HC2("HC2"),
        HC3("HC3"),
        STATA("robust as Stata");

        private final String label;

        Robust(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * Errors by cluster.
     *
     * @param variable whose values name the clusters
     * @param factor for few clusters
     */
    record Cluster(String variable, ClusterFactor factor) implements StandardErrors {
        @Override
        public String label() {
            return "clusters of " + variable + (factor == ClusterFactor.STATA ? "" : ", factor " + factor);
        }
    }

    /**
     * Errors by two kinds of clusters that cross: the covariance by the first, plus that by the second, less that by the
     * clusters of both, each with its own factor (Cameron, Gelbach and Miller 2011, Journal of Business and Economic
     * Statistics 29:238). A difference of covariances need not be one: a term whose variance is not
     * positive has no error, and the fit's notes say so, as they say that the matrix is not positive definite.
     *
     * @param first whose values name clusters
     * @param second whose values name other clusters
     * @param factor for few clusters; degrees of freedom are those of the variable with fewer
     */
    record TwoWay(String first, String second, ClusterFactor factor) implements StandardErrors {
        @Override
        public String label() {
            return "clusters of " + first + " and " + second
                    + (factor == ClusterFactor.STATA ? "" : ", factor " + factor);
        }
    }
}
