package cohortkit.claims.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.robustness.AssociationGrid;
import cohortkit.claims.robustness.Claim;
import cohortkit.claims.robustness.GridPoint;
import cohortkit.core.Cohort;
import cohortkit.core.CohortReader;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import cohortkit.stats.table.TwoByTwo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobustFigureTest {

    @TempDir
    private Path folder;

    private StudyFolder study(String compute, String printed) {
        return study(compute, printed, "", "");
    }

    private StudyFolder study(String compute, String printed, String lower, String upper) {
        return StudyFolder.open(Folders.write(
                folder.resolve("births"),
                "figures.csv",
                Folders.HEADER + "it,abstract,words,\"" + compute + "\"," + printed + "," + lower + "," + upper
                        + ",CONSISTENT,\n",
                "people.csv",
                Folders.PEOPLE,
                "some-counts.csv",
                Folders.COUNTS,
                "printed.csv",
                "set,quantity,printed\nabstract,n,333\nabstract,exposed share,14%\n",
                "reconstructed.csv",
                Folders.PEOPLE));
    }

    private Cohort people() {
        study("count from people", "12");
        return CohortReader.installed().read(folder.resolve("births/people.csv"), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "riskRatio(rls; insomnia) from people, 2.2, 1.7, 2.9, > 1",
        "riskRatio(rls; insomnia) from people, 0.4, 0.2, 0.9, < 1",
        "oddsRatio(rls; insomnia) from people, 1.4, 0.7, 2.9, includes 1",
        "oddsRatio(rls; insomnia) from people, 1.4, , , > 1",
        "oddsRatio(insomnia ~ rls; rls[yes]) from people, 1.4, , , > 1",
        "coefficient(insomnia ~ rls; rls[yes]) from people, -0.4, , , < 1",
        "coefficient(insomnia ~ rls; rls[yes]; risk difference) from people, 0.4, , , > 0",
        "riskDifference(rls; insomnia) from people, 12%, 3%, 20%, > 0",
        "riskRatio(rls; insomnia) > 1.5 from people, , , , > 1.5",
        "riskRatio(rls; insomnia) <= 3 from people, , , , < 3",
        "riskRatio(rls; insomnia) includes 1 from people, , , , includes 1",
        "coefficient(insomnia ~ rls; rls[yes]) > 0 from people, , , , > 1",
        "p(pearson; rls; insomnia) from people, <0.01, , , p < 0.01",
        "p(fisher; rls; insomnia) from people, >0.1, , , p > 0.1",
        "p(yates; rls; insomnia) from people, 0.002, , , p < 0.05",
        "p(cmh; rls; insomnia; by sex) from people, 0.2, , , p > 0.05",
        "p(wald; insomnia ~ rls + age; rls[yes]) < 0.05 from people, , , , p < 0.05"
    })
    void the_claim_is_that_of_the_statement_or_of_the_printed_digits(
            String compute, String printed, String lower, String upper, String claim) {
        RobustFigure found = study(compute.replace(';', ','), text(printed), text(lower), text(upper))
                .robustness("it");
        assertThat(found.claim()).hasToString(claim);
        assertThat(found.robustness().points()).isNotEmpty();
    }

    private static String text(String field) {
        return field == null ? "" : field;
    }

    @Test
    void the_grid_is_that_of_the_same_variables() {
        RobustFigure found = study("oddsRatio(rls, insomnia) from people where age < 65", "1.4")
                .robustness("it", Claim.parse(">1"), "score > 8");
        List<GridPoint> expected = AssociationGrid.of(people(), "rls", "insomnia")
                .withMeasures(Measure.ODDS_RATIO, Measure.RISK_RATIO)
                .only("age < 65")
                .excluding("score > 8")
                .claim(">1")
                .points();
        assertThat(found.robustness().points()).hasToString(expected.toString());
        assertThat(found.robustness().usual().choices())
                .containsEntry("only age < 65", "yes")
                .containsEntry("exclusion of score > 8", "no");
        assertThat(found.robustness().usual().estimate().map(Estimate::toString))
                .contains(found.checked().finding().text());
        assertThat(found.notes()).contains("exposure: rls", "event: insomnia = yes");
        assertThat(found).hasToString("births it: > 1 " + found.robustness());
    }

    @Test
    void a_row_of_counts_stands_for_its_people() {
        Estimate usual = study("riskRatio(rls, insomnia) from some-counts where sex = 'f'", "2.7")
                .robustness("it")
                .robustness()
                .usual()
                .estimate()
                .orElseThrow();
        assertThat(usual).hasToString(new TwoByTwo(9, 14, 20, 120).riskRatio().toString());
        Estimate adjusted = study("oddsRatio(insomnia ~ rls + sex, rls[yes]) from some-counts", "2.7")
                .robustness("it")
                .robustness()
                .usual()
                .estimate()
                .orElseThrow();
        assertThat(adjusted.toString())
                .isEqualTo(study("oddsRatio(insomnia ~ rls + sex, rls[yes]) from some-counts", "2.7")
                        .study()
                        .check("it")
                        .finding()
                        .text());
    }

    @Test
    void conditions_are_exposures_and_levels_have_references() {
        RobustFigure older =
                study("riskRatio(age >= 60, insomnia) from people", "1.2").robustness("it");
        assertThat(older.exposure()).isEqualTo("age >= 60");
        assertThat(older.robustness().usual().estimate().map(Estimate::toString))
                .contains(older.checked().finding().text());
        RobustFigure level =
                study("riskRatio(sex = 'm', insomnia) from people", "0.8").robustness("it");
        assertThat(level.exposure()).isEqualTo("sex=m");
        assertThat(level.robustness().usual().estimate().map(Estimate::toString))
                .contains(level.checked().finding().text());
        assertThat(level.notes()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mean(age) from people | 52 | is no association of an exposure and an outcome
        rateRatio(insomnia ~ rls, rls[yes]) from people | 1.2 | is no association of an exposure and an outcome
        riskRatio(abstract) | 2 | is computed from printed numbers: there are no rows
        riskRatio(rls, insomnia) from reconstructed | 2 | is computed from reconstructed rows
        coefficient(insomnia ~ age, age) from people | 0.2 | a number has no exposed and unexposed
        coefficient(insomnia ~ rls + log(age), rls[yes]) from people | 0.2 | has the term log(age)
        coefficient(insomnia ~ rls + offset(age), rls[yes]) from people | 0.2 | has an offset
        coefficient(age ~ rls, rls[yes], linear) from people | 0.2 | is of a linear model
        p(welch, age, rls) from people | 0.2 | is a test of something other
        riskRatio(rls, insomnia) excludes 1 from people | '' | states on neither side of 1
        riskRatio(rls, insomnia) from people | '' | prints no number and states nothing
        riskRatio(rls, insomnia) from people | 1.0 | may be on either side of no association
        p(pearson, rls, insomnia) from people | 0.05 | may be on either side of 0.05
        """)
    void what_is_no_association_is_refused_with_the_reason(String compute, String printed, String reason) {
        StudyFolder study = study(compute, printed);
        assertThatThrownBy(() -> study.robustness("it"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }
}
