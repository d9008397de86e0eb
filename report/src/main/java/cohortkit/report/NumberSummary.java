package cohortkit.report;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import cohortkit.stats.continuous.GroupTest;
import cohortkit.stats.continuous.GroupedValues;
import cohortkit.stats.continuous.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How a number is described in a {@link Table1}, and which test goes with it.
 *
 * <pre>{@code
 * NumberSummary.MEAN_SD.in("age (years)")                              // "age (years), mean (SD)"
 * NumberSummary.BY_SKEWNESS.chosen(Sample.of(1, 2, 3, 4))              // MEAN_SD
 * NumberSummary.BY_SKEWNESS.chosen(Sample.of(0, 0, 0, 0, 1, 5, 60))    // MEDIAN_QUARTILES
 * }</pre>
 */
public enum NumberSummary {
    /** Mean and standard deviation; Welch's t test, with more than two groups Welch's ANOVA. */
    MEAN_SD("mean (SD)") {
        @Override
        CellValue cell(Sample values, int decimals) {
            double mean = values.n() == 0 ? Double.NaN : values.mean().value();
            return new CellValue.MeanSd(mean, values.standardDeviation(), decimals);
        }

        @Override
        int decimals(Sample all, List<Sample> groups) {
            return places(all.standardDeviation());
        }

        @Override
        TestResult test(GroupedValues groups) {
            return groups.groups().size() == 2 ? groups.meanDifference().test() : named(groups, GroupTest.WELCH_ANOVA);
        }
    },
    /** Median and quartiles (R's type 7); the Mann-Whitney test, with more than two groups Kruskal-Wallis. */
    MEDIAN_QUARTILES("median [Q1, Q3]") {
        @Override
        CellValue cell(Sample values, int decimals) {
            return new CellValue.MedianQuartiles(
                    values.quantile(0.5), values.quantile(0.25), values.quantile(0.75), decimals);
        }

        @Override
        int decimals(Sample all, List<Sample> groups) {
            int most = places((all.quantile(0.75) - all.quantile(0.25)) / NORMAL_QUARTILES);
            int needed = Stream.concat(Stream.of(all), groups.stream())
                    .filter(sample -> sample.n() > 0)
                    .flatMapToDouble(sample -> DoubleStream.of(0.25, 0.5, 0.75).map(sample::quantile))
                    .mapToInt(quartile ->
                            BigDecimal.valueOf(quartile).stripTrailingZeros().scale())
                    .max()
                    .orElse(0);
            return Math.min(most, Math.max(0, needed));
        }

        @Override
        TestResult test(GroupedValues groups) {
            return groups.groups().size() == 2
                    ? groups.locationShift().test()
                    : named(groups, GroupTest.KRUSKAL_WALLIS);
        }
    },
    /**
     * Median and quartiles where mean and median of all values lie more than 0.2 standard deviations apart (Hildebrand
     * 1986, Statistical Thinking for Behavioral Scientists), else mean and standard deviation. No test decides.
     */
    BY_SKEWNESS("mean (SD) or median [Q1, Q3]") {
        @Override
        CellValue cell(Sample values, int decimals) {
            return chosen(values).cell(values, decimals);
        }

        @Override
        int decimals(Sample all, List<Sample> groups) {
            return chosen(all).decimals(all, groups);
        }

        @Override
        TestResult test(GroupedValues groups) {
            throw new InputException("a test goes with a summary that is chosen");
        }

        @Override
        public NumberSummary chosen(Sample all) {
            double gap = all.n() < 2 ? 0 : all.mean().value() - all.quantile(0.5);
            return Math.abs(gap) > SKEWED * all.standardDeviation() ? MEDIAN_QUARTILES : MEAN_SD;
        }
    };

    private static final double SKEWED = 0.2;
    /** The distance of a normal distribution's quartiles in standard deviations. */
    private static final double NORMAL_QUARTILES = 1.349;

    private static final int MOST_PLACES = 8;

    private final String label;

    NumberSummary(String label) {
        this.label = label;
    }

    /** A variable's label with the summary, such as "age (years), mean (SD)". */
    public String in(String variable) {
        return variable + ", " + label;
    }

    /** The summary itself, or the one that the rule chooses for all values. */
    public NumberSummary chosen(Sample all) {
        return this;
    }

    abstract CellValue cell(Sample values, int decimals);

    /** How many decimals mean or median are printed with. */
    abstract int decimals(Sample all, List<Sample> groups);

    abstract TestResult test(GroupedValues groups);

    /** The test under its name alone, without its degrees of freedom. */
    private static TestResult named(GroupedValues groups, GroupTest test) {
        TestResult result = groups.test(test);
        return new TestResult(test.label(), result.statistic(), result.df(), result.pValue());
    }

    /** One decimal below a spread of 100, none above; more where the spread would have less than two digits. */
    private static int places(double spread) {
        if (!(spread > 0) || Double.isInfinite(spread)) {
            return 1;
        }
        int digits = 1 - (int) Math.floor(Math.log10(spread));
        return Math.min(MOST_PLACES, Math.max(spread < 100 ? 1 : 0, digits));
    }
}
