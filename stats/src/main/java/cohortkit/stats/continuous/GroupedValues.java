package cohortkit.stats.continuous;

import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Count;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number in each level of a category. A difference is that of the second group minus the first, which is the
 * reference.
 *
 * <pre>{@code
 * var weight = GroupedValues.of(births, "bwt", "smoke");
 * weight                      // bwt by smoke: 189 values in 2 groups
 * weight.meanDifference()     // -284 (95 % CI -489 to -78.57; Welch t), p = 0.0070
 * weight.groups().get(0)      // smoke = no: n 115, mean 3060, SD 753, median 3100
 * }</pre>
 */
public final class GroupedValues {

    private final String title;
    private final List<Sample> groups;
    private final int ungrouped;

    private GroupedValues(String title, List<Sample> groups, int ungrouped) {
        this.title = title;
        this.groups = List.copyOf(groups);
        this.ungrouped = ungrouped;
    }

    /**
     * The values of a number in each level of a category, in the codebook's order. Levels without a known value are
     * left out; {@link #ungrouped()} counts people without a group.
     *
     * @throws InputException if a value is infinite, or no group has a value
     */
    public static GroupedValues of(Cohort cohort, String variable, String group) {
        Numbers numbers = Numbers.of(cohort, variable);
        int[] levels = cohort.levels(group);
        List<Level> described = cohort.variable(group).levels();
        List<Sample> groups = new ArrayList<>();
        for (int g = 0; g < described.size(); g++) {
            int wanted = g;
            Sample sample = numbers.sample(group + " = " + described.get(g).label(), row -> levels[row] == wanted);
            if (sample.n() > 0) {
                groups.add(sample);
            }
        }
        if (groups.isEmpty()) {
            throw new InputException("nobody has both a value of '" + variable + "' and of '" + group + "'");
        }
        int ungrouped = (int) Arrays.stream(levels).filter(level -> level < 0).count();
        return new GroupedValues(variable + " by " + group, groups, ungrouped);
    }

    /**
     * Groups of bare values, the reference first.
     *
     * @throws InputException if there is no group, or one without a value
     */
    public static GroupedValues of(Sample... groups) {
        for (Sample group : groups) {
            if (group.n() == 0) {
                throw new InputException("the group '" + group.name() + "' has no value; leave it out");
            }
        }
        if (groups.length == 0) {
            throw new InputException("groups are wanted; there is none");
        }
        return new GroupedValues("values", List.of(groups), 0);
    }

    /** The groups, the reference first; each has a value. */
    public List<Sample> groups() {
        return groups;
    }

    /** How many people have no group. */
    public int ungrouped() {
        return ungrouped;
    }

    /** How many values there are in all groups. */
    public int n() {
        return groups.stream().mapToInt(Sample::n).sum();
    }

    /** The difference of the means with Welch's test and interval at 95 %. */
    public Comparison meanDifference() {
        return meanDifference(MeanDifferenceMethod.WELCH, Interval.DEFAULT_LEVEL);
    }

    /**
     * The mean of the second group minus that of the first, its t interval and t test.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if there are not two groups, too few values, or no values that differ
     */
    public Comparison meanDifference(MeanDifferenceMethod method, double level) {
        requireTwo();
        Moments reference = groups.get(0).moments();
        Moments other = groups.get(1).moments();
        double error = method.error(reference, other);
        if (error == 0) {
            throw new InputException("a t test needs values that differ within a group; there are only "
                    + DisplayNumber.shortest(reference.mean()) + " and " + DisplayNumber.shortest(other.mean()));
        }
        double difference = other.minus(reference);
        if (Double.isInfinite(difference) || Double.isInfinite(error)) {
            throw new InputException("the values are too large for a difference of their means: divide them first");
        }
        double df = method.df(reference, other);
        double t = difference / error;
        Convention convention = Convention.of("difference of two means", method.label())
                .withReference(groups.get(0).name())
                .withDenominator(denominator());
        Estimate estimate = new Estimate(
                Measure.MEAN_DIFFERENCE, difference, StudentT.around(difference, error, df, level), convention);
        return new Comparison(estimate, new TestResult(method.label(), t, df, StudentT.pValue(t, df)));
    }

    /** The shift between the groups with its Mann-Whitney test, exact below 50 values in each, else normal. */
    public Comparison locationShift() {
        requireTwo();
        RankMethod method =
                RankMethod.automatic(groups.get(0).n(), groups.get(1).n());
        return locationShift(method, Interval.DEFAULT_LEVEL);
    }

    /**
     * How far the second group lies above the first: the median of all differences (Hodges and Lehmann 1963), the
     * interval of the shifts that the Mann-Whitney test does not reject, and that test. Its statistic is U, the pairs
     * in which the second group's value is the larger one with ties as one half, or z. Infinite limits where the
     * groups are too small.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if there are not two groups, or more than 10,000 pairs or 1000 values for an exact test
     */
    public Comparison locationShift(RankMethod method, double level) {
        requireTwo();
        return new MannWhitney(groups.get(0), groups.get(1)).compare(method, level);
    }

    /**
     * The difference of the means in standard deviations.
     *
     * @param level coverage in (0, 1), for example 0.95
     * @throws InputException if there are not two groups, too few values, or no values that differ
     */
    public Comparison standardizedDifference(StandardizedDifference method, double level) {
        requireTwo();
        return method.compare(groups.get(0), groups.get(1), denominator(), level);
    }

    /**
     * A test that all groups are alike.
     *
     * @throws InputException if there are not two groups, or the test cannot be done
     */
    public TestResult test(GroupTest test) {
        if (groups.size() < 2) {
            throw new InputException("a test of groups needs two; " + title + " has one, "
                    + groups.get(0).name());
        }
        return test.test(groups);
    }

    /**
     * What describes each group, a row a number: n, missing, mean, SD, quantiles, extremes, geometric mean.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> summaries(double level) {
        return SummaryRows.of(groups, level);
    }

    /**
     * Every comparison and test of the groups, a row each, interval and p-value of a row by the same method. Where a
     * method cannot answer, its name says why.
     *
     * @param level coverage in (0, 1), for example 0.95
     */
    public List<TableRow> measures(double level) {
        return new GroupRows(this, Interval.requireLevel(level)).rows();
    }

    private void requireTwo() {
        if (groups.size() != 2) {
            throw new InputException("a difference needs two groups; " + title + " has " + groups.size() + ": "
                    + groups.stream().map(Sample::name).toList());
        }
    }

    private String denominator() {
        int missing = groups.stream().mapToInt(Sample::missingCount).sum();
        return n() + " of " + (n() + missing + ungrouped) + " rows";
    }

    String title() {
        return title;
    }

    /** A row for each group; the first line is a title. */
    @Override
    public String toString() {
        String size = ": " + Count.of(n(), "value") + " in " + Count.of(groups.size(), "group");
        return SummaryText.of(title, ungrouped == 0 ? size : size + ", " + ungrouped + " in none", groups);
    }
}
