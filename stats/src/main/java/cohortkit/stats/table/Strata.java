package cohortkit.stats.table;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same exposure and outcome in several strata, and the Mantel-Haenszel measures adjusted for them. Strata without
 * exposed, unexposed, events or non-events carry no information on the odds ratio and take no part in it.
 *
 * <pre>{@code
 * var strata = Strata.of(patients, "rls", "insomnia", "sex");
 * strata.oddsRatio()                   // 2.77 (95 % CI 1.40 to 5.51; log Wald, Robins-Breslow-Greenland)
 * strata.crude().oddsRatio()           // 2.79 (95 % CI 1.41 to 5.54; log Wald)
 * CochranMantelHaenszel.test(strata)   // Cochran-Mantel-Haenszel: 8.99, df 1, p = 0.0027
 * Homogeneity.TARONE.test(strata)      // Breslow-Day, Tarone: 0.00, df 1, p = 0.954
 * }</pre>
 *
 * @param variable the stratifying variable; empty for bare counts
 * @param strata at least one
 * @param leftOut people left out because their stratum, exposure or outcome is missing
 */
public record Strata(String variable, List<Stratum> strata, long leftOut) {

    /** Checks that there is a stratum. */
    public Strata {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new InputException("a stratified analysis needs at least one stratum; there is none");
        }
    }

    /** Strata of bare counts, labelled 1, 2, ... */
    public static Strata of(TwoByTwo... tables) {
        List<Stratum> strata = new ArrayList<>();
        for (TwoByTwo table : tables) {
            strata.add(new Stratum(Integer.toString(strata.size() + 1), table));
        }
        return new Strata("", strata, 0);
    }

    /**
     * One stratum for each level of a category, in the codebook's order; levels without complete rows are left out.
     *
     * @throws InputException if exposure or outcome is not binary, or the stratum not a category
     */
    public static Strata of(Cohort cohort, String exposure, String outcome, String stratum) {
        return of(cohort, Tabulation.of(cohort, exposure, outcome), stratum);
    }

    /** The same where each row stands for {@code frequency} people. */
    public static Strata of(Cohort cohort, String exposure, String outcome, String stratum, String frequency) {
        return of(cohort, Tabulation.of(cohort, exposure, outcome, frequency), stratum);
    }

    private static Strata of(Cohort cohort, Tabulation tabulation, String stratum) {
        int[] groups = cohort.levels(stratum);
        List<Level> levels = cohort.variable(stratum).levels();
        List<Stratum> strata = new ArrayList<>();
        long leftOut = tabulation.without(groups);
        for (int g = 0; g < levels.size(); g++) {
            TwoByTwo table = tabulation.table(groups, g);
            leftOut = Math.addExact(leftOut, table.labels().leftOut());
            if (table.n() > 0) {
                strata.add(new Stratum(levels.get(g).label(), table));
            }
        }
        if (strata.isEmpty()) {
            throw new InputException("no row has exposure, outcome and '" + stratum + "' at once; there is no stratum");
        }
        return new Strata(stratum, strata, leftOut);
    }

    /** All strata as one table: the crude analysis of the same people. */
    public TwoByTwo crude() {
        long[] sum = new long[4];
        for (Stratum stratum : strata) {
            TwoByTwo t = stratum.table();
            long[] cells = {t.a(), t.b(), t.c(), t.d()};
            Arrays.setAll(sum, i -> Math.addExact(sum[i], cells[i]));
        }
        TableLabels labels = strata.get(0).table().labels().withLeftOut(leftOut);
        return new TwoByTwo(sum[0], sum[1], sum[2], sum[3], labels);
    }

    /** The adjusted odds ratio at 95 %. */
    public Estimate oddsRatio() {
        return oddsRatio(Interval.DEFAULT_LEVEL);
    }

    /**
     * The Mantel-Haenszel odds ratio, {@code sum(ad/n) / sum(bc/n)}, with the variance of Robins, Breslow and Greenland
     * 1986, Biometrics 42:311. Mantel and Haenszel 1959, J Natl Cancer Inst 22:719.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate oddsRatio(double level) {
        MantelHaenszel.Ratio ratio = MantelHaenszel.oddsRatio(this);
        return ratio(Measure.ODDS_RATIO, ratio, "log Wald, Robins-Breslow-Greenland", level);
    }

    /**
     * The adjusted odds ratio by choice: Mantel-Haenszel, or conditional maximum likelihood with exact or mid-p limits.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if the exact one would take more than 10^9 steps
     */
    public Estimate oddsRatio(CommonOddsRatio method, double level) {
        if (method == CommonOddsRatio.MANTEL_HAENSZEL) {
            return oddsRatio(level);
        }
        double value = CommonOddsRatio.value(this);
        Convention convention = convention("conditional maximum likelihood", method.label());
        if (Double.isNaN(value)) {
            convention = convention.withZeroCells("undefined: no stratum has people in every margin");
        }
        return new Estimate(Measure.ODDS_RATIO, value, method.limits(this, level), convention);
    }

    /** The adjusted risk ratio at 95 %. */
    public Estimate riskRatio() {
        return riskRatio(Interval.DEFAULT_LEVEL);
    }

    /**
     * The Mantel-Haenszel risk ratio, {@code sum(a (c + d) / n) / sum(c (a + b) / n)}, with the variance of Greenland and
     * Robins 1985, Biometrics 41:55.
     */
    public Estimate riskRatio(double level) {
        return ratio(Measure.RISK_RATIO, MantelHaenszel.riskRatio(this), "log Wald, Greenland-Robins", level);
    }

    private Estimate ratio(Measure measure, MantelHaenszel.Ratio ratio, String interval, double level) {
        Convention convention = convention(interval);
        if (!Double.isFinite(ratio.standardError())) {
            String reason = Double.isNaN(ratio.value()) ? "undefined: 0/0 in every stratum" : "no limits: 0 to Inf";
            convention = convention.withZeroCells(reason);
        }
        if (ratio.standardError() == 0) {
            convention = convention.withZeroCells("log Wald has no width where everybody has the outcome");
        }
        return new Estimate(
                measure, ratio.value(), LogWald.limits(ratio.value(), ratio.standardError(), level), convention);
    }

    /** The adjusted risk difference at 95 %, with Sato's variance. */
    public Estimate riskDifference() {
        return riskDifference(CommonRiskDifference.SATO, Interval.DEFAULT_LEVEL);
    }

    /** The Mantel-Haenszel risk difference: weights {@code (a + b)(c + d) / n}. */
    public Estimate riskDifference(CommonRiskDifference method, double level) {
        return MantelHaenszel.riskDifference(this, method, level, convention(method.label()));
    }

    private Convention convention(String interval) {
        return convention("Mantel-Haenszel", interval);
    }

    private Convention convention(String estimator, String interval) {
        TwoByTwo crude = crude();
        return Convention.of(estimator + ", " + Count.of(strata.size(), "stratum", "strata"), interval)
                .withReference(crude.labels().reference())
                .withDenominator(crude.labels().denominator(crude.n()));
    }

    /**
     * Crude and adjusted measures and the tests, a row each.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return StrataMeasures.rows(this, level);
    }

    /** A title, then one line a stratum. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(Count.of(strata.size(), "stratum", "strata").toString());
        text.append(variable.isEmpty() ? "" : " of " + variable)
                .append(", n = ")
                .append(crude().n());
        for (Stratum stratum : strata) {
            text.append("\n  ").append(stratum);
        }
        return text.toString();
    }
}
