package cohortkit.stats.survey;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.core.Interval;
import cohortkit.stats.Reference;
import cohortkit.stats.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with R's survey. */
class SurveyReferenceTest {

    private static final String HEADER = "stratum,psu,population,weight,g,y";
    private static final Map<String, Cohort> COHORTS = new ConcurrentHashMap<>();

    static List<Reference> rows() {
        return Reference.rows("survey.csv");
    }

    private static Cohort cohort(String name) {
        return COHORTS.computeIfAbsent(
                name,
                data -> Tables.cohort(Stream.concat(
                                Stream.of(HEADER),
                                Reference.rows("survey-data.csv").stream()
                                        .filter(row -> row.text("data").equals(data))
                                        .map(row -> String.join(
                                                ",",
                                                Stream.of(HEADER.split(","))
                                                        .map(row::text)
                                                        .toList())))
                        .toArray(String[]::new)));
    }

    private static SurveyDesign design(String form, SinglePsu single) {
        SurveyDesign design = SurveyDesign.simple().with(single);
        return switch (form) {
            case "W" -> design.withWeights("weight");
            case "P" -> design.withPsu("unit");
            case "SW" -> design.withStrata("stratum").withWeights("weight");
            case "SPW" -> design.withStrata("stratum").withPsu("psu").withWeights("weight");
            default ->
                design.withStrata("stratum")
                        .withPsu("psu")
                        .withWeights("weight")
                        .withPopulation("population");
        };
    }

    private static Cohort withUnits(Cohort cohort) {
        return cohort.derive(
                cohortkit.core.Variable.text("unit", "Unit"), row -> row.level("stratum") + "/" + row.number("psu"));
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(rows()).hasSize(390);
        assertThat(Reference.rows("survey-data.csv")).hasSize(332);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void proportions_agree_with_survey(Reference row) {
        Cohort cohort = withUnits(cohort(row.text("data")));
        SurveyDesign design = design(row.text("design"), SinglePsu.valueOf(row.text("single")));
        SurveyInterval method = SurveyInterval.valueOf(row.text("method"));
        double level = row.number("level");
        String group = row.text("group");
        SurveyPrevalence prevalence = group.isEmpty()
                ? SurveyPrevalence.of(cohort, "y", design, method, level)
                : SurveyPrevalence.by(cohort, "y", "g", design, method, level).stream()
                        .filter(p -> p.group().equals("g = " + group))
                        .findFirst()
                        .orElseThrow();
        DesignProportion proportion = prevalence.proportion();
        Interval interval = prevalence.estimate().interval();

        row.assertClose(proportion.value(), row.number("estimate"));
        row.assertClose(proportion.standardError(), row.number("std_error"));
        row.assertClose(proportion.designEffect(), row.number("deff"));
        assertThat(proportion.degreesOfFreedom()).isEqualTo((int) row.count("df"));
        assertThat(proportion.n()).isEqualTo(row.count("n"));
        row.assertClose(interval.lower(), row.number("lower"));
        row.assertClose(interval.upper(), row.number("upper"));
    }
}
