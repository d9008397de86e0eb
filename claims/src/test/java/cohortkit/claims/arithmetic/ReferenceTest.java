package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict.Kind;
import cohortkit.core.InputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** p-values of statistics and of summaries against R. */
class ReferenceTest {

    static List<List<String>> statistics() {
        return Reference.rows("statistics.csv", 79);
    }

    static List<List<String>> summaries() {
        return Reference.rows("summaries.csv", 12);
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void p_of_a_statistic_is_that_of_R(List<String> row) {
        double p = Double.parseDouble(row.get(4));
        double found = Statistic.valueOf(row.get(0))
                .pValue(Double.parseDouble(row.get(1)), number(row.get(2)), number(row.get(3)));
        assertThat(found).isCloseTo(p, within(1e-11 * p));
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void tests_of_summaries_are_those_of_R(List<String> row) {
        Summary first = Summary.of(Long.parseLong(row.get(0)), row.get(1), row.get(2));
        Summary second = Summary.of(Long.parseLong(row.get(3)), row.get(4), row.get(5));
        Summary third = Summary.of(Long.parseLong(row.get(6)), row.get(7), row.get(8));
        assertThat(tTest(first, second, row.get(9), 0)).isNotEqualTo(Kind.CONTRADICTED);
        assertThat(tTest(first, second, row.get(10), 0)).isNotEqualTo(Kind.CONTRADICTED);
        assertThat(tTest(first, second, row.get(9), 0.02)).isEqualTo(Kind.CONTRADICTED);
        assertThat(anova(List.of(first, second, third), row.get(11), 0)).isNotEqualTo(Kind.CONTRADICTED);
        assertThat(anova(List.of(first, second, third), row.get(11), 1e-5)).isEqualTo(Kind.CONTRADICTED);
    }

    private static Kind tTest(Summary first, Summary second, String p, double off) {
        return new SummaryTTest(first, second, shifted(p, off))
                .checked()
                .verdict()
                .kind();
    }

    private static Kind anova(List<Summary> groups, String p, double off) {
        return new SummaryAnova(groups, shifted(p, off)).checked().verdict().kind();
    }

    private static Printed shifted(String p, double off) {
        return Printed.parse(new BigDecimal(p)
                .add(BigDecimal.valueOf(off))
                .setScale(7, RoundingMode.HALF_UP)
                .toPlainString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T|2.20|p=.036|28|POSSIBLE|computed 0.03",
                "T|2.20|p=.018|28|POSSIBLE|only if one-sided",
                "T|-2.20|p=.036|28|POSSIBLE|computed 0.03",
                "T|2.20|p=.09|28|CONTRADICTED|printed p=.09",
                "T|2.20|p=.036|27.6|POSSIBLE|computed 0.03",
                "T|12.7|p=.0495|1|POSSIBLE|only if the degrees of freedom were rounded",
                "R|.26|p=.043|57|POSSIBLE|computed 0.0",
                "R|1.0|p<.001|8|CONSISTENT|computed 0.00",
                "CHI_SQUARE|10.918|p=.001|1|CONSISTENT|computed 0.00095",
                "CHI_SQUARE|10.918|p=.01|1|CONTRADICTED|computed 0.001",
                "Z|1.96|p=.05|none|CONSISTENT|printed p=.05",
                "Z|3.43|p=.0006|none|CONSISTENT|computed 0.0005",
                "F|<1|p>.3|2,57|CONSISTENT|printed p>.3",
            })
    void a_statistic_is_held_against_its_p(
            Statistic statistic, String value, String p, String df, Kind kind, String reason) {
        String[] dfs = df.equals("none") ? new String[0] : df.split(",");
        var checked = StatisticP.of(statistic, value, p, dfs).checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).contains(reason);
    }

    @Test
    void degrees_of_freedom_are_as_many_as_the_statistic_has() {
        assertThatThrownBy(() -> StatisticP.of(Statistic.F, "3.4", "p=.04", "2"))
                .isInstanceOf(InputException.class)
                .hasMessage("F needs 2 number(s) of degrees of freedom, above 0; was [2]");
    }

    @Test
    void a_t_test_that_is_one_sided_or_of_standard_errors_is_named() {
        Summary first = Summary.of(12, "10.0", "2.0");
        Summary second = Summary.of(12, "11.5", "2.0");
        var oneSided = new SummaryTTest(first, second, Printed.parse("p=0.04")).checked();
        assertThat(oneSided.verdict().kind()).isEqualTo(Kind.POSSIBLE);
        assertThat(oneSided.verdict().reason()).endsWith("only if one-sided");
        var errors = new SummaryTTest(first, second, Printed.parse("p=0.60")).checked();
        assertThat(errors.verdict().reason()).endsWith("only if the spreads are standard errors");
        var none = new SummaryTTest(first, second, Printed.parse("p=0.9")).checked();
        assertThat(none.verdict().kind()).isEqualTo(Kind.CONTRADICTED);
        assertThat(none.figures()).isEqualTo("10.0 ± 2.0 (n = 12) vs 11.5 ± 2.0 (n = 12), p=0.9");
        assertThat(new SummaryTTest(Summary.of(5, "1", "0"), Summary.of(5, "1", "0"), Printed.parse("p=1"))
                        .checked()
                        .isContradicted())
                .isFalse();
    }

    @Test
    void groups_and_their_number_are_checked() {
        assertThatThrownBy(() -> Summary.of(1, "10", "2")).hasMessage("a group needs at least 2 people; was 1");
        assertThatThrownBy(() -> Summary.of(5, "10", ">2")).hasMessageStartingWith("a group needs a mean");
        assertThatThrownBy(() -> new SummaryAnova(List.of(Summary.of(5, "10", "2")), Printed.parse("p=1")))
                .hasMessageContaining("2 to 12 groups; was 1");
    }
}
