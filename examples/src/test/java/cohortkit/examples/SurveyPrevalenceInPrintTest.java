package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.core.Cohort;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import cohortkit.io.Workbook;
import cohortkit.stats.survey.DesignProportion;
import cohortkit.stats.survey.SurveyDesign;
import cohortkit.stats.survey.SurveyPrevalence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ram et al. 2010, Sleep Breath 14:63 (NHANES 2005-06), again from the public-use rows, where those are at hand. */
class SurveyPrevalenceInPrintTest {

    private static final Path ROWS = Path.of("..", "..", "shared", "data", "nhanes");
    private static final SurveyDesign INTERVIEW =
            SurveyDesign.weighted("interview").withStrata("stratum").withPsu("unit");

    /** Everybody aged 16 and above, with the design. */
    private static Cohort people() {
        assumeTrue(Files.isDirectory(ROWS), "the row-level survey files are not at " + ROWS + ": skipped");
        Map<Double, Row> sampled = new HashMap<>();
        Cohort demography = Workbook.open(ROWS.resolve("DEMO_D.csv")).cohort();
        for (int i = 0; i < demography.size(); i++) {
            sampled.put(demography.row(i).number("SEQN"), demography.row(i));
        }
        return Workbook.open(ROWS.resolve("SLQ_D.csv"))
                .cohort()
                .derive(Variable.number("interview", ""), p -> of(sampled, p).number("WTINT2YR"))
                .derive(Variable.number("examined", ""), p -> of(sampled, p).number("WTMEC2YR"))
                .derive(Variable.number("stratum", ""), p -> of(sampled, p).number("SDMVSTRA"))
                .derive(Variable.number("unit", ""), p -> of(sampled, p).number("SDMVPSU"));
    }

    private static Row of(Map<Double, Row> sampled, Row person) {
        return Optional.ofNullable(sampled.get(person.number("SEQN"))).orElseThrow();
    }

    /** A diagnosis is asked only of people told that they have a disorder: everybody else has none. */
    private static DesignProportion diagnosis(String item, double code, SurveyDesign design) {
        Cohort with = people().derive(Variable.binary("told", ""), p -> !p.isMissing(item) && p.number(item) == code);
        return SurveyPrevalence.of(with, "told", design).proportion();
    }

    @ParameterizedTest
    @CsvSource({"SLQ070A, 1, 4.2%, 4.200, 0.311", "SLQ070B, 2, 1.2%, 1.214, 0.181", "SLQ070C, 3, 0.4%, 0.434, 0.087"})
    void a_diagnosis_is_as_frequent_as_printed(
            String item, double code, String printed, double percent, double standardError) {
        DesignProportion found = diagnosis(item, code, INTERVIEW);

        assertThat(found.n()).isEqualTo(6139);
        assertThat(found.strata()).isEqualTo(15);
        assertThat(found.psus()).isEqualTo(30);
        assertThat(Printed.parse(printed).admits(found.value())).isTrue();
        assertThat(100 * found.value()).isCloseTo(percent, within(5e-4));
        assertThat(100 * found.standardError()).isCloseTo(standardError, within(5e-4));
    }

    /** 1.2 % are of the interview's weights; with those of the examination it would have been 1.1 %. */
    @Test
    void insomnia_tells_which_weights_were_used() {
        DesignProportion examined = diagnosis("SLQ070B", 2, INTERVIEW.withWeights("examined"));

        assertThat(Printed.parse("1.2%").admits(examined.value(), Rounding.ANY)).isFalse();
        assertThat(Printed.parse("1.1%").admits(examined.value())).isTrue();
    }

    /** From which code on a symptom counts, and the highest that is an answer. */
    @ParameterizedTest
    @CsvSource({
        "SLQ030, 0, 2, 3, 48%, true, 47.88",
        "SLQ110, 0, 3, 4, 26.5%, true, 26.50",
        "SLQ130, 0, 3, 4, 26%, true, 26.10",
        "SLQ170, 2, 3, 5, 25%, true, 25.24",
        "SLQ170, 1, 3, 5, 25%, true, 25.04",
        "SLQ180, 2, 3, 5, 18%, false, 18.74",
        "SLQ180, 1, 3, 5, 18%, false, 18.65"
    })
    void a_symptom_is_as_frequent_as_printed(
            String item, double lowest, double from, double highest, String printed, boolean rounded, double percent) {
        Cohort with = people().derive(Variable.binary("symptom", ""), p -> {
            double answer = p.number(item);
            return (answer < lowest || answer > highest) ? null : answer >= from;
        });
        double found =
                SurveyPrevalence.of(with, "symptom", INTERVIEW).proportion().value();

        assertThat(100 * found).isCloseTo(percent, within(5e-3));
        assertThat(Printed.parse(printed).admits(found)).isEqualTo(rounded);
        // The 18 % who had difficulty remembering are 19 %, unless they were cut off.
        assertThat(Printed.parse(printed).admits(found, Rounding.ANY)).isTrue();
    }
}
