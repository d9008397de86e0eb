package cohortkit.claims.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource({
        "45, 333, 14%, CONSISTENT, 45/333 is 13.51%",
        "39, 48, 81.2%, CONSISTENT, a tie: rounded half to even or truncated",
        "39, 48, 81.3%, CONSISTENT, a tie: rounded half up or rounded half away from zero",
        "48, 59, 81.3%, POSSIBLE, only if truncated",
        "4, 34, 11.7%, POSSIBLE, only if truncated",
        "64, 100, 84.21%, CONTRADICTED, it would fit a total of 76",
        "1, 3, 0.5%, CONTRADICTED, it would fit a total of 182 to 222",
        "0, 48, 3%, CONTRADICTED, 0/48 is 0.00%",
        "0, 48, 0%, CONSISTENT, 0/48 is 0.00%",
        "48, 48, 100%, CONSISTENT, 48/48 is 100.00%"
    })
    void a_share_of_a_count_is_exact(long count, long total, String share, Kind kind, String reason) {
        Checked checked = new CountShare(count, total, Printed.parse(share)).checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).endsWith(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "43.9%, 156, CONTRADICTED, 'no count of 156 is 43.9%: 68 is 43.590%, 69 is 44.231%'",
        "57.1%, 35, CONSISTENT, 20 of 35",
        "67.4%, 203, POSSIBLE, 137 of 203: only if truncated",
        "14.3%, 203, CONSISTENT, 29 of 203",
        "36%, 1563, CONSISTENT, 555 to 570 of 1563",
        "100%, 7, CONSISTENT, 7 of 7",
        "1 in 4, 12, CONSISTENT, 3 of 12",
        "1 in 4, 10, CONTRADICTED, 'no count of 10 is 1 in 4: 2 is 1 in 5.00, 3 is 1 in 3.33'"
    })
    void a_share_of_a_total_needs_a_whole_number(String share, long total, Kind kind, String reason) {
        Checked checked = new ShareOfTotal(Printed.parse(share), total).checked();
        assertThat(checked.verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.verdict().reason()).isEqualTo(reason);
    }

    @Test
    void counts_that_print_so_are_given() {
        assertThat(new ShareOfTotal(Printed.parse("36%"), 1563).counts()).containsExactly(555L, 570L);
        assertThat(new ShareOfTotal(Printed.parse("43.9%"), 156).counts()).isEmpty();
        assertThatThrownBy(() -> new ShareOfTotal(Printed.parse("14%"), 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new CountShare(3, 2, Printed.parse("14%"))).isInstanceOf(InputException.class);
    }

    @Test
    void parts_sum_to_the_whole_within_their_rounding() {
        assertThat(kind(ShareSum.ofWhole("33%", "33%", "33%"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(ShareSum.ofWhole("33.3%", "33.3%", "33.0%"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(ShareSum.ofWhole("50.00%", "49.98%").checked().verdict().reason())
                .endsWith("only if truncated");
        assertThat(kind(ShareSum.ofWhole("50.00%", "49.97%"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(ShareSum.of("18.8%", "5.8%", "13.0%"))).isEqualTo(Kind.POSSIBLE);
        assertThat(kind(ShareSum.of("18.8%", "5.8%", "13.4%"))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(ShareSum.of(">10%", "5.8%", "13.4%"))).isEqualTo(Kind.CONSISTENT);
        assertThatThrownBy(() -> ShareSum.ofWhole("14%")).hasMessage("a sum needs two parts or more; was [14%]");
    }

    private static Kind kind(cohortkit.claims.check.Check check) {
        return check.checked().verdict().kind();
    }

    @ParameterizedTest
    @CsvSource({
        "15.26, 33, CONTRADICTED", "15.52, 33, CONSISTENT", "15.15, 33, CONSISTENT", "15.27, 33, CONSISTENT",
        "-15.26, 33, CONTRADICTED", "3.44, 18, CONSISTENT", "2.34, 3, CONTRADICTED", "2.66, 3, POSSIBLE"
    })
    void a_mean_of_whole_scores_has_a_total(String mean, long n, Kind kind) {
        assertThat(kind(Grim.of(mean, n))).isEqualTo(kind);
    }

    @Test
    void items_refine_the_means() {
        assertThat(kind(new Grim(Printed.parse("2.34"), 3, 1))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(new Grim(Printed.parse("2.33"), 3, 1))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(new Grim(Printed.parse("2.42"), 3, 4))).isEqualTo(Kind.CONSISTENT);
        assertThat(new Grim(Printed.parse("2.42"), 3, 4).checked().figures()).isEqualTo("2.42, n = 3, 4 items");
        assertThatThrownBy(() -> Grim.of("2", 0)).hasMessageStartingWith("whole-number scores need at least 1");
    }

    /** Every set of up to five scores from 0 to 4: its own mean and deviation pass, and the test is sharp for four people. */
    @Test
    void grimmer_passes_what_exists_and_finds_what_does_not() {
        Set<String> existing = new TreeSet<>();
        for (List<Integer> scores : scores(4, 4)) {
            existing.add(rounded(mean(scores)) + " " + rounded(sd(scores)));
        }
        int contradicted = 0;
        for (int mean = 0; mean <= 400; mean += 25) {
            for (int sd = 0; sd <= 250; sd++) {
                String m = rounded(mean / 100.0);
                String s = rounded(sd / 100.0);
                Kind kind = kind(Grimmer.of(m, s, 4));
                if (existing.contains(m + " " + s)) {
                    assertThat(kind).as(m + " ± " + s).isEqualTo(Kind.CONSISTENT);
                }
                contradicted += kind == Kind.CONTRADICTED ? 1 : 0;
            }
        }
        assertThat(contradicted).isGreaterThan(2000);
    }

    private static List<List<Integer>> scores(int n, int highest) {
        List<List<Integer>> all = List.of(List.of());
        for (int i = 0; i < n; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> scores : all) {
                for (int x = scores.isEmpty() ? 0 : scores.get(scores.size() - 1); x <= highest; x++) {
                    List<Integer> next = new ArrayList<>(scores);
                    next.add(x);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    private static double mean(List<Integer> scores) {
        return scores.stream().mapToInt(x -> x).average().orElseThrow();
    }

    private static double sd(List<Integer> scores) {
        double mean = mean(scores);
        return Math.sqrt(
                scores.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / (scores.size() - 1));
    }

    private static String rounded(double x) {
        return cohortkit.core.DisplayNumber.fixed(x, 2);
    }

    @Test
    void grimmer_names_truncation_and_the_divisor() {
        // Scores 1 2 2 4: mean 2.25, deviation 1.258 by n - 1 and 1.0897 by n.
        assertThat(Grimmer.of("2.25", "1.25", 4).checked().verdict().reason()).endsWith("only if truncated");
        assertThat(Grimmer.of("2.25", "1.0897", 4).checked().verdict().reason()).endsWith("divided by n");
        assertThat(kind(Grimmer.of("2.26", "1.26", 4))).isEqualTo(Kind.CONTRADICTED);
        assertThat(Grimmer.of("3", "0", 2_000_000).checked().verdict().kind())
                .isIn(Kind.CONSISTENT, Kind.NOT_CHECKABLE);
        // Averages of two items 1 1.5 2 4.
        assertThat(kind(new Grimmer(Printed.parse("2.125"), Printed.parse("1.315"), 4, 2)))
                .isEqualTo(Kind.CONSISTENT);
    }

    @Test
    void zeros_and_ones_have_one_deviation_for_each_mean() {
        assertThat(kind(Debit.of("0.35", "0.49", 20))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(Debit.of("0.35", "0.48", 20))).isEqualTo(Kind.POSSIBLE);
        assertThat(Debit.of("0.35", "0.477", 20).checked().verdict().reason()).endsWith("divided by n");
        assertThat(kind(Debit.of("0.35", "0.18", 20))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(Debit.of("0.36", "0.49", 20))).isEqualTo(Kind.CONTRADICTED);
        assertThat(kind(Debit.of("0", "0", 20))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(Debit.of("0.3", "0.9", 1_000_000_000))).isEqualTo(Kind.NOT_CHECKABLE);
    }

    @Test
    void a_denominator_is_that_of_the_group_which_the_text_names() {
        Map<String, Long> groups = Map.of("with RLS", 52L, "all", 109L);
        StatedDenominator wrong = StatedDenominator.of("with RLS", groups, "22.0%", "20.2%");
        assertThat(wrong.fitting()).containsExactly("all");
        assertThat(wrong.checked().verdict().reason())
                .startsWith("all fit all (n = 109); no count of 52 is 22.0%: 11 is 21.154%, 12 is 23.077%");
        assertThat(kind(StatedDenominator.of("all", groups, "22.0%", "20.2%"))).isEqualTo(Kind.CONSISTENT);
        assertThat(kind(StatedDenominator.of("with RLS", groups, "21.1%"))).isEqualTo(Kind.POSSIBLE);
        assertThatThrownBy(() -> StatedDenominator.of("men", groups, "22.0%"))
                .hasMessage("there is no group 'men'; there are [all, with RLS]");
        assertThatThrownBy(() -> StatedDenominator.of("all", groups)).hasMessage("give the percentages to check");
    }
}
