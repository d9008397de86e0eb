package cohortkit.stats.regression;

import cohortkit.core.Interval;
import cohortkit.stats.Tidy;

/** Interval and test of each coefficient, both by the same method. */
final class Inference {

    private final Estimation estimation;
    private final CoefficientInterval method;
    private final double level;
    private final ReferenceDistribution reference;
    private final double quantile;

    Inference(Estimation estimation, CoefficientInterval method, double level) {
        this.estimation = estimation;
        this.method = method;
        this.level = Interval.requireLevel(level);
        this.reference = ReferenceDistribution.of(estimation);
        this.quantile = reference.quantile(level);
    }

    /** In a linear model the profile limits are the t limits. */
    String label() {
        return estimation.model().family().estimatesDispersion() ? "t" : method.label();
    }

    /** What stands behind the p-values, in words. */
    String test() {
        if (estimation.model().family().estimatesDispersion()) {
            return "t intervals and t tests";
        }
        String infinite = estimation.limiting().isPresent()
                ? "; where the estimate is infinite, profile-likelihood limit and likelihood-ratio test"
                : "";
        return method == CoefficientInterval.WALD
                ? "Wald intervals and Wald tests" + infinite
                : "profile-likelihood intervals and likelihood-ratio tests";
    }

    double level() {
        return level;
    }

    Tidy tidy(int j) {
        boolean wald = method == CoefficientInterval.WALD
                || estimation.model().family().estimatesDispersion();
        if (estimation.limiting().isPresent()) {
            LimitingFit limiting = estimation.limiting().get();
            return wald && limiting.limit(j).isEmpty() ? wald(j) : limiting(limiting, j);
        }
        return wald ? wald(j) : profile(j);
    }

    /** Of a separated outcome. */
    private Tidy limiting(LimitingFit limiting, int j) {
        LimitingFit.Range range = limiting.profile(j, quantile);
        return new Tidy(
                name(j),
                limiting.estimate(j),
                limiting.standardError(j),
                range.statistic(),
                reference.pValue(Math.sqrt(range.statistic())),
                range.lower(),
                range.upper(),
                CoefficientInterval.PROFILE.label());
    }

    private Tidy wald(int j) {
        double estimate = estimation.estimate(j);
        double error = estimation.standardError(j);
        double statistic = estimate / error;
        return new Tidy(
                name(j),
                estimate,
                error,
                statistic,
                reference.pValue(statistic),
                estimate - quantile * error,
                estimate + quantile * error,
                label());
    }

    private Tidy profile(int j) {
        Profile profile = new Profile(estimation, j);
        double statistic = profile.statisticAtZero();
        return new Tidy(
                name(j),
                estimation.estimate(j),
                estimation.standardError(j),
                statistic,
                reference.pValue(Math.sqrt(statistic)),
                profile.limit(-1, quantile),
                profile.limit(1, quantile),
                label());
    }

    private String name(int j) {
        return estimation.design().column(j).name();
    }
}
