package cohortkit.stats.standardize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import cohortkit.core.Variable;
import cohortkit.stats.Reference;
import cohortkit.stats.rate.Rate;
import cohortkit.stats.rate.RateInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class StandardizationTest {

    static List<Reference> references() {
        return Reference.rows("standardize.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(56);
    }

    @ParameterizedTest
    @MethodSource("references")
    void direct_standardization_agrees_with_references(Reference row) {
        String[] events = row.text("events").split(" ", -1);
        String[] denominators = row.text("denominators").split(" ", -1);
        String[] weights = row.text("weights").split(" ", -1);
        List<StandardStratum> strata = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            strata.add(new StandardStratum(
                    "s" + i,
                    Long.parseLong(events[i]),
                    Double.parseDouble(denominators[i]),
                    Double.parseDouble(weights[i])));
        }
        boolean rates = row.text("kind").equals("RATE");
        DirectStandardization standardized =
                rates ? DirectStandardization.ofRates(strata) : DirectStandardization.ofProportions(strata);
        Estimate estimate = standardized.estimate(DirectInterval.valueOf(row.text("method")), row.number("level"));
        assertThat(estimate.measure()).isEqualTo(rates ? Measure.RATE : Measure.PREVALENCE);
        row.assertClose(estimate.value(), row.number("value"));
        row.assertClose(estimate.interval().lower(), row.number("lower"));
        row.assertClose(estimate.interval().upper(), row.number("upper"));
    }

    @Test
    void with_one_stratum_fay_and_feuer_is_exact() {
        Interval gamma = DirectStandardization.ofRates(List.of(new StandardStratum("all", 7, 61, 3)))
                .estimate(DirectInterval.GAMMA, 0.95)
                .interval();
        Interval exact = new Rate(7, 61).estimate().interval();
        assertThat(gamma.lower()).isCloseTo(exact.lower(), within(1e-15));
        assertThat(gamma.upper()).isCloseTo(exact.upper(), within(1e-15));
    }

    @Test
    void without_events_each_method_says_what_it_does() {
        DirectStandardization none = DirectStandardization.ofRates(
                List.of(new StandardStratum("a", 0, 10, 1), new StandardStratum("b", 0, 20, 1)));
        assertThat(none.estimate(DirectInterval.WALD, 0.95).convention().zeroCells())
                .isEqualTo("without events the formula has no width");
        assertThat(none.estimate(DirectInterval.LOG_WALD, 0.95).interval().upper())
                .isInfinite();
        assertThat(none.estimate(DirectInterval.DOBSON, 0.95).interval())
                .isEqualTo(none.estimate(DirectInterval.GAMMA, 0.95).interval());
        assertThat(none).hasToString("0 (95 % CI 0 to 0.18; gamma, Fay-Feuer)");
    }

    private static Cohort cohort() {
        return Cohort.of(
                Table.create(
                        "people",
                        StringColumn.create("rls", "yes", "no", "no", "no", "yes", ""),
                        StringColumn.create("sex", "f", "f", "m", "m", "m", "f")),
                Codebook.of(
                        Variable.binary("rls", "RLS"),
                        Variable.category("sex", "Sex", Level.of("f"), Level.of("m"), Level.of("x"))));
    }

    @Test
    void a_prevalence_is_standardized_from_rows() {
        DirectStandardization standardized =
                DirectStandardization.ofPrevalence(cohort(), "rls", "sex", Map.of("f", 3.0, "m", 1.0));
        assertThat(standardized.value()).isCloseTo(0.75 / 2 + 0.25 / 3, within(1e-15));
        assertThat(standardized.estimate().convention().denominator())
                .isEqualTo("5 of 6 rows, complete in rls and sex");
        DirectStandardization women =
                DirectStandardization.ofPrevalence(cohort(), "rls", "sex", Map.of("f", 1.0, "m", 0.0));
        assertThat(women.value()).isEqualTo(0.5);
        assertThat(women.estimate().interval().upper()).isEqualTo(1.0);
    }

    @Test
    void a_standard_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> DirectStandardization.ofPrevalence(cohort(), "rls", "sex", Map.of("f", 3.0)))
                .isInstanceOf(InputException.class)
                .hasMessage("the standard has no weight for sex = m, which 3 people have");
        assertThatThrownBy(() -> DirectStandardization.ofPrevalence(
                        cohort(), "rls", "sex", Map.of("f", 3.0, "m", 1.0, "male", 2.0)))
                .isInstanceOf(InputException.class)
                .hasMessage("the standard has weights for [male], which are no levels of 'sex'; there are [f, m, x]");
        assertThatThrownBy(() -> DirectStandardization.ofPrevalence(
                        cohort(), "rls", "sex", Map.of("f", 3.0, "m", 1.0, "x", 2.0)))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "stratum 'sex = x' needs people or person-time above 0; has 0.0; join it with another stratum");
        assertThatThrownBy(() -> DirectStandardization.ofRates(List.of(new StandardStratum("a", 1, 2, 0))))
                .isInstanceOf(InputException.class)
                .hasMessage("the standard weights of 1 stratum add up to 0; give each stratum its size in the standard"
                        + " population");
        assertThatThrownBy(() -> new StandardStratum("a", -1, 2, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("stratum 'a' needs 0 or more events; has -1");
        assertThatThrownBy(() -> new StandardStratum("a", 1, 2, -1))
                .isInstanceOf(InputException.class)
                .hasMessage("stratum 'a' needs a standard weight of 0 or more; has -1.0");
        assertThatThrownBy(() -> DirectStandardization.ofProportions(List.of(new StandardStratum("a", 3, 2, 1))))
                .isInstanceOf(InputException.class)
                .hasMessage("stratum 'a' has 3 events among 2.0 people; a proportion has at most one a person");
    }

    /** Breslow and Day 1987, table 2.11, p. 69: 24 deaths, exact limits 15.4 to 35.7 by their table. */
    @Test
    void a_standardized_ratio_is_observed_over_expected() {
        StandardizedRatio ratio = StandardizedRatio.of(
                List.of(new StandardStratum("young", 4, 1000, 0.005), new StandardStratum("old", 20, 500, 0.02)));
        assertThat(ratio).isEqualTo(new StandardizedRatio(24, 15));
        Interval exact = ratio.estimate().interval();
        assertThat(exact.lower() * 15).isCloseTo(15.4, within(0.05));
        assertThat(exact.upper() * 15).isCloseTo(35.7, within(0.05));
        assertThat(ratio.rate(0.01, RateInterval.EXACT, 0.95).value()).isCloseTo(0.016, within(1e-15));
        assertThat(ratio.test(RateInterval.EXACT).pValue())
                .isCloseTo(RateInterval.EXACT.pValue(new Rate(24, 15), 1), within(0.0));
        assertThat(ratio).hasToString("24/15 = 1.60");
    }

    @Test
    void wrong_ratios_are_refused() {
        assertThatThrownBy(() -> new StandardizedRatio(-1, 2))
                .isInstanceOf(InputException.class)
                .hasMessage("a standardized ratio needs 0 or more observed events; was -1");
        assertThatThrownBy(() -> new StandardizedRatio(1, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("a standardized ratio needs expected events above 0; was 0.0");
        assertThatThrownBy(() -> new StandardizedRatio(1, 2).rate(0, RateInterval.EXACT, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessage("the standard's crude rate must be above 0; was 0.0");
    }
}
