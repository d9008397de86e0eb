package cohortkit.claims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Figure;
import cohortkit.claims.Study;
import cohortkit.claims.Trace;
import cohortkit.claims.Verdict;
import cohortkit.claims.Verification;
import cohortkit.claims.Why;
import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {

    @TempDir
    private Path folder;

    private StudyFolder study(String figures) {
        Folders.write(folder, "people.csv", Folders.PEOPLE, "figures.csv", Folders.HEADER + figures);
        return StudyFolder.open(folder);
    }

    @Test
    void a_folder_is_a_study() {
        Folders.write(folder, "SOURCE.md", "# A cohort, 2020\n\nPublished: nowhere.\n");
        StudyFolder study = study(Folders.figure("n", "count", "12", "REPRODUCED")
                + Folders.figure("women", "prevalence(sex = 'f')", "55%", "CONTRADICTED"));
        Verification verification = study.study().verify();
        assertThat(verification.asDeclared()).isTrue();
        assertThat(study.study().name()).isEqualTo(folder.getFileName().toString());
        assertThat(study.study().title()).isEqualTo("A cohort, 2020");
        assertThat(study).hasToString(study.study().name() + ": A cohort, 2020, 2 figures");
        assertThat(study.line("women")).isEqualTo(3);
        assertThat(study.folder()).isEqualTo(folder);
        assertThat(study.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("figures.csv", "people.csv");
    }

    @Test
    void an_error_names_file_line_and_column() {
        assertThatThrownBy(() -> study(Folders.figure("n", "count", "12", "REPRODUCED")
                        + Folders.figure("w", "prevalance(sex)", "55%", "REPRODUCED")))
                .isInstanceOf(InputException.class)
                .hasMessage("figures.csv, line 3, column compute: there is no function 'prevalance';"
                        + " did you mean 'prevalence'?");
        StudyFolder study = study(Folders.figure("w", "mean(agee)", "55", "REPRODUCED"));
        assertThatThrownBy(() -> study.study().verify())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("figures.csv, line 2, column compute: ")
                .hasMessageContaining("agee");
    }

    @Test
    void a_verdict_leads_back_to_its_rows_and_cells() {
        StudyFolder study =
                study(Folders.figure("young", "riskRatio(rls, insomnia) where age < 60", "1.8", "REPRODUCED")
                        + Folders.figure("p", "integersOf(12)", "50%", "CONSISTENT"));
        Why why = study.why("young");
        assertThat(why.checked().verdict().kind()).isEqualTo(Verdict.Kind.CONTRADICTED);
        Trace trace = why.trace().orElseThrow();
        assertThat(trace.rows()).isEqualTo(7);
        assertThat(trace.rowsOfFiles()).isEqualTo(12);
        assertThat(trace.variables()).containsExactly("age", "rls", "insomnia");
        assertThat(trace.files()).containsExactly("people.csv");
        assertThat(why.cells()).hasSize(12 + 7 + 7).startsWith(new CellRef("people.csv", "", 2, 4));
        assertThat(why.toString())
                .contains("rows        7 of 12 rows of people.csv")
                .contains("cells       age D2:D13")
                .contains("cells       rls A2:A3 A7:A11")
                .contains("convention  ratio of two risks");
        assertThat(study.why("p").trace()).isEmpty();
        assertThat(study.why("p").cells()).isEmpty();
        assertThatThrownBy(() -> study.why("yung")).hasMessageContaining("did you mean 'young'?");
    }

    @Test
    void a_cell_leads_to_the_figures_that_rest_on_it() {
        StudyFolder study = study(Folders.figure("young", "riskRatio(rls, insomnia) where age < 60", "2", "POSSIBLE")
                + Folders.figure("age", "mean(age)", "55", "POSSIBLE")
                + Folders.figure("all", "count", "12", "REPRODUCED"));
        assertThat(study.impact(CellRef.parse("", "", "A2")))
                .extracting(Figure::id)
                .containsExactly("young");
        assertThat(study.impact(CellRef.parse("", "", "A4"))).isEmpty();
        assertThat(study.impact(CellRef.parse("people.csv", "", "D4")))
                .extracting(Figure::id)
                .containsExactly("young", "age");
        assertThat(study.impact(CellRef.parse("other.csv", "", "D4"))).isEmpty();
        assertThat(study.impact(CellRef.parse("", "Data", "D4"))).isEmpty();
        assertThat(study.impact(CellRef.parse("", "", "D14"))).isEmpty();
    }

    @Test
    void reconstructed_rows_make_a_figure_possible_and_no_more() {
        Folders.write(
                folder,
                "reconstructed.csv",
                Folders.PEOPLE,
                "figures.csv",
                Folders.HEADER
                        + Folders.figure("a", "prevalence(rls)", "42%", "POSSIBLE")
                        + Folders.figure("b", "prevalence(rls)", "43%", "NOT_CHECKABLE")
                        + Folders.figure("c", "prevalence(rls) > 0.1", "", "POSSIBLE"));
        StudyFolder study = StudyFolder.open(folder);
        assertThat(study.study().check("a").asDeclared()).isTrue();
        assertThat(study.study().check("b").asDeclared()).isTrue();
        assertThatThrownBy(() -> study.study().check("c")).hasMessageContaining("they are invented");
        assertThatThrownBy(() -> study.study().check("d")).hasMessageContaining("there is no figure 'd'");
    }

    @Test
    void folders_of_folders_are_opened_by_name() {
        String figures = Folders.HEADER + Folders.figure("n", "notCheckable('no data')", "1", "NOT_CHECKABLE");
        Folders.write(folder.resolve("b"), "figures.csv", figures);
        Folders.write(folder.resolve("a"), "figures.csv", figures);
        assertThat(StudyFolder.openAll(folder))
                .extracting(s -> s.study().name())
                .containsExactly("a", "b");
        assertThat(StudyFolder.openAll(folder.resolve("a"))).hasSize(1);
        Path empty = Folders.write(folder.resolve("a/none"));
        assertThatThrownBy(() -> StudyFolder.openAll(empty)).hasMessageContaining("holds a figures.csv");
        assertThatThrownBy(() -> StudyFolder.openAll(folder.resolve("c"))).hasMessageStartingWith("there is no folder");
        assertThatThrownBy(() -> StudyFolder.open(empty)).hasMessageContaining("there is no figures.csv in");
    }

    @Test
    void files_that_serve_nothing_are_named() {
        String figures = Folders.HEADER + Folders.figure("n", "count", "12", "REPRODUCED");
        Folders.write(folder, "figures.csv", figures, "codebook.csv", "name,type\n");
        assertThatThrownBy(() -> StudyFolder.open(folder)).hasMessageContaining("codebook.csv serves no data file");
        Folders.write(folder, "people.csv", Folders.PEOPLE, "people.tsv", "a\tb\n");
        assertThatThrownBy(() -> StudyFolder.open(folder)).hasMessageContaining("so that one must be renamed");
        Path bare = Folders.write(folder.resolve("bare"), "figures.csv", figures);
        StudyFolder study = StudyFolder.open(bare);
        assertThatThrownBy(() -> study.study().verify()).hasMessageContaining("there is no data file in");
    }

    @Test
    void a_misspelt_name_and_counts_without_their_column_say_which_there_are() {
        String figures = Folders.HEADER + Folders.figure("ratio", "riskRatio(rls, insomna)", "2", "CONSISTENT");
        Folders.write(folder, "figures.csv", figures, "a-counts.csv", "rls,insomnia,n\nyes,no,3\nno,yes,4\n");
        Study misspelt = StudyFolder.open(folder).study();
        assertThatThrownBy(misspelt::verify).hasMessageEndingWith("no variable 'insomna'; did you mean 'insomnia'?");
        String right = Folders.HEADER + Folders.figure("ratio", "riskRatio(rls, insomnia)", "2", "CONSISTENT");
        Folders.write(folder, "figures.csv", right, "a-counts.csv", "rls,insomnia,people\nyes,no,3\nno,yes,4\n");
        Study uncounted = StudyFolder.open(folder).study();
        assertThatThrownBy(uncounted::verify)
                .hasMessageEndingWith(
                        "a-counts.csv: a file of counts has a column 'n', how many people a row stands for;"
                                + " there are rls, insomnia, people");
    }

    @Test
    void printed_numbers_are_checked_when_they_are_read() {
        String figures = Folders.HEADER + Folders.figure("n", "riskRatio(abstract)", "2", "CONSISTENT");
        Folders.write(folder, "figures.csv", figures, "printed.csv", "set,quantity,printed\nabstract,cell a,16\n");
        assertThatThrownBy(() -> StudyFolder.open(folder))
                .hasMessage("printed.csv: set 'abstract' has no n; add the row abstract,n,HOW MANY PEOPLE");
        Folders.write(folder, "printed.csv", "set,quantity,printed\nabstract,cell e,16\n");
        assertThatThrownBy(() -> StudyFolder.open(folder))
                .hasMessageStartingWith("printed.csv, line 2: 'cell e' is not");
        Folders.write(folder, "printed.csv", "set,quantity,printed\nabstract,n,16.5\n");
        assertThatThrownBy(() -> StudyFolder.open(folder))
                .hasMessageContaining("n is a whole number of people; was '16.5'");
        Folders.write(folder, "printed.csv", "set,quantity,printed\nabstract,n,999999999999999999999\n");
        assertThatThrownBy(() -> StudyFolder.open(folder))
                .hasMessageContaining("line 2: n is a whole number of people");
        Folders.write(folder, "printed.csv", "set,quantity,printed\na,n,16\na,n,17\n");
        assertThatThrownBy(() -> StudyFolder.open(folder)).hasMessageContaining("line 3: set 'a' has its n already");
        Folders.write(folder, "printed.csv", "set,value\na,n\n");
        assertThatThrownBy(() -> StudyFolder.open(folder)).hasMessageContaining("no column 'quantity'");
        Folders.write(folder, "printed.csv", "set,quantity,printed\na,n,16,1\n");
        assertThatThrownBy(() -> StudyFolder.open(folder)).hasMessageContaining("line 2: 4 fields under a header of 3");
        Folders.write(folder, "printed.csv", "set,quantity,printed\nabstract,n,4\n");
        assertThat(StudyFolder.open(folder).study().check("n").verdict().kind()).isEqualTo(Verdict.Kind.POSSIBLE);
    }

    /** Prog Neuropsychopharmacol Biol Psychiatry 2007;31:1078: 39 of 182, 108 controls, p = 0.009. */
    @Test
    void limits_and_p_values_of_unnamed_tests_narrow_a_set() {
        Folders.write(
                folder,
                "figures.csv",
                Folders.HEADER
                        + Folders.figure("controls", "value(cell c, controls)", "10", "POSSIBLE")
                        + Folders.figure("a", "value(cell a, limits)", "16", "CONSISTENT"),
                "printed.csv",
                """
                set,quantity,printed,lower,upper
                controls,n,290,,
                controls,exposed count,182,,
                controls,cell a,39,,
                controls,p,0.009,,
                limits,n,333,,
                limits,exposed count,46,,
                limits,outcome count,62,,
                limits,risk ratio,2.17,1.35,3.49
                """);
        StudyFolder study = StudyFolder.open(folder);
        assertThat(study.study().check("controls").finding().lower()).hasValue(10);
        assertThat(study.study().check("a").verdict().kind()).isEqualTo(Verdict.Kind.CONSISTENT);
        Folders.write(folder, "printed.csv", "set,quantity,printed,lower,upper\na,n,9,,\na,cell a,1,0,2\n");
        assertThatThrownBy(() -> StudyFolder.open(folder)).hasMessageContaining("limits of a cell a are not taken");
    }
}
