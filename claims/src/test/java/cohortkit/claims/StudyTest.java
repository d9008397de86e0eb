package cohortkit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.core.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

class StudyTest {

    private static final Finding NONE = Finding.notCheckable("not printed");

    private static Study study(String printed, Verdict.Kind expected, Supplier<Finding> computation) {
        return Study.of(
                "dialysis",
                "Mucsi",
                List.of(Figures.figure("rr", "riskRatio", printed, "", "", expected)),
                Map.of("riskRatio", computation));
    }

    @Test
    void a_study_is_found_by_its_name() {
        assertThat(Study.all()).extracting(Study::name).containsExactly("mucsi");
        assertThat(Study.named("mucsi")).hasToString("mucsi: Mucsi et al. 2005, 5 figures");
        assertThat(Study.named("mucsi").title()).isEqualTo("Mucsi et al. 2005");
        assertThatThrownBy(() -> Study.named("dialisis"))
                .isInstanceOf(InputException.class)
                .hasMessage("no study 'dialisis'; there are mucsi");
    }

    @Test
    void each_figure_has_its_declared_verdict() {
        Verification verification = Study.named("mucsi").verify();
        assertThat(verification.asDeclared()).isTrue();
        assertThat(verification.differing()).isEmpty();
        assertThat(verification.counts())
                .containsExactly(
                        Map.entry(Verdict.Kind.REPRODUCED, 0L),
                        Map.entry(Verdict.Kind.CONSISTENT, 2L),
                        Map.entry(Verdict.Kind.POSSIBLE, 1L),
                        Map.entry(Verdict.Kind.CONTRADICTED, 1L),
                        Map.entry(Verdict.Kind.NOT_CHECKABLE, 1L));
        assertThat(verification).hasToString("""
                        mucsi: 5 figures, all as declared
                        figure      printed  computed               evidence      verdict
                        prevalence  14%      13.51% to 14.41%       feasible set  CONSISTENT
                        rr          2.2      2.124 to 2.243         feasible set  POSSIBLE
                        more        (words)  true of 6 of 6 tables  feasible set  CONSISTENT
                        exposed     45       46.00 to 48.00         feasible set  CONTRADICTED
                        sweden      3.5      not checkable          none          NOT_CHECKABLE""");
    }

    @Test
    void a_verdict_that_is_not_declared_is_listed_under_the_table() {
        List<Figure> figures = new ArrayList<>(MucsiStudy.figures());
        figures.set(1, Figures.figure("rr-of-the-abstract", "riskRatio", "2.2", "", "", Verdict.Kind.REPRODUCED));
        Verification verification = Study.of(
                        "a-study-with-a-name-that-is-long", "t", figures, MucsiStudy.computations())
                .verify();
        assertThat(verification.asDeclared()).isFalse();
        String text = verification.toString();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(text.lines().findFirst().orElseThrow())
                .hasSizeLessThanOrEqualTo(48)
                .isEqualTo("a-study-with-a-na…: 5 figures, 1 not as declared");
        assertThat(text)
                .contains("\nrr-of-the-abstr…  2.2 ")
                .endsWith("\nrr-of-the-abstract: declared REPRODUCED, is POSSIBLE: 4 of 6 tables print as 2.…");
    }

    @Test
    void a_checked_figure_says_what_was_found() {
        CheckedFigure checked = study("3.5", Verdict.Kind.NOT_CHECKABLE, () -> NONE)
                .verify()
                .figures()
                .get(0);
        assertThat(checked).hasToString("dialysis rr: printed 3.5, NOT_CHECKABLE: not printed");
        assertThat(checked.asDeclared()).isTrue();
        assertThat(checked.computed()).isEqualTo("not checkable");
        assertThat(checked.study()).isEqualTo("dialysis");
    }

    @Test
    void figures_and_computations_match_one_to_one() {
        assertThatThrownBy(() ->
                        Study.of("dialysis", "Mucsi", List.of(Figures.printed("2.2")), Map.of("oddsRatio", () -> NONE)))
                .isInstanceOf(InputException.class)
                .hasMessage("dialysis: figures and computations do not match; figures name riskRatio, which no "
                        + "computation answers; no figure uses the computations oddsRatio");
        assertThatThrownBy(() -> Study.of("dialysis", "Mucsi", List.of(Figures.printed("2.2")), Map.of()))
                .hasMessage("dialysis: figures and computations do not match; figures name riskRatio, which no "
                        + "computation answers");
        assertThatThrownBy(() -> Study.of("dialysis", "Mucsi", List.of(), Map.of("oddsRatio", () -> NONE)))
                .hasMessage(
                        "dialysis: figures and computations do not match; no figure uses the computations oddsRatio");
        assertThatThrownBy(() -> Study.of(
                        "dialysis",
                        "Mucsi",
                        List.of(Figures.printed("2.2"), Figures.printed("2.2")),
                        Map.of("riskRatio", () -> NONE)))
                .isInstanceOf(InputException.class)
                .hasMessage("dialysis: figure 'rr' stands there twice");
    }

    @Test
    void a_computation_is_called_once_a_figure() {
        List<String> calls = new ArrayList<>();
        study("2.2", Verdict.Kind.POSSIBLE, () -> {
                    calls.add("riskRatio");
                    return NONE;
                })
                .verify();
        assertThat(calls).containsExactly("riskRatio");
    }

    @Test
    void an_error_of_a_computation_names_study_and_figure() {
        Study study = study("2.2", Verdict.Kind.POSSIBLE, () -> {
            throw new InputException("no variable 'rls'");
        });
        assertThatThrownBy(study::verify)
                .isInstanceOf(InputException.class)
                .hasMessage("dialysis, figure 'rr': no variable 'rls'");
    }

    @TestFactory
    Stream<DynamicTest> each_published_figure_is_a_test() {
        return FigureTests.of(Study.named("mucsi"));
    }

    @Test
    void a_test_bears_the_words_of_its_figure() {
        assertThat(FigureTests.of(Study.named("mucsi")).map(DynamicTest::getDisplayName))
                .containsExactly(
                        "14% had restless legs [prevalence]",
                        "35% vs 16% [rr]",
                        "more likely to have insomnia [more]",
                        "45 patients [exposed]",
                        "3.5 times more likely [sweden]");
    }

    @Test
    void a_test_fails_when_the_verdict_is_not_the_declared_one() {
        DynamicTest test = FigureTests.of(study("2.2", Verdict.Kind.REPRODUCED, () -> NONE))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        dialysis, abstract, results: "twice as likely"
                          printed  2.2
                          computed not checkable
                          evidence none
                          reason   not printed
                           ==> expected: <REPRODUCED> but was: <NOT_CHECKABLE>""");
    }

    @Test
    void a_value_with_its_interval_is_shown_in_the_unit_of_the_figure() {
        Finding finding = Finding.fromCounts(new Estimate(
                Measure.PREVALENCE,
                0.13514,
                new Interval(0.1027, 0.1762, 0.95),
                Convention.of("proportion", "Wilson")));
        CheckedFigure checked = study("14%", Verdict.Kind.REPRODUCED, () -> finding)
                .verify()
                .figures()
                .get(0);
        assertThat(checked.computed()).isEqualTo("13.51% (10.27% to 17.62%)");
        assertThat(checked.asDeclared()).isTrue();
    }
}
