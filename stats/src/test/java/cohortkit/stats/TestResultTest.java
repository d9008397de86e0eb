package cohortkit.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestResultTest {

    @Test
    void prints_what_there_is() {
        assertThat(new TestResult("Pearson chi-square", 9.2033, 1, 0.0024157))
                .hasToString("Pearson chi-square: 9.20, df 1, p = 0.0024");
        assertThat(new TestResult("Welch t", 2.1, 17.776473516178, 0.05))
                .hasToString("Welch t: 2.10, df 17.8, p = 0.050");
        assertThat(new TestResult("Fisher exact", Double.NaN, Double.NaN, 1e-9))
                .hasToString("Fisher exact: p < 0.0001");
    }

    @Test
    void the_normal_distribution_keeps_its_tail() {
        assertThat(StandardNormal.quantile(0.95)).isCloseTo(1.959963984540054, within(1e-15));
        assertThat(StandardNormal.pValue(-1.959963984540054)).isCloseTo(0.05, within(1e-16));
        assertThat(StandardNormal.pValue(37)).isBetween(1.14e-299, 1.15e-299);
        assertThat(StandardNormal.pValue(Double.NaN)).isNaN();
    }
}
