package cohortkit.stats.rate;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Tests of stratified rates, given the events of each stratum. */
final class RateTests {

    private RateTests() {}

    static List<TestResult> of(RateStrata strata) {
        if (strata.crude().events() == 0) {
            throw new InputException("nobody has an event; there is nothing to test");
        }
        List<TestResult> tests = new ArrayList<>();
        tests.add(association(strata));
        double ratio = strata.ratio().value();
        long informative =
                strata.strata().stream().filter(s -> s.table().events() > 0).count();
        if (informative > 1 && ratio > 0 && Double.isFinite(ratio)) {
            tests.add(homogeneity(strata, ratio, informative));
        }
        return List.copyOf(tests);
    }

    private static TestResult association(RateStrata strata) {
        double excess = 0;
        double variance = 0;
        for (RateStratum stratum : strata.strata()) {
            RateTable t = stratum.table();
            double share = t.exposedShare();
            excess += t.exposedEvents() * (1 - share) - t.unexposedEvents() * share;
            variance += t.events() * share * (1 - share);
        }
        return result("Mantel-Haenszel chi-square", excess * excess / variance, 1);
    }

    /** Breslow and Day 1987, Statistical Methods in Cancer Research 2:112, at the Mantel-Haenszel ratio. */
    private static TestResult homogeneity(RateStrata strata, double ratio, long informative) {
        double statistic = 0;
        for (RateStratum stratum : strata.strata()) {
            RateTable t = stratum.table();
            if (t.events() > 0) {
                double odds = ratio * t.exposedTime() / t.unexposedTime();
                double share = odds / (1 + odds);
                double excess = t.exposedEvents() - t.events() * share;
                statistic += excess * excess / (t.events() * share * (1 - share));
            }
        }
        return result("Breslow-Day chi-square", statistic, informative - 1.0);
    }

    private static TestResult result(String method, double statistic, double df) {
        return new TestResult(
                method, statistic, df, ChiSquaredDistribution.of(df).survivalProbability(statistic));
    }
}
