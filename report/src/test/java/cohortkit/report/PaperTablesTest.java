package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Figure;
import cohortkit.claims.Finding;
import cohortkit.claims.Printed;
import cohortkit.claims.Study;
import cohortkit.claims.Verdict;
import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.Flow;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Level;
import cohortkit.core.Measure;
import cohortkit.core.Variable;
import cohortkit.stats.ProportionInterval;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.ModelTable;
import cohortkit.stats.regression.Weights;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PaperTablesTest {

    private static List<List<String>> cells(PaperTable table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(PaperCell::toString).toList())
                .toList();
    }

    private static List<String> row(PaperTable table, String start, String method) {
        return cells(table).stream()
                .filter(cells -> cells.get(0).equals(start) && cells.get(5).startsWith(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_flow_reconciles() {
        Flow flow = new Flow(10, List.of(new Flow.Step("too young", 3, 1, 7), new Flow.Step("moved", 0, 0, 7)));
        PaperTable table = PaperTables.flow(flow);

        assertThat(cells(table))
                .containsExactly(
                        List.of("at the start", "", "", "10"),
                        List.of("too young", "3", "1", "7"),
                        List.of("moved", "0", "0", "7"),
                        List.of("analysed", "3", "", "7"));
        assertThat(table.notes()).hasSize(1);
        assertThat(PaperTables.flow(Flow.startingWith(5)).notes()).isEmpty();
    }

    private static Cohort cohort() {
        return Cohort.of(
                Table.create(
                        StringColumn.create("ill", "no", "yes", "yes", "", "x", "no", "", "yes"),
                        StringColumn.create("sex", "f", "f", "f", "f", "f", "m", "m", "")),
                Codebook.of(
                        Variable.binary("ill", "Ill").withMissing("x", "refused"),
                        Variable.category("sex", "Sex", Level.of("f"), Level.of("m"), Level.of("d"))));
    }

    @Test
    void prevalences_are_of_those_who_are_known() {
        PaperTable table = PaperTables.prevalences(cohort(), List.of("ill"), "sex");

        // Wilson: binom::binom.wilson(2, 3) and (2, 4) in R
        assertThat(cells(table))
                .containsExactly(
                        List.of("Ill: yes", "", "", ""),
                        List.of("f", "2/3", "2", "66.7 (20.8 to 93.9)"),
                        List.of("m", "0/1", "1", "0.0 (0.0 to 79.3)"),
                        List.of("all", "2/4", "3", "50.0 (15.0 to 85.0)"));
        assertThat(table.notes())
                .containsExactly(
                        "Intervals: Wilson, of those in whom the outcome is known.",
                        "Missing: 2 blank.",
                        "Missing: 1 refused.",
                        "1 of 8 people is in no column: sex is missing (1 blank).",
                        "Nobody is in sex = d.");
        Cohort unknown = cohort().where(p -> p.isMissing("ill"));
        assertThat(cells(PaperTables.prevalences(
                                unknown, List.of("ill"), "sex", ProportionInterval.CLOPPER_PEARSON, 0.9))
                        .get(1))
                .containsExactly("f", "0/0", "2", "NA [The outcome is known in nobody.]");
        assertThatThrownBy(() -> PaperTables.prevalences(cohort(), List.of(), "sex"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void a_2x2_table_holds_counts_measures_and_tests() {
        TwoByTwo counts = new TwoByTwo(16, 30, 46, 241);
        PaperTable table = PaperTables.twoByTwo(counts, 0.95);

        assertThat(cells(table).get(0)).containsExactly("exposed", "16", "30", "34.8 (22.7 to 49.2)", "", "Wilson");
        assertThat(cells(table).get(2)).containsExactly("all", "62", "271", "", "", "");
        assertThat(row(table, "risk ratio", "log Wald").get(3)).isEqualTo("2.17 (1.35 to 3.49)");
        assertThat(row(table, "risk difference", "Newcombe").get(3)).isEqualTo("18.8 (5.8 to 33.7)");
        assertThat(row(table, "odds ratio", "exact").get(3))
                .isEqualTo(new CellValue.Estimated(counts.oddsRatio(OddsRatioInterval.EXACT))
                        .printed(Journal.PLAIN.style()));
        assertThat(row(table, "Pearson chi-square", "").subList(3, 5))
                .containsExactly(
                        "9.20",
                        Journal.PLAIN.style().pValue(ChiSquare.test(counts).pValue()));
        assertThat(cells(table))
                .extracting(cells -> cells.get(0))
                .contains(
                        "risk difference",
                        "number needed to treat",
                        "attributable fraction in the exposed",
                        "attributable fraction in the population",
                        "Fisher exact, minimum likelihood",
                        "E-value");
        assertThat(table.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(table.spanners()).containsExactly(new PaperTable.Spanner("outcome", 1, 2));
    }

    @Test
    void an_empty_margin_says_what_is_undefined() {
        PaperTable table = PaperTables.twoByTwo(new TwoByTwo(0, 0, 3, 7), 0.95);

        assertThat(table.toString()).contains("nobody");
        assertThat(row(table, "risk ratio", "log Wald").get(3)).isEqualTo("NA");
    }

    @Test
    void people_left_out_of_a_2x2_table_are_counted() {
        Cohort cohort = Cohort.of(
                Table.create(
                        StringColumn.create("ill", "no", "yes", "yes", ""),
                        StringColumn.create("drug", "no", "yes", "no", "yes")),
                Codebook.of(Variable.binary("ill", "Ill"), Variable.binary("drug", "Drug")));
        assertThat(PaperTables.twoByTwo(TwoByTwo.of(cohort, "drug", "ill"), 0.9).notes())
                .contains("1 of 4 people is left out: drug or ill is missing.");
    }

    @Test
    void verdicts_have_their_reason_and_a_declaration_that_differs_as_footnotes() {
        Estimate estimate =
                new Estimate(Measure.RISK_RATIO, 2.04, new Interval(1.5, 3, 0.95), Convention.of("risks", "log Wald"));
        Figure ratio = new Figure(
                "ratio",
                "abstract",
                "=twice",
                "ratio",
                Optional.of(Printed.parse("2.0")),
                Optional.empty(),
                Optional.empty(),
                Verdict.Kind.CONTRADICTED,
                "");
        Study study = Study.of("study", "A study", List.of(ratio), Map.of("ratio", () -> Finding.fromRows(estimate)));
        PaperTable table = PaperTables.verdicts(study.verify());

        assertThat(cells(table).get(0).subList(0, 4)).containsExactly("ratio", "2.0", "2.040 (1.500 to 3.000)", "rows");
        assertThat(cells(table).get(0).get(4)).startsWith("REPRODUCED [").contains("The study declares CONTRADICTED.");
        assertThat(table.notes()).containsExactly("1 REPRODUCED.");
    }

    @Test
    void a_term_without_an_estimate_says_why() {
        Cohort cohort = Cohort.of(
                Table.create(
                        StringColumn.create("ill", "no", "yes", "yes", "no", "yes", "no", "no", "yes"),
                        StringColumn.create("a", "no", "no", "yes", "yes", "yes", "no", "yes", "no"),
                        StringColumn.create("b", "no", "no", "yes", "yes", "yes", "no", "yes", "no")),
                Codebook.of(Variable.binary("ill", "Ill"), Variable.binary("a", "A"), Variable.binary("b", "B")));
        PaperTable table = PaperTables.regression(ModelTable.of(Model.LOGISTIC.of("ill ~ a + b"), cohort));

        assertThat(cells(table).get(1)).containsExactly("no", "2/4", "reference", "", "reference", "");
        assertThat(cells(table).get(2)).startsWith("yes", "2/4", "1.00 (0.0625 to 15.99)", "1.000");
        assertThat(cells(table)).anySatisfy(row -> assertThat(row.get(4)).startsWith("NA [Aliased"));
        Cohort weighted = Cohort.of(
                Table.create(DoubleColumn.create("ill", 0, 1, 1, 0, 1, 0), DoubleColumn.create("x", 1, 2, 2, 1, 1, 2)));
        assertThatThrownBy(() -> PaperTables.regression(
                        ModelTable.of(Model.LOGISTIC.of("ill ~ x").with(Weights.frequency("x")), weighted)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("without weights");
    }

    @Test
    void a_bent_number_has_a_row_for_each_of_its_columns() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        Cohort cohort = Cohort.of(
                Table.create(
                        StringColumn.create("ill", "no", "yes", "yes", "no", "yes", "no", "no", "yes"),
                        DoubleColumn.create("x", x)),
                Codebook.of(Variable.binary("ill", "Ill"), Variable.number("x", "X")));
        PaperTable table = PaperTables.regression(ModelTable.of(Model.LOGISTIC.of("ill ~ poly(x, 2)"), cohort));

        assertThat(cells(table)).hasSize(2);
        assertThat(cells(table).get(1).subList(0, 2)).containsExactly("poly(x, 2)2", "4/8");
        assertThat(cells(table).get(1)).hasSize(4);
        assertThat(cells(table).get(1).get(2)).contains(" to ");
    }
}
