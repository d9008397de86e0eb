package cohortkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.FigureTests;
import cohortkit.claims.Study;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every published figure is a test of its own, under the figure's own words. */
class FiguresTest {

    /** The quantitative sentences of the article. */
    private static final int ARTICLE_CLAIMS = 14;

    @TestFactory
    Stream<DynamicContainer> published_figures_have_the_verdicts_that_their_studies_declare() {
        return Study.all().stream()
                .map(study -> DynamicContainer.dynamicContainer(study.title(), FigureTests.of(study)));
    }

    @Test
    void every_quantitative_sentence_of_the_article_has_a_figure() {
        List<String> ids = Study.all().stream()
                .flatMap(study -> study.figures().stream())
                .map(figure -> figure.id())
                .toList();

        IntStream.rangeClosed(1, ARTICLE_CLAIMS)
                .forEach(claim -> assertThat(ids).anyMatch(id -> id.startsWith("c" + claim + "-")));
    }

    @Test
    void a_figure_that_cannot_be_checked_says_why() {
        for (Study study : Study.all()) {
            for (CheckedFigure checked : study.verify().figures()) {
                assertThat(checked.verdict().reason()).as(checked.figure().id()).isNotBlank();
            }
        }
    }

    @Test
    void studies_are_found_by_name() {
        assertThat(Study.all())
                .extracting(Study::name)
                .containsExactly("dialysis", "sweden", "psychiatric", "pregnancy", "magnesium", "dialysis-catheter");
        assertThat(Study.named("sweden").title()).contains("Sweden");
    }
}
