package cohortkit.stats.table;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import cohortkit.stats.StandardNormal;

/** The sums of Mantel-Haenszel estimates over strata. */
final class MantelHaenszel {

    private MantelHaenszel() {}

    /** A ratio and the standard error of its logarithm. */
    record Ratio(double value, double standardError) {}

    static Ratio oddsRatio(Strata strata) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double crossed = 0;
        double qs = 0;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            double n = t.n();
            if (n == 0) {
                continue;
            }
            double agree = (t.a() + t.d()) / n;
            double differ = (t.b() + t.c()) / n;
            double rk = t.a() / n * t.d();
            double sk = t.b() / n * t.c();
            r += rk;
            s += sk;
            pr += agree * rk;
            crossed += agree * sk + differ * rk;
            qs += differ * sk;
        }
        double variance = pr / (2 * r * r) + crossed / (2 * r * s) + qs / (2 * s * s);
        return new Ratio(r / s, Math.sqrt(variance));
    }

    static Ratio riskRatio(Strata strata) {
        double r = 0;
        double s = 0;
        double spread = 0;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            double n = t.n();
            if (t.exposed() == 0 || t.unexposed() == 0) {
                continue;
            }
            r += t.a() / n * t.unexposed();
            s += t.c() / n * t.exposed();
            // (n1 n0 m1 - a c n) / n² = (n1 a d + n0 c b) / n²: a sum, in which no digits are lost.
            spread += t.exposed() / n * (t.a() / n * t.d()) + t.unexposed() / n * (t.c() / n * t.b());
        }
        return new Ratio(r / s, Math.sqrt(spread / (r * s)));
    }

    static Estimate riskDifference(Strata strata, CommonRiskDifference method, double level, Convention convention) {
        double z = StandardNormal.quantile(level);
        double value = riskDifferenceValue(strata);
        if (Double.isNaN(value)) {
            return new Estimate(
                    Measure.RISK_DIFFERENCE,
                    value,
                    new Interval(-1, 1, level),
                    convention.withZeroCells("undefined: no stratum has exposed and unexposed people"));
        }
        double half = z * method.standardError(strata);
        Convention named =
                half == 0 ? convention.withZeroCells("Wald has no width where every risk is 0 or 1") : convention;
        Interval interval = new Interval(Math.max(-1, value - half), Math.min(1, value + half), level);
        return new Estimate(Measure.RISK_DIFFERENCE, value, interval, named);
    }

    static double riskDifferenceValue(Strata strata) {
        double excess = 0;
        double weight = 0;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            if (t.n() > 0) {
                excess += t.crossDifference() / t.n();
                weight += (double) t.exposed() / t.n() * t.unexposed();
            }
        }
        return excess / weight;
    }
}
