package cohortkit.stats.table;

import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import java.util.List;

/**
 * Tests of one common odds ratio, risk ratio or risk difference in all strata. Only strata that tell something of the
 * measure count, and the degrees of freedom are as many, less one.
 *
 * <pre>{@code
 * Homogeneity.BRESLOW_DAY.test(strata)   // Breslow-Day: 0.00, df 1, p = 0.954
 * Homogeneity.WOOLF.test(strata)         // Woolf: 0.00, df 1, p = 0.954
 * }</pre>
 */
public enum Homogeneity {
    /**
     * {@code sum (a - A)² / var}, A being the count that the Mantel-Haenszel odds ratio would give within the stratum's
     * margins. Breslow and Day 1980, Statistical Methods in Cancer Research 1:142.
     */
    BRESLOW_DAY("Breslow-Day", Measure.ODDS_RATIO) {
        @Override
        double statistic(Strata strata) {
            return breslowDay(strata)[0];
        }
    },
    /** Breslow-Day less {@code (sum (a - A))² / sum var}, which makes it a chi-square. Tarone 1985, Biometrika 72:91. */
    TARONE("Breslow-Day, Tarone", Measure.ODDS_RATIO) {
        @Override
        double statistic(Strata strata) {
            double[] sums = breslowDay(strata);
            return Math.max(0, sums[0] - sums[1]);
        }
    },
    /**
     * {@code sum w (log OR - mean)²}, w being 1 / (1/a + 1/b + 1/c + 1/d) and the mean weighted so. Strata with an empty
     * cell take no part. Woolf 1955, Ann Hum Genet 19:251.
     */
    WOOLF("Woolf", Measure.ODDS_RATIO) {
        @Override
        boolean counts(TwoByTwo t) {
            return t.a() > 0 && t.b() > 0 && t.c() > 0 && t.d() > 0;
        }

        @Override
        double statistic(Strata strata) {
            double weights = 0;
            double sum = 0;
            for (Stratum stratum : counted(strata)) {
                weights += weight(stratum);
                sum += weight(stratum) * stratum.table().logOddsRatio();
            }
            double statistic = 0;
            for (Stratum stratum : counted(strata)) {
                double residual = stratum.table().logOddsRatio() - sum / weights;
                statistic += weight(stratum) * residual * residual;
            }
            return statistic;
        }

        private static double weight(Stratum stratum) {
            TwoByTwo t = stratum.table();
            return 1 / (1.0 / t.a() + 1.0 / t.b() + 1.0 / t.c() + 1.0 / t.d());
        }
    },
    /**
     * {@code sum z²}, z being the score statistic (Koopman's) of each stratum at the common risk ratio of highest
     * likelihood. Gart and Nam 1988, Biometrics 44:323.
     */
    RISK_RATIO_SCORE("score", Measure.RISK_RATIO) {
        @Override
        boolean counts(TwoByTwo t) {
            return t.exposed() > 0 && t.unexposed() > 0 && t.events() > 0;
        }

        @Override
        double statistic(Strata strata) {
            return ScoreHomogeneity.ofRatio(counted(strata));
        }
    },
    /** Likewise of the risk difference. Gart and Nam 1990, Biometrics 46:637. */
    RISK_DIFFERENCE_SCORE("score", Measure.RISK_DIFFERENCE) {
        @Override
        boolean counts(TwoByTwo t) {
            return t.exposed() > 0 && t.unexposed() > 0;
        }

        @Override
        double statistic(Strata strata) {
            return ScoreHomogeneity.ofDifference(counted(strata));
        }
    };

    private final String label;
    private final Measure measure;

    Homogeneity(String label, Measure measure) {
        this.label = label;
        this.measure = measure;
    }

    /** The name in print, such as "Breslow-Day". */
    public String label() {
        return label;
    }

    /** What is held to be the same in all strata. */
    public Measure measure() {
        return measure;
    }

    /**
     * The test.
     *
     * @throws InputException if fewer than two strata count, or the common measure has no finite value
     */
    public TestResult test(Strata strata) {
        if (!isPossible(strata)) {
            throw new InputException(label + " homogeneity of " + measure.label() + "s needs two strata that tell of it"
                    + " and a common value that is not at its end; "
                    + counted(strata).size() + " of "
                    + Count.of(strata.strata().size(), "stratum", "strata") + " tell");
        }
        return ChiSquare.result(label, statistic(strata), counted(strata).size() - 1.0);
    }

    boolean isPossible(Strata strata) {
        if (counted(strata).size() < 2) {
            return false;
        }
        double common = switch (measure) {
            case ODDS_RATIO -> MantelHaenszel.oddsRatio(strata).value();
            case RISK_RATIO -> MantelHaenszel.riskRatio(strata).value();
            default -> 1 + MantelHaenszel.riskDifferenceValue(strata);
        };
        return common > 0 && Double.isFinite(common) && !(measure == Measure.RISK_DIFFERENCE && common >= 2);
    }

    List<Stratum> counted(Strata strata) {
        return strata.strata().stream()
                .filter(stratum -> counts(stratum.table()))
                .toList();
    }

    boolean counts(TwoByTwo table) {
        return table.emptyMargin().isEmpty();
    }

    abstract double statistic(Strata strata);

    /** The sum of squares, and what the mean residual adds to it. */
    private static double[] breslowDay(Strata strata) {
        double psi = MantelHaenszel.oddsRatio(strata).value();
        double statistic = 0;
        double excess = 0;
        double sumOfVariances = 0;
        for (Stratum stratum : BRESLOW_DAY.counted(strata)) {
            TwoByTwo t = stratum.table();
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
        return new double[] {statistic, excess * excess / sumOfVariances};
    }
}
