package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.Figure;
import cohortkit.claims.Finding;
import cohortkit.claims.Printed;
import cohortkit.claims.Study;
import cohortkit.claims.Verdict;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

    private static Reproduction reproduction(Verdict.Kind declared) {
        Figure ratio = new Figure(
                "ratio",
                "table 1",
                "<b>twice</b> & more",
                "ratio",
                Optional.of(Printed.parse("2.0")),
                Optional.empty(),
                Optional.empty(),
                declared,
                "note \"1\"");
        Figure words = new Figure(
                "words",
                "abstract",
                "unclear",
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Verdict.Kind.NOT_CHECKABLE,
                "");
        Estimate estimate = new Estimate(
                Measure.RISK_RATIO,
                2.04,
                new Interval(1.5, Double.POSITIVE_INFINITY, 0.95),
                Convention.of("risks", "log Wald"));
        Study study = Study.of(
                "study",
                "A study",
                List.of(ratio, words),
                Map.of(
                        "ratio",
                        () -> Finding.fromRows(estimate),
                        "none",
                        () -> Finding.notCheckable("nothing is printed")));
        return new Reproduction(List.of(study.verify()));
    }

    @Test
    void text_is_one_aligned_table_of_at_most_100_columns_with_a_count_by_verdict() {
        assertThat(reproduction(Verdict.Kind.REPRODUCED).toText()).isEqualTo("""
                        study        figure as printed           evidence      recomputed                      verdict
                        -----------  --------------------------  ------------  ------------------------------  -------------
                        study        <b>twice</b> & more         rows          2.04 (95 % CI 1.50 to Inf; log  REPRODUCED
                                                                               Wald)
                        study        unclear                     none          -                               NOT_CHECKABLE

                        2 figures: 1 REPRODUCED, 0 CONSISTENT, 0 POSSIBLE, 0 CONTRADICTED, 1 NOT_CHECKABLE
                        2 as declared, 0 not
                        """);
    }

    @Test
    void a_verdict_that_was_not_declared_is_named() {
        Reproduction reproduction = reproduction(Verdict.Kind.CONTRADICTED);

        assertThat(reproduction.surprises()).extracting(f -> f.figure().id()).containsExactly("ratio");
        assertThat(reproduction.toText())
                .contains("study ratio is declared CONTRADICTED and is REPRODUCED: printed 2.0, computed 2.04")
                .contains("1 as declared, 1 not");
    }

    @Test
    void writes_a_page_and_a_file_for_programs(@TempDir Path folder) throws IOException {
        reproduction(Verdict.Kind.CONTRADICTED).write(folder.resolve("deep/er"));
        String page = Files.readString(folder.resolve("deep/er/index.html"));
        String json = Files.readString(folder.resolve("deep/er/figures.json"));

        assertThat(page).contains("&lt;b&gt;twice&lt;/b&gt; &amp; more", "declared CONTRADICTED", "note &quot;1&quot;");
        assertThat(page).doesNotContain("<b>twice", "http:", "https:", "<script");
        assertThat(json.replaceAll("\\s+", ""))
                .startsWith(
                        "[{\"study\":\"study\",\"id\":\"ratio\",\"where\":\"table1\",\"quote\":\"<b>twice</b>&more\","
                                + "\"computed\":2.04,\"lower\":1.5,\"upper\":\"Inf\",\"level\":\"rows\","
                                + "\"verdict\":\"REPRODUCED\",\"expected\":\"CONTRADICTED\",");
        assertThat(json).contains("\"computed\" : null");
        try (var files = Files.list(folder.resolve("deep/er"))) {
            assertThat(files).hasSize(2);
        }
    }
}
