package cohortkit.stats.crosstab;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Estimate;
import cohortkit.stats.Reference;
import cohortkit.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossReferenceTest {

    static List<Reference> tests() {
        return Reference.rows("crosstab.csv");
    }

    static List<Reference> effects() {
        return Reference.rows("cramersv.csv");
    }

    private static CrossStrata strata(Reference row) {
        return CrossStrata.of(Arrays.stream(row.text("table").split("\\|"))
                .map(table -> CrossTable.fromCounts(Arrays.stream(table.split(";"))
                        .map(cells -> Arrays.stream(cells.split(","))
                                .mapToLong(Long::parseLong)
                                .toArray())
                        .toArray(long[][]::new)))
                .toArray(CrossTable[]::new));
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(tests()).hasSize(77);
        assertThat(effects()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void tests_agree_with_references(Reference row) {
        CrossStrata strata = strata(row);
        CrossTable table = strata.tables().get("1");
        TestResult test = switch (row.text("test")) {
            case "PEARSON", "LIKELIHOOD_RATIO" ->
                Independence.valueOf(row.text("test")).test(table);
            case "COCHRAN_ARMITAGE", "LINEAR_BY_LINEAR" ->
                Trend.valueOf(row.text("test")).test(table);
            case "FISHER_FREEMAN_HALTON" -> FisherFreemanHalton.test(table);
            default -> GeneralizedMantelHaenszel.valueOf(row.text("test")).test(strata);
        };
        row.assertClose(test.statistic(), row.number("statistic"));
        row.assertClose(test.df(), row.number("df"));
        if (row.number("p") > 1e-305) {
            row.assertClose(test.pValue() / row.number("p"), 1);
        } else {
            assertThat(test.pValue()).isLessThan(1e-305);
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void cramers_v_agrees_with_references(Reference row) {
        Estimate v = strata(row).tables().get("1").cramersV(row.number("level"));
        row.assertClose(v.value(), row.number("estimate"));
        row.assertClose(v.interval().lower(), row.number("lower"));
        row.assertClose(v.interval().upper(), row.number("upper"));
    }
}
