package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cohortkit.core.Cohort;
import cohortkit.core.Row;
import cohortkit.examples.files.StudyFiles;
import cohortkit.examples.sweden.SwedenStudy;
import cohortkit.io.Workbook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts the shipped survey tables again from the public-use rows, where those are at hand. */
class SurveyRecountTest {

    private static final Path ROWS = Path.of("..", "..", "shared", "data", "nhanes");
    private static final List<String> ITEMS = List.of("SLQ080", "SLQ090", "SLQ100", "SLQ150");

    private final Map<String, Long> symptom = new HashMap<>();
    private final Map<String, Long> fallingAsleep = new HashMap<>();

    @Test
    void the_shipped_counts_are_those_of_the_public_rows() {
        assumeTrue(Files.isDirectory(ROWS), "the row-level survey files are not at " + ROWS + ": skipped");
        count("2005-2006", "D");
        count("2007-2008", "E");
        StudyFiles files = StudyFiles.of(SwedenStudy.class);

        assertThat(symptom)
                .isEqualTo(shipped(files.cohort("sleep-survey-grouped.csv", "codebook.csv"), "insomnia_symptom"));
        assertThat(fallingAsleep)
                .isEqualTo(shipped(
                        files.cohort("sleep-survey-falling-asleep.csv", "codebook-falling-asleep.csv"),
                        "trouble_falling_asleep"));
    }

    private void count(String cycle, String letter) {
        Map<Double, String> people = new HashMap<>();
        Cohort demography =
                Workbook.open(ROWS.resolve("DEMO_" + letter + ".csv")).cohort();
        for (int i = 0; i < demography.size(); i++) {
            Row person = demography.row(i);
            double age = person.number("RIDAGEYR");
            String band = age < 40 ? "16-39" : age < 60 ? "40-59" : "60+";
            people.put(person.number("SEQN"), (person.number("RIAGENDR") == 1 ? "male" : "female") + "," + band);
        }
        Cohort sleep = Workbook.open(ROWS.resolve("SLQ_" + letter + ".csv")).cohort();
        for (int i = 0; i < sleep.size(); i++) {
            Row person = sleep.row(i);
            if (ITEMS.stream().allMatch(item -> !person.isMissing(item) && person.number(item) <= 4)) {
                double jerks = person.number("SLQ150");
                String key = cycle + "," + people.get(person.number("SEQN")) + ","
                        + (jerks == 0 ? "never" : jerks <= 2 ? "infrequent" : "frequent") + ",";
                boolean asleep = person.number("SLQ080") >= 3;
                boolean any = asleep || person.number("SLQ090") >= 3 || person.number("SLQ100") >= 3;
                symptom.merge(key + (any ? 1 : 0), 1L, Long::sum);
                fallingAsleep.merge(key + (asleep ? 1 : 0), 1L, Long::sum);
            }
        }
    }

    private static Map<String, Long> shipped(Cohort counts, String outcome) {
        Map<String, Long> byKey = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            Row row = counts.row(i);
            String key = row.level("cycle") + "," + row.level("sex") + "," + row.level("age_band") + ","
                    + row.level("leg_jerks") + "," + row.level(outcome);
            byKey.merge(key, (long) row.number("n"), Long::sum);
        }
        return byKey;
    }
}
