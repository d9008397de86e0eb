package cohortkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Cohort;
import cohortkit.stats.regression.CoefficientInterval;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.ModelTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class RegressionRowsTest {

    /** All three with x have y, and one of four without. */
    private static Cohort separated() {
        return Cohort.of(Table.create(
                DoubleColumn.create("y", 1, 1, 1, 0, 0, 1, 0),
                DoubleColumn.create("x", 1, 1, 1, 0, 0, 0, 0),
                DoubleColumn.create("none", 0, 0, 0, 1, 1, 1, 1),
                DoubleColumn.create("well", 0, 0, 0, 1, 1, 0, 0),
                DoubleColumn.create("z", 1, 2, 3, 1, 2, 3, 5)));
    }

    private static PaperTable table(String formula, Model model) {
        return PaperTables.regression(ModelTable.of(model.of(formula), separated()));
    }

    private static List<String> cells(PaperTable table, int row) {
        return table.rows().get(row).cells().stream()
                .map(cell -> cell.value().printed(Journal.PLAIN.style()))
                .toList();
    }

    /** The likelihood-ratio test is of 2 (4 ln 4/7 + 3 ln 3/7 - ln 1/4 - 3 ln 3/4) = 5.06. */
    @Test
    void a_separated_term_has_its_one_limit_and_says_why() {
        PaperTable above = table("y ~ x", Model.LOGISTIC);

        assertThat(cells(above, 0)).containsExactly("x", "4/7", "> 1.68", "0.024");
        assertThat(above.rows().get(0).cells().get(2).footnotes())
                .containsExactly(
                        "No finite estimate, the outcome is separated: the one finite limit of the 95 %"
                                + " profile-likelihood interval; p by likelihood ratio.",
                        "Firth's penalized likelihood: 16.33 (95 % CI 0.80 to 2833; profile penalized likelihood).");
        assertThat(cells(table("y ~ none", Model.LOGISTIC), 0)).containsExactly("none", "4/7", "< 0.60", "0.024");
        assertThat(above.numbers().toCsv()).contains(",estimate,Inf,", ",conf.high,Inf,");
        assertThat(table("y ~ well", Model.POISSON).toText(Journal.PLAIN.style()))
                .contains("< ")
                .doesNotContain("Inf", "Firth");
    }

    @Test
    void other_terms_of_a_separated_model_keep_their_estimates() {
        PaperTable both = table("y ~ x + z", Model.LOGISTIC);

        assertThat(both.toText(Journal.PLAIN.style())).doesNotContain("Inf");
        assertThat(cells(both, 1).get(4)).contains(" to ");
    }

    @Test
    void a_model_of_one_term_does_not_stand_beside_itself() {
        PaperTable alone = PaperTables.regression(
                ModelTable.of(Model.LOGISTIC.of("y ~ z"), separated()).with(CoefficientInterval.PROFILE));

        assertThat(alone.columns()).hasSize(4);
        assertThat(alone.spanners()).isEmpty();
        assertThat(alone.notes().get(0)).doesNotContain("Univariable");
        assertThat(table("y ~ x + z", Model.LOGISTIC).columns()).hasSize(6);
    }

    @Test
    void a_table_within_strata_counts_them_and_has_its_level() {
        Cohort cohort = Cohort.of(Table.create(
                DoubleColumn.create("y", 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0),
                DoubleColumn.create("x", 1, 2, 3, 1, 2, 5, 4, 2, 3, 1, 2, 3),
                DoubleColumn.create("z", 1, 2, 1, 3, 2, 1, 3, 1, 2, 3, 1, 2),
                DoubleColumn.create("site", 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)));
        PaperTable table = PaperTables.regression(ModelTable.within(Model.LOGISTIC.of("y ~ x + z"), "site", cohort)
                .withLevel(0.9));

        assertThat(table.rows()).hasSize(2);
        assertThat(table.toText(Journal.PLAIN.style())).contains("OR (90 % CI)");
        assertThat(table.notes()).contains("3 strata of site, an intercept each.");
    }

    @Test
    void a_model_table_is_also_rows_for_other_programs() {
        ModelTable models = ModelTable.of(Model.LOGISTIC.of("y ~ z"), separated());

        assertThat(StatTables.models(models).toCsv())
                .startsWith("model,term,estimate,std.error,")
                .contains("\nunivariable,z,", "\nmultivariable,z,");
        assertThat(StatTables.models(models).table().rowCount()).isEqualTo(2);
    }
}
