package cohortkit.claims.text;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTableTest {

    private static final String HEADER = "| | RLS (n = 46) | None (n = 287) | All (n = 333) |\n|---|---|---|---|\n";

    private static List<Checked> checked(String text) {
        return TextCheck.of(text).findings().stream().map(TextFinding::checked).toList();
    }

    private static List<String> verdicts(String text) {
        return checked(text).stream()
                .map(found -> found.figures() + " " + found.verdict().kind())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "20 (43.5%) ! 120 (41.8%) ! 140 (42.0%) ! 20/46 (43.5%) ! CONSISTENT ! is 43.478%",
                "20 (43.4%) ! 120 (41.8%) ! 140 (42.0%) ! 20/46 (43.4%) ! POSSIBLE ! only if truncated",
                "26 (57.8%) ! 120 (41.8%) ! 146 (43.8%) ! 26/46 (57.8%) ! POSSIBLE ! only if 1 of the 46 are missing",
                "10 (20.0%) ! 40 (80.0%) ! 50 (100%) ! 10/46 (20.0%) ! POSSIBLE ! it is a percentage of all of the row"
                        + " (50)",
                "10 (3.0%) ! 40 (12.0%) ! 50 (15.0%) ! 10/46 (3.0%) ! POSSIBLE ! it is a percentage of column 3 (333)",
                "10 (41.0%)* ! 40 (13.9%)ᵃ ! 50 (15.0%) ! 10/46 (41.0%) ! CONTRADICTED ! 10/46 is 21.739%",
                "10 (21.7%) ! 40 (13.9%) ! 51 (15.3%) ! 10 + 40 = 51 ! CONTRADICTED ! they sum to 50, printed 51",
                "21.7% ! 13.9% ! 15.0% ! 21.7% of 46 ! CONSISTENT ! 10 of 46",
                "21.0% ! 13.9% ! 15.0% ! 21.0% of 46 ! NOT_CHECKABLE ! some may be missing",
                "10/45 (22.2%) ! 40/287 (13.9%) ! 50/332 (15.1%) ! 10/45 (22.2%) ! CONSISTENT ! is 22.222%",
                "10/45 (24.2%) ! 40/287 (13.9%) ! 50/332 (15.1%) ! 10/45 (24.2%) ! CONTRADICTED ! is 22.222%",
            })
    void a_percentage_is_held_against_its_column(
            String first, String second, String third, String figures, Kind kind, String reason) {
        List<Checked> found = checked(HEADER + "| Iron | " + first + " | " + second + " | " + third + " |\n").stream()
                .filter(check -> check.figures().equals(figures))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).verdict().kind()).as(found.toString()).isEqualTo(kind);
        assertThat(found.get(0).verdict().reason()).contains(reason);
    }

    @Test
    void nobody_is_missing_where_the_levels_sum_to_all() {
        String table = HEADER + """
            | **Sex, n (%)** | | | |
            | Women | 20 (43.5) | 120 (41.8) | 140 (42.0) |
            | Men | 26 (57.8) | 167 (58.2) | 193 (58.0) |
            | Iron | 10 (22.2) | 40 (13.9) | 50 (15.0) |
            """;
        assertThat(verdicts(table))
                .contains("26/46 (57.8%) CONTRADICTED", "20 + 26 = 46 CONSISTENT", "10/46 (22.2%) POSSIBLE")
                .doesNotContain("26/46 (57.8%) POSSIBLE");
        Checked found =
                checked(table).stream().filter(Checked::isContradicted).toList().get(0);
        assertThat(found.verdict().reason())
                .isEqualTo("the rows sum to all 46, so that nobody is missing, and 26/46 is 56.522%");
        assertThat(found.sureness()).contains("given rows that exclude each other");
    }

    @Test
    void percentages_below_a_heading_sum_to_the_whole() {
        String table = "| | All (n = 150) |\n"
                + "|---|---|\n"
                + "| Severity | |\n"
                + "| None | 66.7% |\n"
                + "| Mild | 22.0% |\n"
                + "| Severe | 11.3% |\n";
        assertThat(verdicts(table)).contains("66.7% + 22.0% + 11.3% POSSIBLE", "22.0% of 150 CONSISTENT");
        assertThat(verdicts(table.replace("11.3%", "12.7%"))).contains("66.7% + 22.0% + 12.7% NOT_CHECKABLE");
        assertThat(verdicts(table.replace("11.3%", "50.0%"))).noneMatch(verdict -> verdict.contains(" + "));
        assertThat(verdicts(table.replace("| Severity | |\n", ""))).noneMatch(verdict -> verdict.contains(" + "));
    }

    @Test
    void a_row_of_totals_may_hold_parts_of_parts() {
        String table = "| | RLS (n = 46), n (%) |\n"
                + "|---|---|\n"
                + "| Women | 20 (43.5) |\n"
                + "| Men | 24 (52.2) |\n"
                + "| Total | 46 (100) |\n";
        assertThat(verdicts(table)).contains("46/46 (100%) CONSISTENT", "20 + 24 = 46 NOT_CHECKABLE");
        assertThat(verdicts(table.replace("24 (52.2)", "26 (56.5)"))).contains("20 + 26 = 46 CONSISTENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "||RLS (n = 46)||None (n = 287)||\n||n|%|n|%|\n|Women|20|43.4|120|41.8|\n",
                "Variable\tRLS\tNone\nNumber of patients\t46\t287\nWomen, n (%)\t20 (43.4)\t120 (41.8)\n",
                "               RLS (n=46)   None (n=287)\n  Women        20 (43.4%)   120 (41.8%)\n  Iron         10"
                        + " (21.7%)   40 (13.9%)\n",
                "Sex ; RLS (n = 46) ; ; None (n = 287) ; ; p ; \n\n"
                        + "n ; % ; n ; % ; \n\n"
                        + "Women ; 20 ; 43.4 ; 120 ; 41.8 ; 0.9 ;",
                "; RLS ; None ; \n\n Group ; (N = 46) ; (N = 287) ; \n\nWomen (%) ; 20 [43.4%] ; 120 [41.8%] ; ",
            })
    void tables_are_read_however_they_are_set(String table) {
        assertThat(verdicts("Who they were.\n\n" + table))
                .contains("20/46 (43.4%) POSSIBLE", "120/287 (41.8%) CONSISTENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Age, mean (SD) | 54 (12) | 55 (13) | 54 (12) |",
                "| Age (years) | 54 (12) | 55 (13) | 54 (12) |",
                "| Ferritin, median | 54 (12) | 55 (13) | 54 (12) |",
                "| Women | 54 (12) | 55 (13) | 54 (12) |",
                "| Falls | 54 (12%) | 300 (13%) | 354 (12%) | 0.3 |",
                "| Women | 10 | 40 | 50 |",
                "| Women | yes | no | 50% of them |",
            })
    void what_is_no_percentage_of_a_column_is_left_alone(String row) {
        assertThat(checked(HEADER + row + "\n")).isEmpty();
    }

    @Test
    void a_table_ends_where_text_or_another_header_begins() {
        String row = "| Women | 20 (43.5%) | 120 (41.8%) | 140 (42.0%) |\n";
        assertThat(verdicts(HEADER + row)).hasSize(4);
        assertThat(verdicts(HEADER + "\nThen text.\n\n" + row)).isEmpty();
        assertThat(verdicts(HEADER + "| Question | Yes | No | Sometimes |\n" + row))
                .isEmpty();
        assertThat(verdicts("A | b of prose.\nA  gap and (n = 3) there.\n")).isEmpty();
    }

    @Test
    void no_percentage_is_contradicted_for_having_fewer_digits() {
        SplittableRandom random = new SplittableRandom(6);
        int contradicted = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int people = 2 + random.nextInt(300);
            int count = random.nextInt(people + 1);
            BigDecimal share = BigDecimal.valueOf(100 * random.nextDouble());
            Map<String, Long> row = Map.of("the row", people + (long) random.nextInt(50));
            Printed fine = Printed.parse(share.setScale(2, RoundingMode.HALF_UP) + "%");
            boolean before = new ColumnShare(count, people, fine, row).checked().isContradicted();
            for (int digits = 1; digits >= 0; digits--) {
                Printed coarse = Printed.parse(share.setScale(digits, RoundingMode.HALF_UP) + "%");
                boolean isWider = coarse.range(Rounding.ANY).lower()
                                <= fine.range(Rounding.ANY).lower()
                        && coarse.range(Rounding.ANY).upper()
                                >= fine.range(Rounding.ANY).upper();
                boolean now =
                        new ColumnShare(count, people, coarse, row).checked().isContradicted();
                assertThat(isWider && now && !before)
                        .as(count + "/" + people + " " + coarse)
                        .isFalse();
                contradicted += now ? 1 : 0;
            }
        }
        assertThat(contradicted).isGreaterThan(1000);
    }
}
