package cohortkit.stats.regression.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import cohortkit.stats.TestResult;
import cohortkit.stats.regression.DataSet;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Logistic;
import cohortkit.stats.regression.Weights;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskGroupingTest {

    /** People at the risks of x = 0, 1, 2, ..., so many at each; every third row has the event. */
    private static Fit at(int... people) {
        double[] x = IntStream.range(0, people.length)
                .flatMap(value -> IntStream.generate(() -> value).limit(people[value]))
                .mapToDouble(value -> value)
                .toArray();
        double[] y = IntStream.range(0, x.length)
                .mapToDouble(i -> i % 3 == 1 || i == x.length - 1 ? 1 : 0)
                .toArray();
        return Logistic.fit("y ~ x", DataSet.of("y x", y, x));
    }

    private static long[] sizes(Fit fit, int groups, RiskGrouping grouping) {
        return Calibration.of(fit).groups(groups, grouping).stream()
                .mapToLong(CalibrationGroup::n)
                .toArray();
    }

    /**
     * By the rules, by hand. 4 groups of 16 people want 4 each: Stata ends a group where 4, 8, 12, 16 people are reached;
     * SAS lets the next ones in while there are fewer than 4 and half of them fit, and 2 or fewer are no last group.
     */
    @ParameterizedTest
    @CsvSource({
        "4, STATA, 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1, 4 4 4 4",
        "4, SAS, 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1, 4 4 4 4",
        "4, STATA, 3 3 3 3 4, 6 3 3 4",
        "4, SAS, 3 3 3 3 4, 6 6 4",
        "4, STATA, 2 9 1 1 1 1 1, 11 1 4",
        "4, SAS, 2 9 1 1 1 1 1, 2 9 5",
        "4, STATA, 3 5 3 5, 8 8",
        "4, SAS, 3 5 3 5, 3 5 3 5",
        "3, SAS, 1 1 1 1 1 1 1 1 1 1, 3 3 4"
    })
    void groups_end_where_the_rules_say(int groups, RiskGrouping grouping, String people, String sizes) {
        long[] expected =
                Arrays.stream(sizes.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        int[] given =
                Arrays.stream(people.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        assertThat(sizes(at(given), groups, grouping)).containsExactly(expected);
    }

    /** The 27 patients of Lee (1974), for whose final model SAS/STAT's example prints 6.2983, 7 df, 0.5054. */
    @Test
    void of_the_remission_data_sas_has_nine_groups() {
        Fit fit = Logistic.fit("remiss ~ cell + li + temp", DataSet.named("remission"));
        TestResult test = HosmerLemeshow.test(fit, 10, RiskGrouping.SAS);

        assertThat(sizes(fit, 10, RiskGrouping.SAS)).containsExactly(3, 3, 3, 3, 4, 3, 3, 3, 2);
        assertThat(test.statistic()).isCloseTo(6.2983, within(5e-5));
        assertThat(test.df()).isEqualTo(7);
        assertThat(test.pValue()).isCloseTo(0.5054, within(5e-5));
        assertThat(test.method()).isEqualTo("Hosmer-Lemeshow, 9 groups as SAS");
    }

    /** Nineteen each and 18 at the end, where R's quantiles leave 18 in the middle. */
    @Test
    void of_births_stata_fills_groups_from_below() {
        Fit fit = Logistic.fit(
                "low ~ age + lwt + factor(race) + smoke + ptl + ht + ui", DataSet.named("low-birth-weight"));

        assertThat(sizes(fit, 10, RiskGrouping.STATA)).containsExactly(19, 19, 19, 19, 19, 19, 19, 19, 19, 18);
        assertThat(HosmerLemeshow.test(fit, 10, RiskGrouping.STATA).statistic()).isCloseTo(9.6525, within(5e-5));
        assertThat(HosmerLemeshow.test(fit, 10, RiskGrouping.R)).isEqualTo(HosmerLemeshow.test(fit));
    }

    @ParameterizedTest
    @EnumSource(RiskGrouping.class)
    void everyone_is_in_one_group_and_weights_are_people(RiskGrouping grouping) {
        Fit rows = at(5, 4, 7, 2, 6, 3);
        double[] x = rows.rows().means();
        double[] y = rows.rows().outcomes();
        Fit counted = Logistic.fit(
                "y ~ x + offset(o)",
                DataSet.of(
                        "y x o n",
                        y,
                        Arrays.stream(x)
                                .map(risk -> Math.log(risk / (1 - risk)))
                                .toArray(),
                        new double[y.length],
                        IntStream.range(0, y.length).mapToDouble(i -> 2).toArray()),
                Weights.frequency("n"));

        assertThat(Arrays.stream(sizes(rows, 5, grouping)).sum()).isEqualTo(27);
        assertThat(Arrays.stream(sizes(counted, 5, grouping)).sum()).isEqualTo(54);
        assertThatThrownBy(() -> HosmerLemeshow.test(rows, 1, grouping))
                .isInstanceOf(InputException.class)
                .hasMessage("at least 2 groups are needed; was 1");
    }
}
