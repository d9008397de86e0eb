package cohortkit.stats.table;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;

/**
 * Ways to make the odds ratio that all strata share.
 *
 * <pre>{@code
 * strata.oddsRatio(CommonOddsRatio.EXACT, 0.95)   // 2.76 (95 % CI 1.29 to 5.72; exact)
 * }</pre>
 */
public enum CommonOddsRatio {
    /** Mantel-Haenszel with the variance of Robins, Breslow and Greenland 1986, Biometrics 42:311. */
    MANTEL_HAENSZEL("log Wald, Robins-Breslow-Greenland", 1),
    /**
     * Conditional maximum likelihood given the margins of each stratum; each limit is the odds ratio at which the sum of
     * cell a is in a tail of (1 - level) / 2. Gart 1970, Biometrika 57:471; R's {@code mantelhaen.test(exact = TRUE)},
     * which stops its root finder at about 1e-4.
     */
    EXACT("exact", 1),
    /** As the exact one, with half the probability of the observed sum in each tail. */
    MID_P("mid-p", 0.5);

    private final String label;
    private final double share;

    CommonOddsRatio(String label, double share) {
        this.label = label;
        this.share = share;
    }

    /** The name in print, such as "exact". */
    public String label() {
        return label;
    }

    /** The conditional estimate; NaN where no stratum has people in every margin. */
    static double value(Strata strata) {
        ConditionalSum sum = new ConditionalSum(strata);
        if (!sum.isInformative()) {
            return Double.NaN;
        }
        if (sum.isLowest() || sum.isHighest()) {
            return sum.isLowest() ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.exp(sum.maximumLikelihood(start(strata)));
    }

    /** The conditional limits. */
    Interval limits(Strata strata, double level) {
        double area = (1 - Interval.requireLevel(level)) / 2;
        ConditionalSum sum = new ConditionalSum(strata);
        if (!sum.isInformative()) {
            return new Interval(0, Double.POSITIVE_INFINITY, level);
        }
        double half = StandardNormal.quantile(level) * error(strata);
        double start = start(strata);
        double lower = sum.isLowest() ? 0 : Math.exp(sum.limit(1, share, area, start - half));
        double upper = sum.isHighest() ? Double.POSITIVE_INFINITY : Math.exp(sum.limit(-1, share, area, start + half));
        return new Interval(lower, upper, level);
    }

    private static double start(Strata strata) {
        double r = 0.5;
        double s = 0.5;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            r += t.n() > 0 ? (double) t.a() / t.n() * t.d() : 0;
            s += t.n() > 0 ? (double) t.b() / t.n() * t.c() : 0;
        }
        return Math.log(r / s);
    }

    private static double error(Strata strata) {
        double error = MantelHaenszel.oddsRatio(strata).standardError();
        return Double.isFinite(error) ? error : 1;
    }
}
