package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Reference;
import cohortkit.stats.TestResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnconditionalTest {

    /** The vaccine trial of Mehta and Senchaudhuri 2003. */
    private static final TwoByTwo VACCINE = new TwoByTwo(7, 8, 12, 3);

    static List<Reference> tests() {
        return Reference.rows("unconditional.csv");
    }

    static List<Reference> limits() {
        return Reference.rows("unconditional-limits.csv");
    }

    private static TwoByTwo table(Reference row) {
        return new TwoByTwo(row.count("a"), row.count("b"), row.count("c"), row.count("d"));
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(tests()).hasSize(54);
        assertThat(limits()).hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void tests_agree_with_enumeration(Reference row) {
        Alternative alternative = Alternative.valueOf(row.text("alternative"));
        TestResult test = row.text("test").equals("BARNARD")
                ? BarnardExact.test(table(row), alternative)
                : BoschlooExact.test(table(row), alternative);
        row.assertClose(test.statistic(), row.number("statistic"));
        row.assertClose(test.pValue(), row.number("p"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limits_agree_with_enumeration(Reference row) {
        boolean difference = row.text("measure").equals("RISK_DIFFERENCE");
        double level = row.number("level");
        Interval interval = difference
                ? table(row)
                        .riskDifference(RiskDifferenceInterval.EXACT_UNCONDITIONAL, level)
                        .interval()
                : table(row)
                        .riskRatio(RiskRatioInterval.EXACT_UNCONDITIONAL, level)
                        .interval();
        row.assertClose(interval.lower(), row.number("lower"));
        row.assertClose(interval.upper(), row.number("upper"));
        row.assertClose(RiskRatioInterval.EXACT_UNCONDITIONAL.pValue(table(row)), row.number("p"));
    }

    /** Mehta and Senchaudhuri print 0.0341 for both; SciPy's documentation 0.0355 for Boschloo's example. */
    @Test
    void published_p_values_hold() {
        assertThat(BarnardExact.test(VACCINE, Alternative.LESS).pValue()).isCloseTo(0.0341, within(5e-5));
        assertThat(BoschlooExact.test(VACCINE, Alternative.LESS).pValue()).isCloseTo(0.0341, within(5e-5));
        assertThat(BoschlooExact.test(new TwoByTwo(74, 43, 31, 32), Alternative.GREATER)
                        .pValue())
                .isCloseTo(0.0355, within(1e-4));
        assertThat(FisherExact.test(VACCINE, TwoSided.CENTRAL).pValue() / 2).isCloseTo(0.0641, within(5e-5));
    }

    @ParameterizedTest
    @EnumSource(Alternative.class)
    void swapping_rows_turns_the_alternative_round(Alternative alternative) {
        Alternative other = switch (alternative) {
            case TWO_SIDED -> Alternative.TWO_SIDED;
            case GREATER -> Alternative.LESS;
            case LESS -> Alternative.GREATER;
        };
        RandomTables.of(40, 12).forEach(t -> {
            TwoByTwo swapped = RandomTables.swapped(t);
            assertThat(BarnardExact.test(swapped, other).pValue())
                    .isCloseTo(BarnardExact.test(t, alternative).pValue(), within(1e-10));
            assertThat(BoschlooExact.test(swapped, other).pValue())
                    .isCloseTo(BoschlooExact.test(t, alternative).pValue(), within(1e-10));
        });
    }

    /** Boschloo's test is never less powerful than Fisher's. */
    @Test
    void boschloo_is_never_above_fisher() {
        RandomTables.of(60, 15)
                .forEach(t -> assertThat(BoschlooExact.test(t).pValue())
                        .isLessThanOrEqualTo(FisherExact.test(t).pValue() * (1 + 1e-6)));
    }

    /** Both sides cover: by enumeration of every table of 6 and 5 people at every pair of risks of a grid. */
    @Test
    void exact_limits_of_a_difference_cover() {
        Interval[][] intervals = new Interval[7][6];
        for (int a = 0; a <= 6; a++) {
            for (int c = 0; c <= 5; c++) {
                intervals[a][c] = new TwoByTwo(a, 6 - a, c, 5 - c)
                        .riskDifference(RiskDifferenceInterval.EXACT_UNCONDITIONAL, 0.9)
                        .interval();
            }
        }
        for (int i = 1; i < 20; i++) {
            for (int j = 1; j < 20; j++) {
                assertThat(coverage(intervals, i / 20.0 + 1e-6, j / 20.0)).isGreaterThanOrEqualTo(0.9 - 1e-9);
            }
        }
    }

    private static double coverage(Interval[][] intervals, double p1, double p0) {
        double coverage = 0;
        for (int a = 0; a < intervals.length; a++) {
            for (int c = 0; c < intervals[a].length; c++) {
                if (intervals[a][c].contains(p1 - p0)) {
                    coverage += binomial(a, intervals.length - 1, p1) * binomial(c, intervals[a].length - 1, p0);
                }
            }
        }
        return coverage;
    }

    private static double binomial(int x, int n, double p) {
        return org.apache.commons.statistics.distribution.BinomialDistribution.of(n, p)
                .probability(x);
    }

    @Test
    void an_empty_row_leaves_no_evidence() {
        assertThat(BarnardExact.test(new TwoByTwo(0, 0, 4, 1)))
                .hasToString("Barnard exact, two-sided: 0.00, p = 1.000");
        assertThat(BoschlooExact.test(new TwoByTwo(0, 0, 4, 1)).pValue()).isCloseTo(1, within(1e-12));
        assertThat(BarnardExact.test(new TwoByTwo(0, 5, 0, 6)).pValue()).isCloseTo(1, within(1e-12));
    }

    @Test
    void large_tables_are_refused() {
        TwoByTwo large = new TwoByTwo(1000, 1000, 1000, 1000);
        assertThatThrownBy(() -> BarnardExact.test(large))
                .isInstanceOf(InputException.class)
                .hasMessage("Barnard's and Boschloo's tests take tables of up to 2000 people; this one has 4000: use a"
                        + " score method or the conditional exact one");
        assertThatThrownBy(() -> large.riskRatio(RiskRatioInterval.EXACT_UNCONDITIONAL))
                .isInstanceOf(InputException.class)
                .hasMessage("exact unconditional limits take tables of up to 1000 people; this one has 4000: use a"
                        + " score method or the conditional exact one");
    }
}
