package cohortkit.stats.table;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;

/**
 * Tests of one common odds ratio in all strata. Only strata with people in every margin count.
 *
 * <pre>{@code
 * Homogeneity.BRESLOW_DAY.test(strata)   // Breslow-Day: 0.00, df 1, p = 0.954
 * }</pre>
 */
public enum Homogeneity {
    /**
     * {@code sum (a - A)² / var}, A being the count that the Mantel-Haenszel odds ratio would give within the stratum's
     * margins. Breslow and Day 1980, Statistical Methods in Cancer Research 1:142.
     */
    BRESLOW_DAY("Breslow-Day"),
    /** Breslow-Day less {@code (sum (a - A))² / sum var}, which makes it a chi-square. Tarone 1985, Biometrika 72:91. */
    TARONE("Breslow-Day, Tarone");

    private final String label;

    Homogeneity(String label) {
        this.label = label;
    }

    /** The name in print, such as "Breslow-Day". */
    public String label() {
        return label;
    }

    /**
     * The test; its degrees of freedom are the strata that count, less one.
     *
     * @throws InputException if fewer than two strata count, or the common odds ratio is 0 or infinite
     */
    public TestResult test(Strata strata) {
        double psi = MantelHaenszel.oddsRatio(strata).value();
        long informative = informative(strata);
        if (informative < 2 || !(psi > 0 && Double.isFinite(psi))) {
            throw new InputException(label + " needs two strata with people in every margin and a common odds ratio"
                    + " between 0 and infinity; there are " + informative + ", and it is " + psi);
        }
        double statistic = 0;
        double excess = 0;
        double sumOfVariances = 0;
        for (Stratum stratum : strata.strata()) {
            TwoByTwo t = stratum.table();
            if (t.emptyMargin().isPresent()) {
                continue;
            }
            double fitted = FittedCell.of(t, psi);
            double variance = 1
                    / (1 / fitted
                            + 1 / (t.exposed() - fitted)
                            + 1 / (t.events() - fitted)
                            + 1 / (t.unexposed() - t.events() + fitted));
            double residual = t.a() - fitted;
            statistic += residual * residual / variance;
            excess += residual;
            sumOfVariances += variance;
        }
        if (this == TARONE) {
            statistic = Math.max(0, statistic - excess * excess / sumOfVariances);
        }
        return ChiSquare.result(label, statistic, informative - 1.0);
    }

    static long informative(Strata strata) {
        return strata.strata().stream()
                .filter(stratum -> stratum.table().emptyMargin().isEmpty())
                .count();
    }
}
