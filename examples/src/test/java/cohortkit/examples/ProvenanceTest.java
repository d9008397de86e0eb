package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.EvidenceLevel;
import cohortkit.claims.Figure;
import cohortkit.claims.Study;
import cohortkit.claims.Trace;
import cohortkit.claims.Why;
import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From each verdict to the cells that it rests on, and back. */
class ProvenanceTest {

    static Stream<Study> studies() {
        return Study.all().stream();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void each_figure_from_data_leads_to_its_cells_and_back(Study study) {
        for (Figure figure : study.figures()) {
            Why why = study.why(figure.id());
            assertThat(why.checked()).hasToString(study.check(figure.id()).toString());
            EvidenceLevel level = why.checked().finding().level();
            if (level == EvidenceLevel.ROWS || level == EvidenceLevel.COUNTS) {
                assertThat(why.trace()).as(figure.id()).isPresent();
            }
            if (!why.cells().isEmpty()) {
                CellRef last = why.cells().get(why.cells().size() - 1);
                assertThat(study.impact(last)).as(last.toString()).contains(figure);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dialysis|c2-twice|333 of 333 rows of dialysis-reconstructed-from-published-totals.xlsx|[rls,"
                        + " insomnia]",
                "dialysis|c1-patients|333 of 333 rows of dialysis-reconstructed-from-published-totals.xlsx|[]",
                "sweden|c5-us-risk-ratio|48 of 72 rows of sleep-survey-grouped.csv|[leg_jerks, insomnia_symptom, n]",
                "sweden|c10-us-women|36 of 72 rows of sleep-survey-grouped.csv|[sex, age_band, leg_jerks, n]",
                "pregnancy|lbw-age|189 of 189 rows of low-birth-weight.csv|[low, age, lwt, race, ftv]",
                "dialysis-catheter|risk-ratio|119 of 119 rows of dialysis-catheter.csv|[delta, type]",
            })
    void the_rows_and_variables_are_those_that_were_read(String study, String figure, String rows, String variables) {
        Trace trace = Study.named(study).why(figure).trace().orElseThrow();
        assertThat(trace).hasToString(rows);
        assertThat(trace.variables()).hasToString(variables);
        assertThat(trace.rowsOfFiles()).isGreaterThanOrEqualTo(trace.rows());
    }

    @Test
    void a_cell_of_those_who_were_left_out_is_no_part_of_a_table_but_of_the_choice() {
        Study sweden = Study.named("sweden");
        Why why = sweden.why("c5-us-risk-ratio");
        assertThat(why.toString()).contains("cells       leg_jerks D2:D73", "insomnia_symptom E2:E13 E26:E49 E62:E73");
        String file = "sleep-survey-grouped.csv";
        Figure figure = why.checked().figure();
        assertThat(sweden.impact(CellRef.parse(file, "", "D14"))).contains(figure);
        assertThat(sweden.impact(CellRef.parse(file, "", "E14"))).doesNotContain(figure);
        assertThat(sweden.impact(CellRef.parse("other.csv", "", "E13"))).isEmpty();
    }

    @Test
    void a_calculation_with_printed_numbers_has_no_rows() {
        Why why = Study.named("magnesium").why("c13-movements");
        assertThat(why.trace()).isEmpty();
        assertThat(why.cells()).isEqualTo(List.of());
        assertThat(why.toString()).contains("how         movements").doesNotContain("rows ");
        assertThatThrownBy(() -> Study.named("magnesium").why("c13-movement"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("did you mean 'c13-movements'?");
    }
}
