package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import cohortkit.core.Cohort;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear models against the values that NIST certifies, to the digits that the condition of each problem leaves. */
class CertifiedLinearTest {

    private static List<Reference> certified(String name) {
        return Reference.rows("strd")
                .filter(row -> row.text("name").equals(name))
                .toList();
    }

    private static Cohort data(String name) {
        List<Reference> rows = Reference.rows("strd-data")
                .filter(row -> row.text("name").equals(name))
                .toList();
        List<String> names = Stream.of("y", "x1", "x2", "x3", "x4", "x5", "x6")
                .filter(column -> !rows.get(0).text(column).isEmpty())
                .toList();
        double[][] columns = names.stream()
                .map(column ->
                        rows.stream().mapToDouble(row -> row.number(column)).toArray())
                .toArray(double[][]::new);
        return DataSet.of(String.join(" ", names), columns);
    }

    @ParameterizedTest
    @CsvSource({
        "Norris, y ~ x1, 36, 12",
        "Longley, y ~ x1 + x2 + x3 + x4 + x5 + x6, 16, 11",
        "NoInt1, y ~ x1 - 1, 11, 14",
        "NoInt2, y ~ x1 - 1, 3, 14",
        "Wampler4, y ~ x1 + x2 + x3 + x4 + x5, 21, 8"
    })
    void estimates_and_errors_are_the_certified_ones(String name, String formula, int observations, int digits) {
        Fit fit = Model.LINEAR.of(formula).fit(data(name));

        double tolerance = 100 * Math.pow(10, -digits);
        List<Reference> expected = certified(name);
        assertThat(fit.observations()).isEqualTo(observations);
        assertThat(fit.terms())
                .containsExactlyElementsOf(
                        expected.stream().map(row -> row.text("term")).toList());
        for (int j = 0; j < expected.size(); j++) {
            Reference row = expected.get(j);
            Coefficient found = fit.coefficients().get(j);
            assertThat(found.estimate())
                    .as(row.text("term"))
                    .isCloseTo(row.number("estimate"), withinPercentage(tolerance));
            assertThat(found.standardError())
                    .as(row.text("term"))
                    .isCloseTo(row.number("std_error"), withinPercentage(tolerance));
            assertThat(Math.sqrt(fit.dispersion())).isCloseTo(row.number("sigma"), withinPercentage(tolerance));
        }
    }

    @Test
    void a_polynomial_without_error_has_its_coefficients_and_says_that_it_is_perfect() {
        Fit fit = Model.LINEAR.of("y ~ x1 + x2 + x3 + x4 + x5").fit(data("Wampler1"));

        assertThat(fit.coefficients()).hasSameSizeAs(certified("Wampler1"));
        for (Coefficient coefficient : fit.coefficients()) {
            assertThat(coefficient.estimate()).as(coefficient.term()).isCloseTo(1, within(1e-8));
        }
        assertThat(fit.notes())
                .containsExactly("the fit is perfect to rounding; standard errors and p-values mean nothing");
    }

    /** The tenth power is a combination of the lower ones to all digits of a double; R drops it too. */
    @Test
    void powers_up_to_the_tenth_are_out_of_reach_and_the_fit_says_so() {
        String powers = String.join(
                " + ",
                IntStream.rangeClosed(2, 10).mapToObj(k -> "I(x1^" + k + ")").toList());
        Fit fit = Model.LINEAR.of("y ~ x1 + " + powers).fit(data("Filip"));

        assertThat(fit.aliased()).containsExactly("I(x1^10)");
        assertThat(fit.notes())
                .containsExactly("I(x1^10) is aliased: a linear combination of the terms before it; left out");
    }

    /** The same polynomial on orthogonal columns: the residual is that of the certified one. */
    @Test
    void orthogonal_columns_bring_them_within_reach() {
        Fit fit = Model.LINEAR.of("y ~ poly(x1, 10)").fit(data("Filip"));

        Reference row = certified("Filip").get(0);
        assertThat(fit.aliased()).isEmpty();
        assertThat(fit.glance().dfResidual()).isEqualTo(71);
        assertThat(Math.sqrt(fit.dispersion())).isCloseTo(row.number("sigma"), withinPercentage(1e-9));
    }
}
