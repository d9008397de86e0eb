package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that stand for none: told in a draft and at an import without a codebook, never acted on. */
class SuspectedDatesTest {

    private static Workbook visits(String days) {
        StringBuilder text = new StringBuilder("id,visit\n");
        int n = 0;
        for (String day : days.split(" ", -1)) {
            text.append('p').append(++n).append(',').append(day).append('\n');
        }
        return Workbook.read("visits.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> suspicions(Workbook workbook) {
        return workbook.cohort().ledger().only(Action.SUSPICIOUS).entries().stream()
                .map(Ledger.Entry::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2004-03-17 2004-05-01 1900-01-01, '1900-01-01 (day 1 of spreadsheets; once; the next day is 2004-03-17)'",
        "2004-03-17 9999-12-31 2001-05-01, '9999-12-31 (a day for none; once; the next day is 2004-03-17)'",
        "2004-03-17 1960-01-01 2001-05-01, '1960-01-01 (day 0 of SAS and Stata; once; the next day is 2001-05-01)'",
        "2004-03-17T09:30 2005-03-17T10:15 1970-01-01T00:00, "
                + "'1970-01-01 (day 0 of Unix and R; once; the next day is 2004-03-17)'",
        "1955-03-17 1960-01-01 1960-01-01 1960-01-01 1966-05-01, "
                + "'1960-01-01 (day 0 of SAS and Stata; 3 times; no other day more often than 1)'",
    })
    void a_day_that_stands_apart_or_too_often(String days, String evidence) {
        Workbook workbook = visits(days);

        assertThat(workbook.draft().codebook().variable("visit").note())
                .contains("SUSPECTED missing codes, not applied: " + evidence);
        String day = evidence.substring(0, 10);
        assertThat(suspicions(workbook))
                .hasSize(days.split(day, -1).length - 1)
                .allMatch(line -> line.contains("may be a missing code: " + evidence) && line.contains("-> " + day));
        assertThat(workbook.cohort().missing("visit")).isEmpty();
    }

    @Test
    void the_observed_range_is_without_them() {
        assertThat(visits("2004-03-17 2004-05-01 1900-01-01")
                        .draft()
                        .codebook()
                        .variable("visit")
                        .note())
                .startsWith("observed 2004-03-17 to 2004-05-01;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1958-04-02 1960-01-01 1966-05-01",
                "1900-01-01 1900-01-01 1900-01-01",
                "1959-12-30 1960-01-01 1960-01-02",
                "1960-01-01 1960-01-01 1960-01-01 1961-01-02 1961-01-02",
                "2004-03-17 2004-05-01 1900-01-02"
            })
    void a_day_among_its_like_is_a_day(String days) {
        assertThat(suspicions(visits(days))).isEmpty();
        assertThat(visits(days).draft().codebook().variable("visit").note()).doesNotContain("SUSPECTED");
    }

    @Test
    void a_codebook_decides() {
        Codebook codebook = Codebook.of(Variable.identifier("id", ""), Variable.date("visit", ""));

        assertThat(visits("2004-03-17 2004-05-01 1900-01-01")
                        .cohort(ImportOptions.defaults().withCodebook(codebook))
                        .ledger()
                        .only(Action.SUSPICIOUS)
                        .entries())
                .isEmpty();
    }
}
