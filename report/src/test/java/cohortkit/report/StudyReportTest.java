package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class StudyReportTest {

    private static final int N = 120;

    /** The exposed are ill in 24 of 40, the others in 20 of 80; the age of six is missing. */
    private static Cohort cohort() {
        StringColumn ill = StringColumn.create("ill");
        StringColumn drug = StringColumn.create("drug");
        StringColumn sex = StringColumn.create("sex");
        StringColumn note = StringColumn.create("note");
        DoubleColumn age = DoubleColumn.create("age");
        DoubleColumn dose = DoubleColumn.create("dose");
        DoubleColumn never = DoubleColumn.create("never");
        for (int i = 0; i < N; i++) {
            boolean exposed = i % 3 == 0;
            boolean event = exposed ? i % 5 < 3 : i % 4 == 0;
            ill.append(event ? "yes" : "no");
            drug.append(exposed ? "<b>new</b>" : "=old");
            sex.append(i % 7 < 3 ? "f" : "m");
            note.append("text");
            age.append(i % 20 == 19 ? 999 : 20 + (i * 13) % 47);
            dose.append(i % 4);
            never.append(0);
        }
        return Cohort.of(
                Table.create(ill, drug, sex, note, age, dose, never),
                Codebook.of(
                        Variable.binary("ill", "Ill & unwell"),
                        Variable.category("drug", "Drug", Level.of("=old"), Level.of("<b>new</b>")),
                        Variable.category("sex", "Sex", Level.of("f"), Level.of("m")),
                        Variable.text("note", "Note"),
                        Variable.number("age", "Age").withUnit("years").withMissing("999", "<i>refused</i>"),
                        Variable.number("dose", "Dose"),
                        Variable.number("never", "Never")));
    }

    private static StudyReport report(String exposure, String outcome) {
        return StudyReport.of(cohort(), exposure, outcome);
    }

    private static String section(String page, String id) {
        int start = page.indexOf("<section id=\"" + id + "\">");
        assertThat(start).as(id).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }

    @Test
    void a_page_has_every_part_and_needs_nothing_else() {
        String page = report("drug", "ill")
                .withAdjusters("age", "sex")
                .withGroups("sex")
                .toHtml();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Drug and Ill &amp; unwell</h1>", "href=\"#provenance\"")
                .doesNotContain("<script", "http:", "https:", "src=", "<b>new", "<i>refused", "url(", "@import");
        assertThat(section(page, "import")).contains("Every cell was taken as it stood.");
        assertThat(section(page, "participants"))
                .contains("<desc>At the start: 120. Excluded, Age missing: 6. Remaining: 114</desc>");
        assertThat(section(page, "characteristics"))
                .contains("missing: &lt;i&gt;refused&lt;/i&gt;", "Age (years)", "Dose")
                .doesNotContain("Note");
        assertThat(section(page, "prevalence")).contains("24/40", "Prevalence by Sex", "<desc>=old: 25.0 %");
        assertThat(section(page, "association"))
                .contains("risk ratio", "2.40 (1.52 to 3.79)", "Fisher exact, minimum likelihood");
        assertThat(section(page, "models"))
                .contains("univariable", "multivariable", "reference", "Drug: &lt;b&gt;new&lt;/b&gt;, adjusted:");
        assertThat(section(page, "missing")).contains("age: 6: &lt;i&gt;refused&lt;/i&gt; 6");
        assertThat(section(page, "methods"))
                .contains("Cohortkit 0.1.0", "logistic regression", "114 of 120", "(drug), reference =old")
                .contains("the event is yes", "Newcombe");
        assertThat(section(page, "provenance"))
                .contains("Missing cells of the model&#39;s variables: 6", "row 20: age", "risk ratio: ratio of two");
    }

    @Test
    void says_what_the_cohort_was_read_from(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("reconstructed.csv"), "abc");
        Path page = folder.resolve("page.html");
        StudyReport report = report("drug", "ill").withFiles(DataFile.of(data));
        report.save(page);

        // sha256sum of "abc", FIPS 180-2
        assertThat(page)
                .content()
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .contains("reconstructed from published totals: they are no real people");
        assertThat(report.files().get(0).bytes()).isEqualTo(3);
        assertThat(report).hasToString("report on drug and ill, 120 rows; save(path) as .html");
        assertThatThrownBy(() -> DataFile.of(folder.resolve("none"))).isInstanceOf(InputException.class);
        assertThat(report("drug", "ill").toHtml()).contains("The participants came from no file.");
    }

    @Test
    void a_number_is_shown_in_fourths_and_modelled_as_it_is() {
        String page = report("age", "ill").toHtml();

        // R: quantile(age, type = 7) of the 114 is 20, 31, 43, 54, 66
        assertThat(section(page, "prevalence"))
                .contains("Age, in fourths (years)", "20 to 31", "32 to 43", "44 to 54", "55 to 66");
        assertThat(section(page, "association")).contains("All groups together:", "reference", "RR (95 % CI)");
        assertThat(section(page, "models")).contains("Age (years), by 1, crude").doesNotContain("multivariable");
        assertThat(section(report("dose", "ill").toHtml(), "prevalence"))
                .contains("The values of dose are the groups")
                .doesNotContain("fourths");
    }

    @Test
    void an_outcome_without_events_says_why_there_is_no_model() {
        String page = report("drug", "never").withAdjusters("age").toHtml();

        assertThat(section(page, "models")).contains("class=\"notice\"", "nothing to model");
        assertThat(section(page, "association")).contains("0.0 (0.0 to 8.8)", "NA");
        assertThat(section(page, "prevalence")).contains("0/40");
        assertThat(page).contains("No model: all 114 analyzed rows have never = 0");
    }

    @Test
    void a_separated_exposure_has_its_one_limit() {
        Cohort separated =
                cohort().derive(Variable.binary("sure", "Sure"), p -> p.is("ill", "yes") && p.is("drug", "<b>new</b>"));
        String page = StudyReport.of(separated, "sure", "ill").toHtml();

        assertThat(page).contains("Crude odds ratio of Sure: yes: &gt; ", "the one finite limit of the 95 %");
        assertThat(section(page, "models")).contains("Firth&#39;s penalized likelihood", "quasi-complete separation");
        assertThat(section(page, "provenance")).contains("No cell of the model&#39;s variables is missing.");
        assertThat(section(page, "participants")).contains("All 120 participants");
    }

    @Test
    void levels_are_tested_together() {
        Cohort three = cohort().derive(
                        Variable.category("part", "Part", Level.of("a"), Level.of("b"), Level.of("c"), Level.of("d")),
                        p -> p.number("dose") < 1 ? "a" : p.number("dose") < 2 ? "b" : "c");
        String page = StudyReport.of(three, "part", "ill").withAdjusters("sex").toHtml();

        assertThat(section(page, "models")).contains("All levels of the exposure together: likelihood-ratio test: ");
        assertThat(section(page, "association")).contains("Nobody is in part = d.");
        assertThat(page).contains("Adjusted odds ratio of Part: c: ");
    }

    @Test
    void variables_that_cannot_be_what_they_are_named_for_are_refused() {
        assertThatThrownBy(() -> report("note", "ill"))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'note' is text; an exposure is a category or a number: a codebook says which"
                        + " levels a variable has");
        assertThatThrownBy(() -> report("drug", "age")).hasMessageContaining("age");
        assertThatThrownBy(() -> report("ill", "ill"))
                .hasMessage("'ill' is the exposure and the outcome; name two variables");
        assertThatThrownBy(() -> report("drug", "ill").withAdjusters("sex", "drug"))
                .hasMessage("'drug' is in the model twice; leave one out");
        assertThatThrownBy(() -> report("drug", "ill").withGroups("age")).hasMessageContaining("by categories");
        assertThatThrownBy(() -> report("drug", "ill").withGroups("ill")).hasMessageContaining("no prevalence");
        assertThatThrownBy(() -> report("drug", "ill").withGroups("sex", "sex")).hasMessageContaining("twice");
        assertThatThrownBy(() -> report("drgu", "ill")).hasMessageContaining("drug");
    }
}
