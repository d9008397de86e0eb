package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second row that says what the names above it mean is no patient. */
class LabelsBelowTest {

    private static final String[] SURVEY = {
        "id,age,visit,remark",
        "Patient,Age at interview,Day of the visit,What was said",
        "P1,54,2004-03-17,tired",
        "P2,61,2004-04-01,",
        "P3,47,2004-05-02,restless legs"
    };

    private static Workbook csv(String... lines) {
        return Workbook.read("survey.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> dropped(Cohort cohort) {
        return cohort.ledger().only(Action.DROPPED).entries().stream()
                .map(Ledger.Entry::toString)
                .toList();
    }

    @Test
    void labels_below_the_names_are_dropped_with_an_entry() {
        Cohort cohort = csv(SURVEY).cohort();

        assertThat(cohort.size()).isEqualTo(3);
        assertThat(cohort.codebook().variable("age").type()).isEqualTo(VariableType.NUMBER);
        assertThat(cohort.codebook().variable("visit").type()).isEqualTo(VariableType.DATE);
        assertThat(cohort.ledger().detected()).contains("header in rows 1 and 2");
        assertThat(dropped(cohort))
                .containsExactly(
                        "survey.csv!A2 \"Patient\" dropped: a label below the name of its column",
                        "survey.csv!B2 \"Age at interview\" dropped: a label below the name of its column",
                        "survey.csv!C2 \"Day of the visit\" dropped: a label below the name of its column",
                        "survey.csv!D2 \"What was said\" dropped: a label below the name of its column");
    }

    @Test
    void a_draft_has_them_as_labels() {
        Codebook codebook = csv(SURVEY).draft().codebook();

        assertThat(codebook.names()).containsExactly("id", "age", "visit", "remark");
        assertThat(codebook)
                .extracting(Variable::label)
                .containsExactly("Patient", "Age at interview", "Day of the visit", "What was said");
    }

    @Test
    void with_a_codebook_they_are_no_row_either() {
        Codebook codebook = Codebook.of(
                Variable.identifier("id", "Patient"), Variable.number("age", "Age"), Variable.date("visit", "Visit"));
        Cohort cohort = csv(SURVEY).cohort(ImportOptions.defaults().withCodebook(codebook));

        assertThat(cohort.size()).isEqualTo(3);
        assertThat(cohort.ledger().only(Action.REFUSED).entries()).isEmpty();
    }

    @Test
    void the_codebooks_own_labels_are_known_over_words() {
        Codebook codebook = Codebook.of(Variable.identifier("id", "Patient"), Variable.text("remark", "What was said"));
        Cohort cohort = csv("id,remark", "Patient,What was said", "P1,tired", "P2,restless")
                .cohort(ImportOptions.defaults().withCodebook(codebook));

        assertThat(cohort.size()).isEqualTo(2);
        assertThat(dropped(cohort)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,sex,note\nP1,f,tired\nP2,m,well\nP3,f,ill",
                "id,age,weight\nrefused,not done,unknown\nP2,61,70\nP3,47,66",
                "id,age,weight\nP1,old,heavy\nP2,61,70\nP3,47,66",
                "id,age,weight\nPatient,Years,Years\nP2,61,70\nP3,47,66",
                "name,age,weight\nAnna,old,heavy\nBo,61,70\nAnna,47,66",
                "id,age,weight\nPatient,Age,\nP2,61,70\nP3,47,66",
                "id,age,weight\nPatient,Age,Weight\nP2,61,70",
            })
    void what_may_be_a_patient_stays_one(String text) {
        assertThat(csv(text).cohort().size()).isEqualTo((int) text.lines().count() - 1);
    }
}
