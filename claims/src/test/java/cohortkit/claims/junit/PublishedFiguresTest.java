package cohortkit.claims.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The folder's figures run as tests of this very class. */
@FiguresFolder("src/test/resources/cohortkit/claims/junit")
class PublishedFiguresTest implements PublishedFigures {

    @Test
    void a_class_without_a_folder_is_told_to_name_one() {
        PublishedFigures nameless = new PublishedFigures() {};
        assertThatThrownBy(nameless::each_published_figure_has_its_declared_verdict)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("put @FiguresFolder(\"src/test/studies\") above the class");
    }

    @Test
    void a_study_is_a_group_and_a_figure_is_a_test() {
        var studies = each_published_figure_has_its_declared_verdict().toList();
        assertThat(studies).extracting("displayName").containsExactly("Counts of a made-up study");
        assertThat(studies.get(0).getChildren().map(DynamicTest.class::cast))
                .extracting("displayName")
                .containsExactly("46 with restless legs [rls]", "twice as often [twice]");
    }
}
