package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.PairedChange;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Check;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rates, standard errors, predictive values and paired tests. */
class QuotientsTest {

    private static Kind kind(Check check) {
        return check.checked().verdict().kind();
    }

    @Test
    void rates_and_standardized_ratios_are_quotients() {
        assertThat(kind(Quotient.rate("12", "3,456", 1000, "3.5"))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(Quotient.rate("12", "3,456", 1000, "3.4"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(Quotient.rate("12", "3,456", 1000, "3.6"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(Quotient.standardizedRatio("64", "45.6", "1.404"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(Quotient.standardizedRatio("64", "45.6", "1.60"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(Quotient.standardizedRatio("3", "0.0", ">100"))).isEqualTo(Kind.POSSIBLE);
        assertThat(Quotient.rate("12", "3,456", 1000, "3.5").checked().figures())
                .isEqualTo("12 / 3,456 = 3.5 per 1000");
        assertThatThrownBy(() -> Quotient.rate("12", "3456", 0, "3.5"))
                .hasMessage("a rate is per a number above 0, such as 1000; was 0.0");
        assertThatThrownBy(() -> Quotient.rate("12", "-3", 1, "3.5")).hasMessageContaining("a denominator above 0");
    }

    @Test
    void a_standard_error_is_the_deviation_over_the_root_of_n() {
        assertThat(kind(StandardErrorOfMean.of("10.24", "0.72", 200))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(StandardErrorOfMean.of("10.24", "0.8", 200))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(StandardErrorOfMean.of("10.24", "0.7", 200))).isEqualTo(Kind.CONSISTENT);
        assertThatThrownBy(() -> StandardErrorOfMean.of("1", "1", 0)).hasMessageContaining("at least 1 person");
    }

    @Test
    void predictive_values_follow_from_bayes() {
        // Se 0.9, Sp 0.84 at 14 %: 0.126 / (0.126 + 0.1376) = 0.478; 0.7224 / (0.7224 + 0.014) = 0.981.
        assertThat(kind(PredictiveValues.of("90%", "84%", "14%", "48%", "98%"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(PredictiveValues.of("90%", "84%", "14%", ">40%", ">97%")))
                .isEqualTo(Kind.CONSISTENT);
        assertThat(kind(PredictiveValues.of("90%", "84%", "14%", "60%", "98%"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(PredictiveValues.of("90%", "84%", "14%", "48%", "90%"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(PredictiveValues.of("100.0%", "100.0%", "0.0%", "100%", "100%")))
                .isNotEqualTo(Kind.CONTRADICTED);
        Printed share = Printed.parse("90%");
        assertThatThrownBy(() -> new PredictiveValues(share, share, share, Optional.empty(), Optional.empty()))
                .hasMessage("give a positive or a negative predictive value to check");
        assertThatThrownBy(() -> PredictiveValues.of("90", "84%", "14%", "48%", "98%"))
                .hasMessage("a share is at most 1, or 100%; was '90': is a % missing?");
    }

    @Test
    void a_paired_test_finds_the_correlation_over_the_rounding_box() {
        PrintedRange box =
                PairedTest.of("33 ± 16", "21 ± 23", 10, "p=0.07").correlations().orElseThrow();
        PrintedRange point = new PairedChange(33, 16, 21, 23, 10)
                .correlationsFor(Printed.parse("p=0.07"))
                .orElseThrow();
        assertThat(box.lower()).isLessThan(point.lower()).isGreaterThan(0.4);
        assertThat(box.upper()).isGreaterThan(point.upper()).isLessThan(0.8);
        assertThat(kind(PairedTest.of("33 ± 16", "21 ± 23", 10, "p=0.07"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(PairedTest.of("17 ± 7", "7 ± 7", 10, "p<0.05"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(PairedTest.of("17 ± 7", "7 ± 7", 10, "p<0.2"))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(PairedTest.of("17 ± 7", "7 ± 7", 10, "p=0.5"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(PairedTest.of("17.0 ± 7.0", "17.0 ± 7.0", 10, "p=1"))).isEqualTo(Kind.POSSIBLE);
        assertThatThrownBy(() -> PairedTest.of("17", "7 ± 7", 10, "p=0.5"))
                .hasMessage("'17' is no mean with its spread, such as 17 ± 7");
    }

    @Test
    void the_paired_range_of_p_holds_every_point_of_the_box() {
        PairedTest test = PairedTest.of("33 ± 16", "21 ± 23", 10, "p=0.07");
        for (double r : new double[] {-1, -0.5, 0, 0.5, 0.9}) {
            double p = new PairedChange(33.4, 16.4, 20.6, 22.6, 10).pValue(r);
            PairedTest printed = new PairedTest(
                    test.before(), test.after(), 10, Printed.parse(cohortkit.core.DisplayNumber.fixed(p, 12)));
            assertThat(kind(printed)).isEqualTo(Kind.POSSIBLE);
            assertThat(printed.correlations().orElseThrow().contains(r)).isTrue();
        }
    }
}
