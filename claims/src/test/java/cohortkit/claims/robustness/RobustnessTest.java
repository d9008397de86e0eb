package cohortkit.claims.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import cohortkit.stats.table.OddsRatioInterval;
import cohortkit.stats.table.RiskRatioInterval;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RobustnessTest {

    private static final List<Dimension> CHOICES = List.of(
            new Dimension("level", List.of("0.9", "0.95", "0.99")),
            new Dimension("measure", List.of("RR", "OR", "AR")));

    private static Robustness grid(TwoByTwo table) {
        return Robustness.of(
                CHOICES,
                choices -> {
                    double level = Double.parseDouble(choices.get("level"));
                    return switch (String.valueOf(choices.get("measure"))) {
                        case "RR" -> table.riskRatio(RiskRatioInterval.KATZ_LOG, level);
                        case "OR" -> table.oddsRatio(OddsRatioInterval.EXACT, level);
                        default -> throw new InputException("there is no such measure");
                    };
                },
                estimate -> estimate.interval().lower() > 1);
    }

    @Test
    void each_way_is_counted_once_in_the_order_of_the_choices() {
        Robustness robustness = grid(new TwoByTwo(12, 23, 26, 141));
        assertThat(robustness.points()).hasSize(9);
        assertThat(robustness.dimensions()).isEqualTo(CHOICES);
        assertThat(robustness.points().get(1).choices()).isEqualTo(Map.of("level", "0.9", "measure", "OR"));
        TwoByTwo table = new TwoByTwo(12, 23, 26, 141);
        long expected = IntStream.range(0, 3)
                .mapToObj(i -> List.of(0.9, 0.95, 0.99).get(i))
                .mapToLong(level -> (table.riskRatio(RiskRatioInterval.KATZ_LOG, level)
                                                .interval()
                                                .lower()
                                        > 1
                                ? 1
                                : 0)
                        + (table.oddsRatio(OddsRatioInterval.EXACT, level)
                                                .interval()
                                                .lower()
                                        > 1
                                ? 1
                                : 0))
                .sum();
        assertThat(expected).isBetween(1L, 5L);
        assertThat(robustness).hasToString("holds in " + expected + " of 9");
        assertThat(robustness.failing()).hasSize((int) (9 - expected));
        assertThat(robustness.holdingBy("measure").values().stream()
                        .mapToLong(n -> n)
                        .sum())
                .isEqualTo(expected);
        assertThat(robustness.holdingBy("measure")).containsEntry("AR", 0L);
        assertThatThrownBy(() -> robustness.holdingBy("test"))
                .hasMessage("there is no choice of 'test'; there are [level, measure]");
    }

    @Test
    void a_way_without_an_estimate_says_why() {
        GridPoint none = grid(new TwoByTwo(12, 23, 26, 141)).points().get(2);
        assertThat(none.estimate()).isEmpty();
        assertThat(none).hasToString("level = 0.9, measure = AR: no estimate: there is no such measure");
        assertThat(grid(new TwoByTwo(30, 5, 20, 141)).points().get(0).toString())
                .endsWith(", holds");
    }

    @Test
    void grids_that_are_none_are_refused() {
        assertThatThrownBy(() -> new Dimension("a", List.of())).hasMessageContaining("needs options that differ");
        assertThatThrownBy(() -> new Dimension("a", List.of("x", "x"))).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Robustness.of(List.of(), c -> null, e -> true)).hasMessageContaining("a grid needs");
        Dimension two = new Dimension("a", List.of("x", "y"));
        assertThatThrownBy(() -> Robustness.of(List.of(two, two), c -> null, e -> true))
                .hasMessageContaining("different names");
        List<Dimension> many = IntStream.range(0, 70)
                .mapToObj(i -> new Dimension("d" + i, List.of("x", "y")))
                .toList();
        assertThatThrownBy(() -> Robustness.of(many, c -> null, e -> true)).hasMessageContaining("1 to 100000 ways");
        assertThat(two).hasToString("a: x, y");
    }
}
