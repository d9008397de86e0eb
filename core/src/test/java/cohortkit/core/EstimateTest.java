package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EstimateTest {

    private static final Convention LOG_WALD = Convention.of("ratio of two risks", "log Wald");

    @Test
    void prints_a_ratio_with_its_interval_and_method() {
        assertThat(new Estimate(Measure.RISK_RATIO, 2.17, new Interval(1.348, 3.494, 0.95), LOG_WALD))
                .hasToString("2.17 (95 % CI 1.35 to 3.49; log Wald)");
    }

    @Test
    void prints_a_proportion_in_percent() {
        assertThat(new Estimate(Measure.PREVALENCE, 0.5, new Interval(0.25, 1, 0.9), Convention.of("x/n", "Wilson")))
                .hasToString("50.0 % (90 % CI 25.0 to 100.0; Wilson)");
    }

    @Test
    void prints_a_bound_that_is_infinite() {
        assertThat(new Estimate(
                        Measure.ODDS_RATIO,
                        Double.POSITIVE_INFINITY,
                        new Interval(1.5, Double.POSITIVE_INFINITY, 0.95),
                        Convention.of("", "")))
                .hasToString("Inf (95 % CI 1.50 to Inf)");
    }

    @ParameterizedTest
    @CsvSource({"0.1425, 1, 14.3", "0.5, 0, 50", "-0.00001, 1, 0.0", "NaN, 1, NA", "Infinity, 1, Inf"})
    void rounds_a_percentage_by_the_digits_of_the_share(double share, int decimals, String text) {
        assertThat(DisplayNumber.percent(share, decimals)).isEqualTo(text);
    }

    @Test
    void prints_a_value_without_interval_alone() {
        assertThat(Estimate.withoutInterval(Measure.COUNT, 333, LOG_WALD)).hasToString("333");
        assertThat(Estimate.withoutInterval(Measure.P_VALUE, 1e-9, LOG_WALD)).hasToString("<0.0001");
    }

    @Test
    void an_interval_has_its_limits_in_order_and_a_level_between_0_and_1() {
        assertThat(new Interval(1, 2, 0.95).contains(2)).isTrue();
        assertThat(new Interval(1, 2, 0.95).contains(2.1)).isFalse();
        assertThat(new Interval(1.348, 3.494, 0.999)).hasToString("99.9 % CI 1.35 to 3.49");
        assertThat(Interval.none().exists()).isFalse();
        assertThat(Interval.none()).hasToString("no interval");
        assertThatThrownBy(() -> new Interval(2, 1, 0.95)).hasMessage("lower limit 2.0 is above the upper limit 1.0");
        assertThatThrownBy(() -> new Interval(1, 2, 95)).hasMessage("level must be in (0, 1), such as 0.95; was 95.0");
        assertThatThrownBy(() -> Interval.requireLevel(0)).isInstanceOf(InputException.class);
    }

    @Test
    void a_convention_names_all_that_is_set() {
        assertThat(LOG_WALD.withCorrection("Yates")
                        .withZeroCells("none")
                        .withReference("rls = no")
                        .withDenominator("320 of 333"))
                .hasToString("ratio of two risks; interval log Wald; correction Yates; zero cells none; reference "
                        + "rls = no; n: 320 of 333");
        assertThat(LOG_WALD.withInterval("score")).isNotEqualTo(LOG_WALD);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void a_measure_names_itself_and_its_null_value_fits_its_scale(Measure measure) {
        assertThat(measure.label()).isNotBlank();
        assertThat(measure.symbol()).isNotBlank();
        assertThat(measure.isPercent()).isEqualTo(measure.scale() == Scale.LOGIT);
        assertThat(measure.hasNull()).isEqualTo(!Double.isNaN(measure.nullValue()));
        if (measure.scale() == Scale.LOG && measure.hasNull()) {
            assertThat(measure.nullValue()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "13.85, 1, 13.9",
        "0.125, 2, 0.13",
        "-0.001, 1, 0.0",
        "1e10, 1, 10000000000.0",
        "NaN, 1, NA",
        "Infinity, 1, Inf",
        "-Infinity, 1, -Inf",
    })
    void rounds_half_up_to_fixed_decimals(double x, int decimals, String text) {
        assertThat(DisplayNumber.fixed(x, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.00", "-2.5, -2.50", "0.07, 0.0700", "123456, 123000", "0.0123456, 0.0123", "NaN, NA"})
    void keeps_the_zeros_of_significant_digits(double x, String text) {
        assertThat(DisplayNumber.significant(x, 3)).isEqualTo(text);
    }

    @Test
    void an_undefined_value_says_why() {
        Convention empty = LOG_WALD.withZeroCells("undefined: nobody is exposed");
        assertThat(new Estimate(Measure.RISK_RATIO, Double.NaN, new Interval(0, Double.POSITIVE_INFINITY, 0.95), empty))
                .hasToString("NA (undefined: nobody is exposed)");
    }

    @ParameterizedTest
    @CsvSource({"2.174, 2.17", "0.0123456, 0.0123", "1234.5, 1235", "123.45, 123", "0, 0", "1.234e12, 1.23E+12"})
    void prints_ratios_with_sense(double x, String text) {
        assertThat(DisplayNumber.ratio(x)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.00394, 1.0039",
        "0.00001234, 0.0000123",
        "0, 0.0000",
        "-111.28645, -111.2865",
        "NaN, NA",
        "2e7, 20000000"
    })
    void prints_coefficients_with_four_decimals(double x, String text) {
        assertThat(DisplayNumber.coefficient(x)).isEqualTo(text);
        assertThat(Estimate.withoutInterval(Measure.COEFFICIENT, x, LOG_WALD)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.050", "0.0042, 0.0042", "0.00001, <0.0001", "1, 1.000", "NaN, NA"})
    void prints_p_values(double p, String text) {
        assertThat(DisplayNumber.pValue(p)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"95, 95", "0.1, 0.1", "1e-20, 1E-20", "-2.50, -2.5", "0, 0", "NaN, NA", "1e15, 1000000000000000"})
    void prints_the_shortest_number(double x, String text) {
        assertThat(DisplayNumber.shortest(x)).isEqualTo(text);
    }
}
