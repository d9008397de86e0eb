package cohortkit.claims.text;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import cohortkit.claims.meaning.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCheckTest {

    private static List<Checked> checked(String text) {
        return TextCheck.of(text).findings().stream().map(TextFinding::checked).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OR 2.32 (1.23-4.39), p=0.002|CONTRADICTED|OR 2.32 (1.23 to 4.39), p=0.002",
                "OR = 2.32; 95% CI: 1.23, 4.39; P = .009|POSSIBLE|OR 2.32 (1.23 to 4.39), p=.009",
                "an adjusted odds ratio of 2·32 (95 % CI 1·23–4·39, p<0.05)|CONSISTENT|OR 2.32 (1.23 to 4.39), p<0.05",
                "odds ratio [OR] 2.2; 95% confidence interval [CI], 1.7 to 2.9|POSSIBLE|OR 2.2 (1.7 to 2.9)",
                "relative risk 0.52 (0.40-0.68; p<.001)|CONSISTENT|RR 0.52 (0.40 to 0.68), p<.001",
                "HR 1.5 (95% CI 1.1-2.0)|POSSIBLE|HR 1.5 (1.1 to 2.0)",
                "mean difference −17.36 (95% CI −27.27 to −7.44), p=.0006|CONSISTENT|MD -17.36 (-27.27 to -7.44),"
                        + " p=.0006",
                "45/333 (14%) had it|CONSISTENT|45/333 (14%)",
                "48 of the 59 patients (81.3%) had it|POSSIBLE|48/59 (81.3%)",
                "14% (45/333) had it|CONSISTENT|45/333 (14%)",
                "43.9% of the 156 were women|CONTRADICTED|43.9% of 156",
                "women, 43.9% of the 156|CONTRADICTED|43.9% of 156",
                "t(28) = 2.20, p = .09|CONTRADICTED|t(28) = 2.20, p=.09",
                "F(2, 57) = 3.4, p = .04|CONSISTENT|F(2, 57) = 3.4, p=.04",
                "r(57) = .26, p = .043|POSSIBLE|r(57) = .26, p=.043",
                "r = .26 (n = 59), p = .13|CONTRADICTED|r(57) = .26, p=.13",
                "HR 0,80 (95 % KI 0,70–0,91)|POSSIBLE|HR 0,80 (0,70 to 0,91)",
                "risk difference 0.45 (95% CI 0.14 to 0.76), p<.001|NOT_CHECKABLE|RD 0.45 (0.14 to 0.76), p<.001",
                "OR -2.2 (-3 to -1)|NOT_CHECKABLE|OR -2.2 (-3 to -1)",
                "35% vs 16%, an OR of 2.8|POSSIBLE|odds ratio 2.8 of 35% vs 16%",
                "a risk ratio of 2.83 (35% vs 16%)|NOT_CHECKABLE|risk ratio 2.83 of 35% vs 16%",
                "a prevalence of 14.3% (95% CI 15.1%-19.8%)|CONTRADICTED|14.3% (15.1% to 19.8%)",
                "a risk per 10% (95% CI 1.2-1.9)|NOT_CHECKABLE|10% (1.2% to 1.9%)",
                "a sensitivity of 90% (95 %-KI 0.85 to 0.94)|POSSIBLE|90% (0.85 to 0.94)",
                "z = 3.43, p = .0006|CONSISTENT|z = 3.43, p=.0006",
                "χ²(1, N = 260) = 10.918, p = .001|CONSISTENT|chi-square(1) = 10.918, p=.001",
                "35% vs 16%, so twice as likely|CONSISTENT|risk ratio 2 of 35% vs 16%",
                "35% vs 16%, so 2.2 times the odds|CONTRADICTED|odds ratio 2.2 of 35% vs 16%",
                "3.5-fold risk|NOT_CHECKABLE|3.5 times",
            })
    void a_sentence_is_checked(String sentence, Kind kind, String figures) {
        List<Checked> checked = checked("We found " + sentence + ".");
        assertThat(checked).hasSize(1);
        assertThat(checked.get(0).verdict().kind()).as(checked.toString()).isEqualTo(kind);
        assertThat(checked.get(0).figures()).isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The adjusted risk ratio was 2.83 (35% vs 16%).",
                "Written on 3/2 in 2005 (see 4).",
                "It took 12 h.",
                "Nothing here.",
                "",
                "46/45 (102%)",
                "OR 2.3",
                "p=0.03",
                "Doses of 5/10 mg."
            })
    void what_holds_no_pair_of_figures_is_left_alone(String text) {
        assertThat(checked(text)).isEmpty();
    }

    @Test
    void sentences_are_counted_and_told_apart() {
        TextCheck check =
                TextCheck.of("RLS vs. none: 35% (16/46). Insomnia was common.\n\nSee Fig. 2 there! 7 of 76 (9.21%).");
        assertThat(check.sentences()).isEqualTo(3);
        assertThat(check.findings()).extracting(TextFinding::number).containsExactly(1, 4);
        assertThat(check.findings().get(0).sentence()).isEqualTo("RLS vs. none: 35% (16/46).");
        assertThat(check.hasContradiction()).isFalse();
    }

    @Test
    void a_percentage_with_limits_is_held_against_its_people_too() {
        assertThat(checked("Of the patients, 29 of 203 (14.3%; 95% CI 10.1-19.8) had it."))
                .extracting(Checked::check)
                .containsExactly("percent of a count", "limits of a percentage");
        assertThat(checked("It was 14.3% (95% CI 10.1-19.8) in 203 patients."))
                .extracting(Checked::check)
                .containsExactly("limits of a percentage", "whole numbers");
    }

    @Test
    void a_column_of_percentages_with_limits_is_read() {
        String table = "| Group | Events/N | Rate (95% CI) | HR (95% CI) |\n|---|---|---|---|\n"
                + "| Drug | 64/500 | 12.8% (10.2-16.0) | 0.75 (0.55-1.02) |\n"
                + "| All | 146/1000 | 24.6% (12.5-16.9) | |\n";
        assertThat(checked(table))
                .extracting(Checked::figures)
                .containsExactly("12.8% (10.2% to 16.0%)", "HR 0.75 (0.55 to 1.02)", "24.6% (12.5% to 16.9%)");
        assertThat(TextCheck.of(table).hasContradiction()).isTrue();
    }

    @Test
    void exchanged_p_values_are_found_over_the_whole_text() {
        TextCheck check = TextCheck.of("Duration: OR 2.32 (1.23-4.39), p=.002. Low HDL: OR 2.73 (1.44-5.15), p=.009.");
        assertThat(check.findings()).hasSize(3);
        assertThat(check.findings().get(2).checked().check()).isEqualTo("exchanged p-values");
        assertThat(check.hasContradiction()).isTrue();
    }

    /** The article's numbers in our own words. */
    @Test
    void the_claims_of_an_article_are_weighed() {
        TextCheck check = TextCheck.of("""
            In a survey by mail, 1962 residents of Sweden took part; whoever had frequent RLS was 3.5 times more likely to \
            develop insomnia.

            Then 203 psychiatric patients were seen. Of them 67.4% had insomnia and 14.3% had RLS.

            Roughly 1 in 4 people with insomnia had RLS.
            """);
        assertThat(check.findings())
                .extracting(
                        f -> f.checked().check() + " " + f.checked().verdict().kind())
                .containsExactly(
                        "times as likely NOT_CHECKABLE",
                        "wording NOT_CHECKABLE",
                        "whole numbers POSSIBLE",
                        "whole numbers CONSISTENT",
                        "share of a subgroup POSSIBLE");
        assertThat(check.findings().get(4).checked().verdict().reason())
                .contains("0.0 % to 21.2 %", "only if truncated");
    }

    @Test
    void a_percentage_near_a_sample_size_is_never_contradicted_for_it() {
        TextCheck check = TextCheck.of("We saw 156 patients. 43.9% were women.");
        assertThat(check.findings().get(0).checked().verdict().kind()).isEqualTo(Kind.NOT_CHECKABLE);
        assertThat(check.hasContradiction()).isFalse();
        assertThat(TextCheck.of("They develop it in 3 years.", Design.CROSS_SECTIONAL)
                        .findings())
                .hasSize(1);
    }

    /** The article itself, where it lies beside the project; its sentences are not ours to ship. */
    @Test
    void the_article_is_read_to_its_end() throws IOException {
        Path article = Path.of("../../shared/research/article.txt");
        Assumptions.assumeTrue(Files.exists(article), "the article is not here");
        TextCheck check = TextCheck.of(Files.readString(article));
        assertThat(check.sentences()).isGreaterThanOrEqualTo(20);
        assertThat(check.findings())
                .extracting(f -> f.checked().figures())
                .contains(
                        "2 times",
                        "3.5 times",
                        "67.4% of 203",
                        "14.3% of 203",
                        "1 in 4 of the 67.4% with a condition of 14.3% of 203");
        assertThat(check.hasContradiction()).isFalse();
    }
}
