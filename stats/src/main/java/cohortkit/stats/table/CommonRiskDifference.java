package cohortkit.stats.table;

/**
 * Variances of the Mantel-Haenszel risk difference. The estimate is the same.
 *
 * <pre>{@code
 * var method = CommonRiskDifference.GREENLAND_ROBINS;
 * strata.riskDifference(method, 0.95)   // 0.19 (95 % CI 0.0422 to 0.33; Wald, Greenland-Robins)
 * }</pre>
 */
public enum CommonRiskDifference {
    /** Holds for few large and for many small strata. Sato, Greenland and Robins 1989, Biometrics 45:1323. */
    SATO("Wald, Sato") {
        @Override
        double variance(TwoByTwo t, double difference) {
            double n = t.n();
            double n1 = t.exposed() / n;
            double n0 = t.unexposed() / n;
            double p = n1 * n1 * t.c() - n0 * n0 * t.a() + n1 * n0 * (t.unexposed() - t.exposed()) / 2;
            return difference * p + (t.a() * (t.d() / n) + t.c() * (t.b() / n)) / 2;
        }
    },
    /** For large strata. Greenland and Robins 1985, Biometrics 41:55. */
    GREENLAND_ROBINS("Wald, Greenland-Robins") {
        @Override
        double variance(TwoByTwo t, double difference) {
            double n = t.n();
            double n1 = t.exposed();
            double n0 = t.unexposed();
            return t.a() / n1 * t.b() * (n0 / n) * (n0 / n) + t.c() / n0 * t.d() * (n1 / n) * (n1 / n);
        }
    };

    private final String label;

    CommonRiskDifference(String label) {
        this.label = label;
    }

    /** The name in print, such as "Wald, Sato". */
    public String label() {
        return label;
    }

    /** One stratum's part of the variance of the weighted sum. */
    abstract double variance(TwoByTwo stratum, double difference);

    double standardError(Strata strata) {
        double difference = MantelHaenszel.riskDifferenceValue(strata);
        double sum = 0;
        double weight = 0;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            if (t.exposed() > 0 && t.unexposed() > 0) {
                sum += variance(t, difference);
                weight += (double) t.exposed() / t.n() * t.unexposed();
            }
        }
        return Math.sqrt(Math.max(0, sum)) / weight;
    }
}
