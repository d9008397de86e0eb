package cohortkit.claims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Verdict;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedTableTest {

    /** Mashhad 2023: none 66.7 %, mild 22 %, severe 11.3 % of 150; 44.7 % male. */
    private static final String SEVERITY = """
        set,quantity,printed
        severity,shape,3 x 2
        severity,n,150
        severity,column 1 of n,44.7%
        severity,row 2 of n,22%
        severity,row 3 of n,11.3%
        """;

    @TempDir
    private Path folder;

    private StudyFolder study(String printed, String figures) {
        Folders.write(folder, "printed.csv", printed, "figures.csv", Folders.HEADER + figures);
        return StudyFolder.open(folder);
    }

    private Verdict.Kind verdict(String printed, String compute, String figure) {
        return study(printed, Folders.figure("x", compute, figure, "CONSISTENT"))
                .why("x")
                .checked()
                .verdict()
                .kind();
    }

    @Test
    void margins_and_cells_of_any_table_are_bounded_by_what_is_printed() {
        assertThat(verdict(SEVERITY, "value(row 1, severity)", "100")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(SEVERITY, "value(row 1 of n, severity)", "66.7%")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(SEVERITY, "value(row 1, severity)", "99")).isEqualTo(Verdict.Kind.CONTRADICTED);
        assertThat(verdict(SEVERITY, "value(row 3 of column 1, severity)", "20%"))
                .isEqualTo(Verdict.Kind.CONTRADICTED);
        assertThat(verdict(SEVERITY, "value(row 3 of column 1, severity)", "20.9%"))
                .isEqualTo(Verdict.Kind.POSSIBLE);
        assertThat(verdict(SEVERITY, "value(row 3 of column 1, severity)", "26%"))
                .isEqualTo(Verdict.Kind.CONTRADICTED);
    }

    @Test
    void strata_add_up() {
        String strata = """
            set,quantity,printed
            s,shape,2 x 2 x 2
            s,stratum 1,50
            s,stratum 2,30
            s,row 1 and column 1 and stratum 1,10
            s,row 1 and column 1,25
            """;
        assertThat(verdict(strata, "value(n, s)", "80")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(strata, "value(row 1 and column 1 of stratum 2, s)", "19%"))
                .isEqualTo(Verdict.Kind.CONTRADICTED);
        assertThat(verdict(strata, "value(row 1 and column 1 of stratum 2, s)", "50%"))
                .isEqualTo(Verdict.Kind.CONSISTENT);
    }

    @Test
    void people_are_invented_for_a_table_of_any_size() {
        Map<String, Cohort> sets = study(SEVERITY, Folders.figure("x", "value(n, severity)", "150", "CONSISTENT"))
                .reconstructed(7);
        assertThat(sets).containsOnlyKeys("severity");
        Cohort invented = Objects.requireNonNull(sets.get("severity"));
        assertThat(invented.where(row -> row.is("column", "1")).size()).isEqualTo(67);
        assertThat(invented.where(row -> row.is("row", "2")).size()).isEqualTo(33);
    }

    @Test
    void mistakes_are_named_with_their_line() {
        String figure = Folders.figure("x", "value(n, s)", "1", "CONSISTENT");
        assertThatThrownBy(() -> study("set,quantity,printed\ns,shape,3 by 2\n", figure))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("printed.csv, line 2: a shape is ROWS x COLUMNS");
        assertThatThrownBy(() -> study("set,quantity,printed\ns,shape,3 x 2\ns,rows 1,4\n", figure))
                .hasMessageContaining("line 3: 'rows 1' is not cells of a table");
        assertThatThrownBy(() -> study("set,quantity,printed\ns,shape,3 x 2\ns,row 4,4\n", figure))
                .hasMessageContaining("line 3: there is no row 4");
        assertThatThrownBy(() -> study("set,quantity,printed\ns,n,5\ns,shape,3 x 2\n", figure))
                .hasMessageContaining("line 3: the shape is the first row of set 's'");
        assertThatThrownBy(() -> study("set,quantity,printed,lower\ns,shape,3 x 2,\ns,n,4,3\n", figure))
                .hasMessageContaining("limits are taken of a risk ratio and an odds ratio, not of 'n'");
        StudyFolder none =
                study("set,quantity,printed\ns,shape,1 x 2\ns,n,156\ns,row 1 and column 1 of n,43.9%\n", figure);
        assertThatThrownBy(() -> none.why("x")).hasMessageContaining("no table agrees with the printed figures");
    }

    private static final String DOSES = """
        set,quantity,printed,lower,upper
        doses,shape,3 x 2,,
        doses,n,240,,
        doses,row 1,80,,
        doses,row 2,80,,
        doses,row 2 and column 1,30,,
        doses,odds ratio of column 1 in row 2 to row 1,1.80,0.91,3.55
        doses,Pearson p,0.00091,,
        """;

    /** 21, 30 and 43 of 80. */
    @Test
    void ratios_with_limits_and_p_values_of_larger_tables_narrow_what_is_possible() {
        assertThat(verdict(DOSES, "value(row 1 and column 1, doses)", "20")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(DOSES, "value(row 3 and column 1, doses)", "43")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(DOSES, "value(risk ratio of column 1 in row 3 to row 1, doses)", "2.15"))
                .isEqualTo(Verdict.Kind.CONSISTENT);
        assertThat(verdict(DOSES, "value(risk difference of column 1 in row 3 to row 1, doses)", "-0.2"))
                .isEqualTo(Verdict.Kind.CONTRADICTED);
    }

    @Test
    void a_count_that_follows_is_told_with_what_forces_it() {
        List<ForcedCell> forced =
                Objects.requireNonNull(study(DOSES, Folders.figure("x", "value(n, doses)", "240", "CONSISTENT"))
                        .forced()
                        .get("doses"));
        assertThat(forced)
                .extracting(ForcedCell::toString)
                .contains("row 1 and column 1 is 20: forced by n 240, row 2 80, row 2 and column 1 30,"
                        + " odds ratio of column 1 in row 2 to row 1 1.80 (0.91 to 3.55)");
    }

    /** Prog Neuropsychopharmacol Biol Psychiatry 2007;31:1078: fewer of 108 controls than 39 of 182 patients, p = 0.009. */
    @Test
    void the_controls_with_restless_legs_are_recovered() {
        String printed = """
            set,quantity,printed
            c,n,290
            c,exposed count,182
            c,cell a,39
            c,risk ratio,>1
            c,p,0.009
            """;
        List<ForcedCell> forced =
                Objects.requireNonNull(study(printed, Folders.figure("x", "value(cell a, c)", "39", "CONSISTENT"))
                        .forced()
                        .get("c"));
        assertThat(forced)
                .extracting(ForcedCell::toString)
                .contains("cell c is 10: forced by n 290, exposed count 182, cell a 39, risk ratio >1, p 0.009");
    }

    @Test
    void strata_have_p_values_and_what_is_no_such_figure_is_named() {
        String strata = "set,quantity,printed,lower,upper\ns,shape,2 x 2 x 2,,\ns,stratum 1,20,,\ns,stratum 2,20,,\n";
        assertThat(verdict(strata + "s,CMH p,0.01,,\n", "value(n, s)", "40")).isEqualTo(Verdict.Kind.CONSISTENT);
        assertThatThrownBy(() -> study(strata + "s,Welch p,0.01,,\n", ""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'Welch' is no test of this table; there are [CMH, corrected CMH]");
        assertThatThrownBy(() -> study(strata + "s,stratum 1 of n,0.5,0.2,0.7\n", ""))
                .hasMessageContaining("not of 'stratum 1 of n'");
    }
}
