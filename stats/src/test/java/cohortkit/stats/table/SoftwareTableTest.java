package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.Prevalence;
import cohortkit.stats.Proportion;
import cohortkit.stats.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftwareTableTest {

    private static final TwoByTwo TABLE = new TwoByTwo(12, 55, 16, 125);
    private static final TwoByTwo EMPTY = new TwoByTwo(0, 5, 4, 6);

    @Test
    void stata_prints_exact_limits_around_the_cross_product() {
        Estimate odds = TABLE.as(Software.STATA).oddsRatio().get(0);
        assertThat(odds.value()).isCloseTo(1500.0 / 880, within(1e-14));
        assertThat(odds.interval().lower()).isCloseTo(0.6846976436, within(5e-11));
        assertThat(TABLE.as(Software.STATA).riskRatio()).hasToString("[1.58 (95 % CI 0.79 to 3.15; log Wald)]");
        assertThat(TABLE.as(Software.STATA).fisher()).isEmpty();
    }

    /**
     * R 4.2.2: prop.test(c(12, 16), c(67, 141)), chisq.test, to their printed digits. Its fisher.test stops at
     * 1.699814055, 5e-5 short of the estimate that uniroot(tol = 1e-15) finds.
     */
    @Test
    void r_corrects_and_has_no_risk_ratio() {
        SoftwareTable r = TABLE.as(Software.R);
        assertThat(r.riskRatio()).isEmpty();
        assertThat(r.oddsRatio().get(0).value()).isCloseTo(1.69989664452246, within(5e-15));
        assertThat(r.riskDifference().get(0).interval().lower()).isCloseTo(-0.05107, within(5e-6));
        assertThat(r.toString()).isEqualTo("""
                2x2 table as R
                OR  1.70 (95 % CI 0.68 to 4.13; exact)
                RD  0.0656 (95 % CI -0.0511 to 0.18; Wald, continuity-corrected)
                Pearson chi-square with continuity correction: 1.16, df 1, p = 0.281
                Fisher exact, minimum likelihood: p = 0.200""");
        assertThat(TableDefaults.of(Software.R).cochranMantelHaenszel()).isEqualTo(Correction.YATES);
    }

    @Test
    void packages_treat_empty_cells_each_in_its_way() {
        Estimate shifted = EMPTY.as(Software.STATSMODELS).oddsRatio().get(0);
        assertThat(shifted.value()).isCloseTo(0.5 * 6 / (5 * 4), within(1e-15));
        assertThat(shifted.convention().zeroCells()).isEqualTo("empty cells made 0.5");
        assertThat(EMPTY.as(Software.STATSMODELS).riskRatio().get(0).value()).isCloseTo(0.5 / 5.5 / 0.4, within(1e-15));
        assertThat(EMPTY.as(Software.EPIR).oddsRatio()).hasToString("[NA (no answer with an empty cell)]");
        assertThat(EMPTY.as(Software.EPI_INFO).riskRatio()).hasToString("[NA (no answer with an empty cell)]");
        assertThat(EMPTY.as(Software.OURS).oddsRatio()).hasToString("[0 (95 % CI 0 to Inf; log Wald)]");
        Estimate jamovi = ZeroCells.HALF_IN_ALL_IF_EMPTY.oddsRatio(EMPTY, 0.95);
        assertThat(jamovi.value()).isCloseTo(0.5 * 6.5 / (5.5 * 4.5), within(1e-15));
        assertThat(ZeroCells.HALF_IN_ALL_IF_EMPTY.riskRatio(EMPTY, 0.95).value())
                .isCloseTo(0.5 / 6 / (4.5 / 11), within(1e-15));
        assertThat(ZeroCells.HALF_IN_ALL_IF_EMPTY.oddsRatio(TABLE, 0.95)).isEqualTo(TABLE.oddsRatio());
        assertThat(ZeroCells.HALF_IN_ALL.oddsRatio(TABLE, 0.95).value())
                .isEqualTo(TABLE.oddsRatio(OddsRatioInterval.HALDANE_ANSCOMBE).value());
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void every_package_has_rows_whatever_the_table(Software software) {
        for (int cells = 0; cells < 256; cells++) {
            TwoByTwo t = new TwoByTwo(cells & 3, cells >> 2 & 3, cells >> 4 & 3, cells >> 6);
            assertThat(t.as(software).rows()).isNotEmpty().allSatisfy(row -> {
                if (Double.isNaN(row.estimate()) && !row.measure().equals("association")) {
                    assertThat(row.pValue()).isNaN();
                }
            });
        }
        assertThat(software.label()).isNotEmpty();
    }

    @Test
    void a_proportion_is_printed_as_each_package_does() {
        Proportion proportion = new Proportion(36, 154);
        assertThat(proportion.as(Software.R))
                .hasToString("[23.4 % (95 % CI 16.9 to 30.9; Clopper-Pearson),"
                        + " 23.4 % (95 % CI 17.1 to 31.0; Wilson, continuity-corrected)]");
        assertThat(new Proportion(5, 10).as(Software.R).get(1).convention().interval())
                .isEqualTo("Wilson");
        assertThat(proportion.as(Software.SAS)).hasSize(2);
        assertThat(proportion.as(Software.STATSMODELS)).hasToString("[23.4 % (95 % CI 16.7 to 30.1; Wald)]");
        assertThat(proportion.as(Software.EPIR)).isEqualTo(proportion.as(Software.OURS));
        assertThatThrownBy(() -> proportion.as(Software.EPI_INFO))
                .isInstanceOf(InputException.class)
                .hasMessage("the interval that Epi Info prints for a proportion is not established; name a method"
                        + " instead, such as clopper_pearson");
        Prevalence prevalence = Prevalence.of(Tables.cohort("x", "1", "0", "0", "1", "0"), "x");
        assertThat(prevalence.as(Software.STATA)).hasToString("[2/5 = 40.0 % (95 % CI 5.3 to 85.3; Clopper-Pearson)]");
        assertThat(prevalence.as(Software.STATA).get(0).estimate().convention().denominator())
                .isEqualTo("5 of 5 rows");
    }
}
