package cohortkit.stats.paired;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Estimate;
import cohortkit.stats.Reference;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairedReferenceTest {

    static List<Reference> pairs() {
        return Reference.rows("paired.csv");
    }

    static List<Reference> kappas() {
        return Reference.rows("kappa.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(pairs()).hasSize(187);
        assertThat(kappas()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairs_agree_with_references(Reference row) {
        PairedTable table =
                new PairedTable(row.count("both"), row.count("first"), row.count("second"), row.count("neither"));
        switch (row.text("measure")) {
            case "MCNEMAR" -> {
                TestResult test = McNemar.test(table, McNemarMethod.valueOf(row.text("method")));
                row.assertClose(test.statistic(), row.number("estimate"));
                row.assertClose(test.pValue(), row.number("p"));
            }
            case "ODDS_RATIO" -> {
                PairedOddsRatioInterval method = PairedOddsRatioInterval.valueOf(row.text("method"));
                assertEstimate(row, table.oddsRatio(method, row.number("level")));
                row.assertClose(method.pValue(table), row.number("p"));
            }
            case "PAIRED_DIFFERENCE" -> {
                PairedDifferenceInterval method = PairedDifferenceInterval.valueOf(row.text("method"));
                assertEstimate(row, table.difference(method, row.number("level")));
                row.assertClose(StandardNormal.pValue(method.statistic(table)), row.number("p"));
            }
            default -> throw new AssertionError(row);
        }
    }

    private static void assertEstimate(Reference row, Estimate estimate) {
        row.assertClose(estimate.value(), row.number("estimate"));
        row.assertClose(estimate.interval().lower(), row.number("lower"));
        row.assertClose(estimate.interval().upper(), row.number("upper"));
    }

    @ParameterizedTest
    @MethodSource("kappas")
    void kappa_agrees_with_references(Reference row) {
        int k = (int) row.count("k");
        long[] cells = Arrays.stream(row.text("counts").split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        long[][] counts = new long[k][];
        for (int i = 0; i < k; i++) {
            counts[i] = Arrays.copyOfRange(cells, i * k, (i + 1) * k);
        }
        AgreementTable table = AgreementTable.of(counts);
        row.assertClose(table.agreement().value(), row.number("agreement"));
        row.assertClose(table.kappa().value(), row.number("kappa"));
        row.assertClose(table.standardError(), row.number("se"));
        row.assertClose(table.nullStandardError(), row.number("se0"));
        row.assertClose(table.test().statistic(), row.number("z"));
        row.assertClose(table.test().pValue(), row.number("p"));
    }
}
