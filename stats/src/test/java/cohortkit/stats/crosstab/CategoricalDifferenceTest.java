package cohortkit.stats.crosstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.Reference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CategoricalDifferenceTest {

    static List<Reference> differences() {
        return Reference.rows("categorical.csv");
    }

    @Test
    void every_reference_row_is_read() {
        assertThat(differences()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differences_agree_with_references(Reference row) {
        CrossTable table = CrossTable.fromCounts(Arrays.stream(row.text("table").split(";"))
                .map(cells -> Arrays.stream(cells.split(","))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray(long[][]::new));
        Estimate estimate = CategoricalDifference.of(table, 0, 1, 0.95);

        assertThat(estimate.value()).isCloseTo(row.number("estimate"), within(1e-12));
        assertThat(estimate.interval().lower()).isCloseTo(row.number("lower"), within(1e-12));
        assertThat(estimate.interval().upper()).isCloseTo(row.number("upper"), within(1e-12));
    }

    @Test
    void groups_change_places_without_changing_the_distance() {
        CrossTable table = CrossTable.fromCounts(new long[][] {{44, 16, 55}, {52, 10, 12}});

        assertThat(CategoricalDifference.of(table, 1, 0, 0.95).value())
                .isCloseTo(CategoricalDifference.of(table, 0, 1, 0.95).value(), within(1e-14));
    }

    @Test
    void groups_without_a_common_level_are_infinitely_far_apart() {
        CrossTable table = CrossTable.fromCounts(new long[][] {{5, 3, 0}, {0, 0, 9}});
        Estimate estimate = CategoricalDifference.of(table, 0, 1, 0.95);

        assertThat(estimate.value()).isInfinite();
        assertThat(estimate.interval().exists()).isFalse();
    }

    @Test
    void everybody_in_one_level_is_no_difference() {
        CrossTable table = CrossTable.fromCounts(new long[][] {{5, 0}, {9, 0}});

        assertThat(CategoricalDifference.of(table, 0, 1, 0.95).value()).isZero();
    }

    @Test
    void an_empty_group_is_an_error_by_name() {
        CrossTable table = CrossTable.fromCounts(
                new Axis("smoke", List.of("no", "yes")),
                new Axis("race", List.of("a", "b")),
                new long[][] {{0, 0}, {1, 2}});

        assertThatThrownBy(() -> CategoricalDifference.of(table, 0, 1, 0.95))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("smoke = no");
        assertThatThrownBy(() -> CategoricalDifference.of(table, 1, 1, 1.5)).isInstanceOf(InputException.class);
    }
}
