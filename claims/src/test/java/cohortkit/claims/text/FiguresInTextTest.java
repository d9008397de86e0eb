package cohortkit.claims.text;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Verdict.Kind;
import cohortkit.claims.check.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Means, tests, rates, diagnostic figures, named groups and rows of tables in a text. */
class FiguresInTextTest {

    private static List<Checked> checked(String text) {
        return TextCheck.of(text).findings().stream().map(TextFinding::checked).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Scores are whole numbers; mean 15.26 (SD 5.10), n = 33.|CONTRADICTED|15.26 ± 5.10, n = 33",
                "The sum of its whole-number items was 15.52 (SD = 5.10; n = 33).|CONSISTENT|15.52 ± 5.10, n = 33",
                "The number of children was 2.33 ± 1.10 (n = 33).|CONSISTENT|2.33, n = 33",
                "The number of children was 2.32 ± 1.10 (n = 33).|CONTRADICTED|2.32, n = 33",
                "The 7-item score was 3.46 (SD 1.21), n = 28.|CONSISTENT|3.46 ± 1.21, n = 28, 7 items",
                "Insomnia (0 = no, 1 = yes) had a mean of 0.35 (SD 0.18), n = 20.|CONTRADICTED|0.35 ± 0.18, n = 20",
                "Insomnia (0 = no, 1 = yes) had a mean of 0.35 (SD 0.49), n = 20.|CONSISTENT|0.35 ± 0.49, n = 20",
                "17.75 (SD 3.73, n = 52) vs 26.46 (SD 2.67, n = 57), t test, p < 0.001|CONSISTENT|17.75 ± 3.73 (n ="
                        + " 52) vs 26.46 ± 2.67 (n = 57), p<0.001",
                "17.75 (SD 3.73, n = 52) vs 26.46 (SD 2.67, n = 57), t test, p = 0.04|CONTRADICTED|17.75 ± 3.73 (n ="
                        + " 52) vs 26.46 ± 2.67 (n = 57), p=0.04",
                "17.75 (SD 3.73, n = 52) vs 26.46 (SD 2.67, n = 57), p = 0.04|NOT_CHECKABLE|17.75 ± 3.73 (n ="
                        + " 52) vs 26.46 ± 2.67 (n = 57), p=0.04",
                "5.1 (SD 1.0, n = 20), 5.4 (SD 1.2, n = 20) and 6.3 (SD 1.1, n = 20; ANOVA, p = 0.3)|CONTRADICTED|5.1 ±"
                        + " 1.0 (n = 20), 5.4 ± 1.2 (n = 20), 6.3 ± 1.1 (n = 20), p=0.3",
                "movements went from 33 ± 16 to 21 ± 23 (n = 10, p = 0.07)|POSSIBLE|33 ± 16 to 21 ± 23, n = 10, p=0.07",
                "movements went from 17 ± 7 to 7 ± 7 (n = 10, p = 0.5)|NOT_CHECKABLE|17 ± 7 to 7 ± 7, n = 10, p=0.5",
                "17 ± 7 to 7 ± 7 (mean ± SD, n = 10; paired t test, p = 0.5)|CONTRADICTED|17 ± 7 to 7 ± 7, n = 10,"
                        + " p=0.5",
                "χ2(1, N = 90) = 3.9, p = .048|POSSIBLE|chi-square(1) = 3.9, p=.048",
                "F(2, 57) = 4.1, p = 0.02|CONSISTENT|F(2, 57) = 4.1, p=0.02",
                "12 deaths in 3,456 person-years (3.5 per 1,000 person-years)|CONSISTENT|12 / 3,456 = 3.5 per 1000",
                "12 deaths in 3,456 person-years (3.9 per 1,000 person-years)|CONTRADICTED|12 / 3,456 = 3.9 per 1000",
                "3.9 per 1,000 person-years (12 deaths; 3,456 person-years)|CONTRADICTED|12 / 3,456 = 3.9 per 1000",
                "a rate of 3.9 per 1,000 patient-years (12 events/3,456 patient-years)|CONTRADICTED|12 / 3,456 = 3.9"
                        + " per 1000",
                "an adjusted rate of 3.9 per 1,000 person-years (12 events in 3,456 person-years)|NOT_CHECKABLE|12 /"
                        + " 3,456 = 3.9 per 1000",
                "12 deaths in 3,500 person-years (3.5 per 1,000 person-years)|NOT_CHECKABLE|12 / 3,500 = 3.5 per 1000",
                "sensitivity 90%, specificity 84%, prevalence 14%, PPV 48%|POSSIBLE|Se 90%, Sp 84%, prevalence 14%, PPV"
                        + " 48%",
                "at a prevalence of 14%, sensitivity was 90% and specificity 84%, so the positive predictive value was"
                        + " 90%|CONTRADICTED|Se 90%, Sp 84%, prevalence 14%, PPV 90%",
                "Of the 203 patients, 29 (14.3%) had it|CONSISTENT|29/203 (14.3%)",
                "Of the 203 patients, 29 (15.3%) had it|CONTRADICTED|29/203 (15.3%)",
                "Of the 203 patients, 150 answered and 29 (19.3%) had it|CONSISTENT|29/150 (19.3%)",
                "Of 203 patients, 150 answered and 29 (15.3%) had it|NOT_CHECKABLE|29/203 (15.3%)",
            })
    void a_sentence_is_checked(String sentence, Kind kind, String figures) {
        List<Checked> checked = checked(sentence);
        assertThat(checked).as(sentence).hasSize(1);
        assertThat(checked.get(0).figures()).isEqualTo(figures);
        assertThat(checked.get(0).verdict().kind()).as(checked.toString()).isEqualTo(kind);
    }

    @Test
    void a_standardized_ratio_is_held_against_its_events_and_its_limits() {
        List<Checked> checked = checked("The SMR was 1.40 (95% CI 1.08-1.79; 64 observed and 45.6 expected deaths).");
        assertThat(checked)
                .extracting(c -> c.check() + " " + c.verdict().kind())
                .containsExactly(
                        "middle of the interval POSSIBLE",
                        "standardized ratio POSSIBLE",
                        "limits of a standardized ratio POSSIBLE");
        assertThat(checked("With 64 observed and 45.6 expected deaths, the SMR was 1.60.")
                        .get(0)
                        .isContradicted())
                .isTrue();
    }

    @Test
    void a_subgroup_of_a_subgroup_has_its_own_denominator() {
        assertThat(checked("Of the 203 patients, 29 (14.3%) had RLS and 10 (34.5%) took iron."))
                .extracting(Checked::figures)
                .containsExactly("29/203 (14.3%)", "10/29 (34.5%)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Age was 45.33 (SD 10.24), n = 28.",
                "The number of hours was 6.45 (SD 1.21), n = 28.",
                "Height 1.71 ± 0.10 m in 31 people.",
                "sensitivity and specificity were 90% and 84% at a prevalence of 14%, PPV 90%",
                "12 deaths in 3,456 years",
                "64 observed, 45.6 expected.",
                "Scores went from 17 ± 7 to 7 ± 7 (p = 0.5).",
                "We saw 203 patients; 29 did.",
            })
    void figures_that_say_too_little_are_left_alone(String sentence) {
        assertThat(checked(sentence)).isEmpty();
    }

    @Test
    void what_may_not_belong_together_is_said() {
        assertThat(checked("We saw 203 patients. 14.3% had RLS.").get(0).sureness())
                .isEqualTo("sure, given figures that belong together");
    }

    @Test
    void the_number_of_pairs_may_stand_in_a_sentence_before() {
        assertThat(checked("We saw 10 patients. Movements fell from 33 ± 16 to 21 ± 23 per hour (p=0.07)."))
                .extracting(Checked::figures)
                .contains("33 ± 16 to 21 ± 23, n = 10, p=0.07");
    }

    @Test
    void rows_of_a_table_are_read_under_its_header() {
        TextCheck table = TextCheck.of("""
            Table 2. Correlates of RLS.

             ; OR ; 95% CI ; P value ;

            Dialysis > 5 years ; 2.32 ; 1.23-4.39 ; .002 ;

            Low HDL ; 2.73 ; 1.44, 5.15 ; 0.002* ;

            Sex ; 1 (reference) ;  ;  ;

            Short ; 2.73 ;

            After it 2.73 ; and ; so on.
            """);
        assertThat(table.findings())
                .extracting(f -> f.number() + " " + f.checked().figures() + " "
                        + f.checked().verdict().kind())
                .containsExactly(
                        "4 OR 2.32 (1.23 to 4.39), p=.002 CONTRADICTED",
                        "5 OR 2.73 (1.44 to 5.15), p=0.002 CONSISTENT");
        assertThat(table.findings().get(0).sentence()).isEqualTo("Dialysis > 5 years ; 2.32 ; 1.23-4.39 ; .002 ;");
    }

    @Test
    void a_table_may_have_two_estimates_a_row_and_limits_beside_them() {
        assertThat(checked("Variable ; Crude OR (95% CI) ; p ; Adjusted OR (95% CI) ; p ; \n\n"
                        + "Long ; 2.32 (1.23-4.39) ; 0.01 ; 2.0 (1.0-4.0) ; <0.001 ; \n\n"))
                .extracting(c -> c.figures() + " " + c.verdict().kind())
                .containsExactly(
                        "OR 2.32 (1.23 to 4.39), p=0.01 CONSISTENT", "OR 2.0 (1.0 to 4.0), p<0.001 CONTRADICTED");
    }
}
