package cohortkit.stats.regression.diagnostics;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.Fit;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Hosmer-Lemeshow test: sum over groups of risk of (observed - expected)^2 / (n r (1 - r)), chi-square with groups
 * - 2 degrees of freedom in the rows of the fit and as many as groups in others (Hosmer and Lemeshow 1980,
 * Communications in Statistics A9:1043). Groups end at the quantiles of the risks, R's type 7; people of one risk stay
 * together. Stata and SAS cut otherwise, and then find another p-value; {@link RiskGrouping} has their ways.
 *
 * <pre>{@code
 * HosmerLemeshow.test(fit)   // Hosmer-Lemeshow, 10 groups: 3.60, df 8, p = 0.892
 * }</pre>
 */
public final class HosmerLemeshow {

    private static final int GROUPS = 10;

    private HosmerLemeshow() {}

    /** With 10 groups, in the rows of the fit. */
    public static TestResult test(Fit fit) {
        return test(fit, GROUPS);
    }

    /**
     * With so many groups.
     *
     * @throws InputException if the risks make fewer than 3 groups
     */
    public static TestResult test(Fit fit, int groups) {
        return test(fit, groups, RiskGrouping.R);
    }

    /**
     * With groups as another program makes them.
     *
     * @throws InputException if the risks make fewer than 3 groups
     */
    public static TestResult test(Fit fit, int groups, RiskGrouping grouping) {
        List<CalibrationGroup> found = Calibration.of(fit).groups(groups, grouping);
        return test(found, found.size() - 2, grouping);
    }

    /** With 10 groups, in a cohort that the fit did not see. */
    public static TestResult test(Fit fit, Cohort cohort) {
        List<CalibrationGroup> found = Calibration.of(fit, cohort).groups(GROUPS);
        return test(found, found.size(), RiskGrouping.R);
    }

    private static TestResult test(List<CalibrationGroup> groups, int df, RiskGrouping grouping) {
        if (groups.size() < 3) {
            throw new InputException("the predicted risks make " + groups.size()
                    + " groups only; a Hosmer-Lemeshow test needs at least 3");
        }
        double statistic = 0;
        for (CalibrationGroup group : groups) {
            double gap = group.events() - group.n() * group.risk();
            statistic += gap * gap / (group.n() * group.risk() * (1 - group.risk()));
        }
        return new TestResult(
                "Hosmer-Lemeshow, " + groups.size() + " groups"
                        + (grouping == RiskGrouping.R ? "" : " as " + grouping.label()),
                statistic,
                df,
                ChiSquaredDistribution.of(df).survivalProbability(statistic));
    }
}
