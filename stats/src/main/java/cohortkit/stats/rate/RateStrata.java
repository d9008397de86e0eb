package cohortkit.stats.rate;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Rates of exposed and unexposed in several strata, and the Mantel-Haenszel measures adjusted for them.
 *
 * <pre>{@code
 * var strata = RateStrata.of(new RateTable(14, 1516, 10, 1701), new RateTable(76, 949, 121, 2245));
 * strata.rateRatio()       // 1.50 (95 % CI 1.14 to 1.96; log Wald, Greenland-Robins)
 * strata.tests().get(0)    // Mantel-Haenszel chi-square: 8.62, df 1, p = 0.0033
 * }</pre>
 *
 * @param variable the stratifying variable; empty for bare numbers
 * @param strata at least one
 * @param leftOut rows left out because their stratum is missing
 */
public record RateStrata(String variable, List<RateStratum> strata, long leftOut) {

    /** Checks that there is a stratum. */
    public RateStrata {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new InputException("a stratified analysis needs at least one stratum; there is none");
        }
    }

    /** Strata of bare numbers, labelled 1, 2, ... */
    public static RateStrata of(RateTable... tables) {
        List<RateStratum> strata = new ArrayList<>();
        for (RateTable table : tables) {
            strata.add(new RateStratum(Integer.toString(strata.size() + 1), table));
        }
        return new RateStrata("", strata, 0);
    }

    /**
     * One stratum for each level of a category that occurs, in the codebook's order.
     *
     * @throws InputException as {@link RateTable#of}, or if a stratum lacks exposed or unexposed person-time
     */
    public static RateStrata of(Cohort cohort, String exposure, String events, String personTime, String stratum) {
        PersonTime rows = PersonTime.of(cohort, exposure, events, personTime);
        int[] groups = cohort.levels(stratum);
        List<Level> levels = cohort.variable(stratum).levels();
        long[] people = new long[levels.size()];
        long leftOut = 0;
        for (int group : groups) {
            if (group < 0) {
                leftOut++;
            } else {
                people[group]++;
            }
        }
        List<RateStratum> strata = new ArrayList<>();
        for (int g = 0; g < people.length; g++) {
            if (people[g] > 0) {
                strata.add(new RateStratum(levels.get(g).label(), table(rows, groups, g, stratum, levels.get(g))));
            }
        }
        return new RateStrata(stratum, strata, leftOut);
    }

    private static RateTable table(PersonTime rows, int[] groups, int group, String stratum, Level level) {
        try {
            return rows.table(groups, group);
        } catch (InputException e) {
            throw new InputException(
                    "in the stratum " + stratum + " = " + level.label() + " " + e.getMessage()
                            + "; leave this stratum out or join it with another",
                    e);
        }
    }

    /** All strata as one table: the crude analysis of the same people. */
    public RateTable crude() {
        long exposed = 0;
        long unexposed = 0;
        double exposedTime = 0;
        double unexposedTime = 0;
        long rows = 0;
        long lost = leftOut;
        for (RateStratum stratum : strata) {
            RateTable t = stratum.table();
            exposed = Math.addExact(exposed, t.exposedEvents());
            unexposed = Math.addExact(unexposed, t.unexposedEvents());
            exposedTime += t.exposedTime();
            unexposedTime += t.unexposedTime();
            rows += t.labels().rows();
            lost += t.labels().leftOut();
        }
        RateLabels first = strata.get(0).table().labels();
        RateLabels labels = new RateLabels(first.exposure(), first.exposed(), first.unexposed(), rows, lost);
        return new RateTable(exposed, exposedTime, unexposed, unexposedTime, labels);
    }

    /** The adjusted rate ratio at 95 %. */
    public Estimate rateRatio() {
        return rateRatio(Interval.DEFAULT_LEVEL);
    }

    /**
     * The Mantel-Haenszel rate ratio, {@code sum(a T0 / T) / sum(c T1 / T)}, with the variance of its logarithm
     * {@code sum(m T1 T0 / T²) / (sum(a T0 / T) sum(c T1 / T))}, m = a + c. Greenland and Robins 1985, Biometrics 41:55.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public Estimate rateRatio(double level) {
        PooledRates ratio = ratio();
        Convention convention = convention("log Wald, Greenland-Robins");
        if (!Double.isFinite(ratio.standardError())) {
            String reason = Double.isNaN(ratio.value()) ? "undefined: nobody has an event" : "no limits: 0 to Inf";
            Interval none = new Interval(0, Double.POSITIVE_INFINITY, Interval.requireLevel(level));
            return new Estimate(Measure.RATE_RATIO, ratio.value(), none, convention.withZeroCells(reason));
        }
        return new Estimate(Measure.RATE_RATIO, ratio.value(), ratio.logLimits(level), convention);
    }

    /** The adjusted rate difference at 95 %. */
    public Estimate rateDifference() {
        return rateDifference(Interval.DEFAULT_LEVEL);
    }

    /**
     * The Mantel-Haenszel rate difference, {@code sum((a T0 - c T1) / T) / sum(w)}, w = T1 T0 / T, with the variance
     * {@code sum(w² (a / T1² + c / T0²)) / sum(w)²}. Greenland and Robins 1985, Biometrics 41:55.
     */
    public Estimate rateDifference(double level) {
        PooledRates difference = difference();
        Convention convention = convention("Wald, Greenland-Robins");
        Convention named = difference.standardError() == 0
                ? convention.withZeroCells("without events the formula has no width")
                : convention;
        return new Estimate(Measure.RATE_DIFFERENCE, difference.value(), difference.limits(level), named);
    }

    /**
     * The Mantel-Haenszel chi-square of no association, {@code (sum(a) - sum(m T1 / T))² / sum(m T1 T0 / T²)}, and, with
     * two strata or more with events, Breslow and Day's test of one common ratio.
     *
     * @throws InputException if nobody has an event
     */
    public List<TestResult> tests() {
        return RateTests.of(this);
    }

    /**
     * Crude and adjusted measures and the tests, a row each.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return new RateMeasures(level).of(this);
    }

    PooledRates ratio() {
        return PooledRates.ratio(strata);
    }

    PooledRates difference() {
        return PooledRates.difference(strata);
    }

    private Convention convention(String interval) {
        return crude().labels()
                .convention("Mantel-Haenszel, " + Count.of(strata.size(), "stratum", "strata"), interval);
    }

    /** A title, then one line a stratum. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(Count.of(strata.size(), "stratum", "strata").toString());
        text.append(variable.isEmpty() ? "" : " of " + variable);
        strata.forEach(stratum -> text.append("\n  ").append(stratum));
        return text.toString();
    }
}
