package cohortkit.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.InputException;
import cohortkit.stats.Reference;
import cohortkit.stats.TestResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestsReferenceTest {

    static List<Reference> references() {
        return Reference.rows("tests.csv");
    }

    static Stream<TwoByTwo> tables() {
        return RandomTables.of(40, 60);
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(references()).hasSize(132);
    }

    @ParameterizedTest
    @MethodSource("references")
    void tests_agree_with_references(Reference row) {
        TwoByTwo table = new TwoByTwo(row.count("a"), row.count("b"), row.count("c"), row.count("d"));
        TestResult test = switch (row.text("test")) {
            case "PEARSON" -> ChiSquare.test(table);
            case "YATES" -> ChiSquare.test(table, Correction.YATES);
            case "LIKELIHOOD_RATIO" -> LikelihoodRatioChiSquare.test(table);
            case "FISHER_MINLIKE" -> FisherExact.test(table);
            case "FISHER_CENTRAL" -> FisherExact.test(table, TwoSided.CENTRAL);
            case "FISHER_MIDP" -> FisherExact.test(table, TwoSided.MID_P);
            default -> throw new AssertionError(row);
        };
        row.assertClose(test.statistic(), row.number("statistic"));
        row.assertClose(test.df(), row.number("df"));
        assertThat(test.pValue()).isBetween(0.0, 1.0);
        row.assertClose(test.pValue() / row.number("p"), 1);
    }

    /** Whole-number arithmetic: no rounding at all until the last division. */
    @ParameterizedTest
    @MethodSource("tables")
    void fisher_agrees_with_whole_number_arithmetic(TwoByTwo t) {
        long low = Math.max(0, t.events() - t.unexposed());
        long high = Math.min(t.exposed(), t.events());
        BigInteger observed = weight(t, t.a());
        BigInteger total = BigInteger.ZERO;
        BigInteger unlikely = BigInteger.ZERO;
        BigInteger below = BigInteger.ZERO;
        BigInteger above = BigInteger.ZERO;
        for (long x = low; x <= high; x++) {
            BigInteger weight = weight(t, x);
            total = total.add(weight);
            unlikely = weight.compareTo(observed) <= 0 ? unlikely.add(weight) : unlikely;
            below = x <= t.a() ? below.add(weight) : below;
            above = x >= t.a() ? above.add(weight) : above;
        }
        assertThat(FisherExact.test(t).pValue()).isCloseTo(ratio(unlikely, total), within(1e-13));
        double central = Math.min(1, 2 * ratio(below.min(above), total));
        assertThat(FisherExact.test(t, TwoSided.CENTRAL).pValue()).isCloseTo(central, within(1e-13));
    }

    private static BigInteger weight(TwoByTwo t, long x) {
        return choose(t.exposed(), x).multiply(choose(t.unexposed(), t.events() - x));
    }

    private static BigInteger choose(long n, long k) {
        BigInteger product = BigInteger.ONE;
        for (long i = 1; i <= k; i++) {
            product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return product;
    }

    private static double ratio(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }

    @ParameterizedTest
    @EnumSource(TwoSided.class)
    void tables_of_a_million_million_agree_with_the_chi_square(TwoSided method) {
        TwoByTwo table = new TwoByTwo(250_000_300_000L, 249_999_700_000L, 250_000_000_000L, 250_000_000_000L);
        double p = FisherExact.test(table, method).pValue();
        assertThat(p).isCloseTo(ChiSquare.test(table).pValue(), within(2e-6));
        double midP = FisherExact.test(table, TwoSided.MID_P).pValue();
        assertThat(midP).isCloseTo(ChiSquare.test(table).pValue(), within(1e-11));
    }

    @Test
    void p_values_survive_down_to_the_range_of_double() {
        TwoByTwo strong = new TwoByTwo(900, 100, 100, 900);
        assertThat(ChiSquare.test(strong).pValue()).isBetween(1e-281, 1e-279);
        assertThat(ChiSquare.test(strong)).hasToString("Pearson chi-square: 1280.00, df 1, p < 0.0001");
        assertThat(FisherExact.test(new TwoByTwo(500, 0, 0, 500)).pValue()).isBetween(1e-300, 1e-299);
        assertThat(FisherExact.test(new TwoByTwo(500_000_000_000L, 0, 0, 500_000_000_000L))
                        .pValue())
                .isZero();
    }

    @Test
    void the_correction_never_raises_the_statistic() {
        TwoByTwo even = new TwoByTwo(7, 8, 8, 7);
        assertThat(ChiSquare.test(even, Correction.YATES).statistic()).isZero();
        assertThat(ChiSquare.test(even, Correction.YATES).pValue()).isEqualTo(1);
        tables().filter(t -> t.emptyMargin().isEmpty())
                .forEach(t -> assertThat(ChiSquare.test(t, Correction.YATES).statistic())
                        .isLessThanOrEqualTo(ChiSquare.test(t).statistic()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void swapping_rows_or_turning_the_table_changes_no_test(TwoByTwo t) {
        for (TwoByTwo same : List.of(RandomTables.swapped(t), RandomTables.turned(t))) {
            if (t.emptyMargin().isEmpty()) {
                assertThat(ChiSquare.test(same).pValue())
                        .isCloseTo(ChiSquare.test(t).pValue(), within(1e-13));
                assertThat(LikelihoodRatioChiSquare.test(same).pValue())
                        .isCloseTo(LikelihoodRatioChiSquare.test(t).pValue(), within(1e-13));
            }
            for (TwoSided method : TwoSided.values()) {
                assertThat(FisherExact.test(same, method).pValue())
                        .isCloseTo(FisherExact.test(t, method).pValue(), within(1e-13));
            }
        }
    }

    @Test
    void an_empty_margin_leaves_one_table_and_no_chi_square() {
        TwoByTwo noEvents = new TwoByTwo(0, 5, 0, 6);
        assertThat(FisherExact.test(noEvents)).hasToString("Fisher exact, minimum likelihood: p = 1.000");
        assertThat(FisherExact.test(noEvents, TwoSided.CENTRAL).pValue()).isEqualTo(1);
        assertThatThrownBy(() -> ChiSquare.test(noEvents))
                .isInstanceOf(InputException.class)
                .hasMessage("chi-square needs people in every margin of the table; nobody has the outcome");
        assertThatThrownBy(() -> LikelihoodRatioChiSquare.test(new TwoByTwo(1, 0, 4, 0)))
                .isInstanceOf(InputException.class)
                .hasMessage("likelihood-ratio chi-square needs people in every margin of the table;"
                        + " everybody has the outcome");
        assertThatThrownBy(() -> FisherExact.test(new TwoByTwo(1L << 60, 1, 1, 1)))
                .isInstanceOf(InputException.class)
                .hasMessage("exact methods take tables of up to 10^15 people; this one has 1152921504606846979");
    }
}
