package cohortkit.stats.rate;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Interval;
import cohortkit.stats.Reference;
import cohortkit.stats.StandardNormal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateReferenceTest {

    static List<Reference> counts() {
        return Reference.rows("rate.csv");
    }

    static List<Reference> tables() {
        return Reference.rows("rate-table.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(counts()).hasSize(164);
        assertThat(tables()).hasSize(156);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void limits_of_a_count_agree_with_references(Reference row) {
        Interval interval = new Rate(row.count("x"), 1)
                .estimate(RateInterval.valueOf(row.text("method")), row.number("level"))
                .interval();
        row.assertClose(interval.lower(), row.number("lower"));
        row.assertClose(interval.upper(), row.number("upper"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void measures_of_a_table_agree_with_references(Reference row) {
        RateTable table = new RateTable(row.count("a"), row.number("t1"), row.count("c"), row.number("t0"));
        Interval interval;
        double p;
        if (row.text("measure").equals("ratio")) {
            RateRatioInterval method = RateRatioInterval.valueOf(row.text("method"));
            interval = table.rateRatio(method, row.number("level")).interval();
            p = method.pValue(table);
        } else {
            RateDifferenceInterval method = RateDifferenceInterval.valueOf(row.text("method"));
            interval = table.rateDifference(method, row.number("level")).interval();
            p = StandardNormal.pValue(method.statistic(table));
        }
        row.assertClose(interval.lower(), row.number("lower"));
        row.assertClose(interval.upper(), row.number("upper"));
        row.assertClose(p, row.number("p"));
    }
}
