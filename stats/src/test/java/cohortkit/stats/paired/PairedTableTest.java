package cohortkit.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.table.TableRow;
import cohortkit.stats.table.Tables;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTableTest {

    private static final PairedTable PAIRS = new PairedTable(20, 12, 5, 13);
    private static final double[] LEVELS = {0.5, 0.8, 0.95, 0.999, 1 - 1e-12};

    static Stream<PairedTable> tables() {
        SplittableRandom random = new SplittableRandom(19470601);
        return Stream.generate(() -> new PairedTable(
                        random.nextInt(40), 1 + random.nextInt(40), 1 + random.nextInt(40), random.nextInt(40)))
                .limit(200);
    }

    @Test
    void answers_read_like_a_paper() {
        assertThat(PAIRS.oddsRatio()).hasToString("2.40 (95 % CI 0.85 to 6.81; log Wald)");
        assertThat(PAIRS.difference().toString()).startsWith("0.14 (95 % CI ").endsWith("; Tango score)");
        assertThat(PAIRS.oddsRatio(PairedOddsRatioInterval.EXACT, 0.95)
                        .convention()
                        .estimator())
                .isEqualTo("ratio of discordant pairs");
        assertThat(McNemar.test(PAIRS)).hasToString("McNemar chi-square: 2.88, df 1, p = 0.090");
        assertThat(PAIRS)
                .hasToString("table of 50 pairs\n"
                        + "               second  not second       total\n"
                        + "first              20          12          32\n"
                        + "not first           5          13          18\n"
                        + "total              25          25          50");
    }

    @Test
    void a_cohort_is_counted_and_its_missing_rows_are_told() {
        Cohort cohort = Tables.cohort("before,after", "no,yes", "yes,yes", "yes,no", "no,no", "yes,no", ",yes", "no,");
        PairedTable table = PairedTable.of(cohort, "before", "after");

        assertThat(List.of(table.both(), table.firstOnly(), table.secondOnly(), table.neither()))
                .containsExactly(1L, 2L, 1L, 1L);
        assertThat(table.toString()).startsWith("before and after: 5 pairs, 2 left out\n");
        assertThat(table.difference().convention().denominator())
                .isEqualTo("5 of 7 pairs, complete in before and after");
        Cohort grouped = Tables.cohort("x,y,n", "no,yes,7", "yes,no,3", "yes,yes,1");
        assertThat(PairedTable.of(grouped, "x", "y", "n").oddsRatio().value()).isEqualTo(3 / 7.0);
        AgreementTable ratings = AgreementTable.of(cohort, "before", "after");
        assertThat(ratings.count(0, 1)).isEqualTo(1);
        assertThat(ratings.kappa().convention().denominator()).isEqualTo("5 of 7 pairs, complete in before and after");
        assertThat(ratings.kappa().value()).isCloseTo(table.agreement().kappa().value(), within(1e-15));
    }

    @Test
    void without_discordant_pairs_the_reason_is_given() {
        PairedTable alike = new PairedTable(20, 0, 0, 20);

        assertThat(alike.oddsRatio()).hasToString("NA (undefined: no discordant pair)");
        assertThat(McNemar.test(alike, McNemarMethod.EXACT).pValue()).isEqualTo(1);
        assertThat(McNemar.test(alike, McNemarMethod.MID_P).pValue()).isEqualTo(1);
        assertThatThrownBy(() -> McNemar.test(alike))
                .isInstanceOf(InputException.class)
                .hasMessage("McNemar chi-square needs a discordant pair; there is none among 40 pairs. "
                        + "Use McNemarMethod.EXACT, whose p-value is then 1");
        double z = 1.959963984540054;
        assertThat(alike.difference().interval().upper()).isCloseTo(z * z / (40 + z * z), within(1e-15));
        assertThat(alike.difference(PairedDifferenceInterval.WALD, 0.95)
                        .convention()
                        .zeroCells())
                .isEqualTo("Wald has no width where all pairs are alike");
        assertThat(new PairedTable(0, 0, 0, 0).difference()).hasToString("NA (undefined: there are no pairs)");
    }

    @Test
    void empty_cells_give_zero_or_infinity() {
        PairedTable none = new PairedTable(4, 0, 3, 5);
        assertThat(none.oddsRatio()).hasToString("0 (95 % CI 0 to Inf; log Wald)");
        assertThat(none.oddsRatio().convention().zeroCells())
                .isEqualTo("log Wald has no limits with an empty cell: 0 to Inf");
        Estimate above = new PairedTable(4, 3, 0, 5).oddsRatio(PairedOddsRatioInterval.EXACT, 0.95);
        assertThat(above.value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(above.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
        // P(X = 3) = p^3 is in the tail: p = 0.025^(1/3).
        double p = Math.cbrt(0.025);
        assertThat(above.interval().lower()).isCloseTo(p / (1 - p), within(1e-13));
    }

    @Test
    void bad_counts_are_refused() {
        assertThatThrownBy(() -> new PairedTable(1, -2, 3, 4))
                .isInstanceOf(InputException.class)
                .hasMessage("a table holds counts of 0 or more; was 1, -2, 3, 4");
        assertThatThrownBy(() -> PAIRS.difference(PairedDifferenceInterval.TANGO, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("level must be in (0, 1), such as 0.95; was 1.0");
        assertThatThrownBy(() -> AgreementTable.of(new long[][] {{1, 2}, {3}}))
                .isInstanceOf(InputException.class)
                .hasMessage("agreement needs as many rows as columns, at least 2; the rows hold [2, 1] counts");
        assertThatThrownBy(() -> AgreementTable.of(new long[][] {{1, 2}, {3, -4}}))
                .isInstanceOf(InputException.class)
                .hasMessage("a table holds counts of 0 or more; was -4");
        assertThatThrownBy(() -> AgreementTable.of(new long[][] {{Long.MAX_VALUE, 0}, {0, 1}}))
                .isInstanceOf(InputException.class)
                .hasMessage("the counts add up to more than 2^63 - 1");
        Cohort cohort = Tables.cohort("x,y", "a,a", "b,c");
        assertThatThrownBy(() -> AgreementTable.of(cohort, "x", "y"))
                .isInstanceOf(InputException.class)
                .hasMessage("'x' has the levels [a, b], 'y' has [a, c]; agreement needs the same levels in one order: "
                        + "give both in the codebook");
    }

    @Test
    void kappa_without_information_says_so() {
        AgreementTable one = AgreementTable.of(new long[][] {{9, 0}, {0, 0}});
        assertThat(one.kappa()).hasToString("NA (undefined: all pairs are in one category)");
        assertThatThrownBy(one::test)
                .isInstanceOf(InputException.class)
                .hasMessage("kappa cannot be tested: all pairs are in one category");
        AgreementTable single = AgreementTable.of(new long[][] {{9, 4}, {0, 0}});
        assertThat(single.kappa().value()).isCloseTo(0, within(1e-15));
        assertThatThrownBy(single::test)
                .isInstanceOf(InputException.class)
                .hasMessage("kappa cannot be tested: one rater used a single category, so that kappa is 0");
        assertThatThrownBy(() -> AgreementTable.of(new long[][] {{0, 0, 1}, {0, 0, 2}, {0, 0, 0}})
                        .test())
                .isInstanceOf(InputException.class)
                .hasMessage("kappa cannot be tested: one rater used a single category, so that kappa is 0");
        long[][] apart = {{0, 0, 1, 2}, {0, 0, 2, 1}, {0, 0, 0, 0}, {0, 0, 0, 0}};
        assertThatThrownBy(() -> AgreementTable.of(apart).test())
                .isInstanceOf(InputException.class)
                .hasMessage("kappa cannot be tested: the raters share no category, so that kappa is 0");
        AgreementTable full = AgreementTable.of(new long[][] {{9, 0}, {0, 4}});
        assertThat(full.kappa().interval()).isEqualTo(new Interval(1, 1, 0.95));
        assertThat(AgreementTable.of(new long[2][2]).agreement()).hasToString("NA (undefined: there are no pairs)");
        assertThat(full).hasToString("13 subjects in 2 categories, 13 alike");
    }

    @Test
    void swapping_first_and_second_inverts_ratios_and_turns_differences_round() {
        tables().forEach(t -> {
            for (PairedOddsRatioInterval method : PairedOddsRatioInterval.values()) {
                Interval there = t.oddsRatio(method, 0.95).interval();
                Interval back = t.swapped().oddsRatio(method, 0.95).interval();
                assertThat(there.lower() * back.upper()).isCloseTo(1, within(1e-12));
            }
            for (PairedDifferenceInterval method : PairedDifferenceInterval.values()) {
                Interval there = t.difference(method, 0.95).interval();
                Interval back = t.swapped().difference(method, 0.95).interval();
                assertThat(there.lower()).isCloseTo(-back.upper(), within(1e-14));
            }
        });
    }

    /** At the level 1 - p the interval touches the value of no association. */
    @Test
    void interval_and_p_value_agree() {
        tables().filter(t -> t.firstOnly() > t.secondOnly()).forEach(t -> {
            for (PairedOddsRatioInterval method : PairedOddsRatioInterval.values()) {
                double p = method.pValue(t);
                if (p < 1 && p > 1e-6) {
                    assertThat(t.oddsRatio(method, 1 - p).interval().lower()).isCloseTo(1, within(1e-9));
                }
            }
            double p = McNemar.test(t).pValue();
            assertThat(t.difference(PairedDifferenceInterval.TANGO, 1 - p)
                            .interval()
                            .lower())
                    .isCloseTo(0, within(1e-9));
        });
    }

    @Test
    void a_higher_level_is_never_narrower() {
        tables().forEach(t -> {
            double before = Double.POSITIVE_INFINITY;
            for (double level : LEVELS) {
                Interval interval =
                        t.difference(PairedDifferenceInterval.TANGO, level).interval();
                assertThat(interval.lower()).isBetween(-1.0, Math.min(before, 1));
                before = interval.lower();
            }
        });
    }

    @Test
    void a_million_million_pairs_keep_their_digits() {
        PairedTable t = new PairedTable(250_000_000_000L, 250_000_300_000L, 250_000_000_000L, 249_999_700_000L);
        double z = 300_000 / Math.sqrt(500_000_300_000.0);
        assertThat(PairedDifferenceInterval.TANGO.statistic(t)).isCloseTo(z, within(1e-14));
        Interval tango = t.difference().interval();
        double half = 1.959963984540054 * Math.sqrt(0.5) / 1e6;
        assertThat(tango.upper() - tango.lower()).isCloseTo(2 * half, within(1e-11));
        assertThat(McNemar.test(t, McNemarMethod.MID_P).pValue())
                .isCloseTo(McNemar.test(t).pValue(), within(1e-9));
    }

    /** Whole-number arithmetic: the sum of the binomial coefficients up to k over 2^m. */
    @ParameterizedTest
    @CsvSource({"4000, 9001", "4851, 10000", "4851, 10001", "5700, 12001", "100, 10002", "9900, 20001"})
    void exact_p_values_hold_past_ten_thousand_pairs(int k, int m) {
        BigInteger term = BigInteger.ONE;
        BigInteger sum = term;
        for (int j = 1; j <= k; j++) {
            term = term.multiply(BigInteger.valueOf(m - j + 1)).divide(BigInteger.valueOf(j));
            sum = sum.add(term);
        }
        MathContext digits = new MathContext(40);
        double p = new BigDecimal(sum.shiftLeft(1))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(m)), digits)
                .doubleValue();
        assertThat(McNemar.test(new PairedTable(0, k, m - k, 0), McNemarMethod.EXACT)
                        .pValue())
                .isCloseTo(p, within(p * 2e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 2, 5, 20, 37})
    void sum_and_expansion_of_a_tail_agree(double z) {
        long m = 100_000_000_000L;
        long k = Math.round((m - z * Math.sqrt((double) m)) / 2);
        double sum = HalfBinomial.summed(k, m, HalfBinomial.point(k, m));
        assertThat(HalfBinomial.expanded(k, m) / sum).isCloseTo(1, within(3e-11));
    }

    @Test
    void every_small_table_has_every_measure() {
        for (int cells = 0; cells < 256; cells++) {
            PairedTable t = new PairedTable(cells & 3, cells >> 2 & 3, cells >> 4 & 3, cells >> 6);
            for (double level : LEVELS) {
                assertThat(t.measures(level)).hasSize(12).allSatisfy(PairedTableTest::assertWhole);
            }
        }
    }

    private static void assertWhole(TableRow row) {
        if (row.measure().equals("association")) {
            assertThat(Double.isNaN(row.pValue())).isEqualTo(row.method().contains("undefined"));
        } else if (Double.isNaN(row.estimate())) {
            assertThat(row.method()).contains("undefined");
        } else {
            assertThat(row.estimate()).isBetween(row.confLow() - 1e-15, row.confHigh() + 1e-15);
        }
    }
}
