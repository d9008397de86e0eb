package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and levels as codes, by tables and without. */
class CodesTest {

    static Stream<double[]> numbers() {
        return Stream.of(
                new double[] {2, 1, 2, 0, -0.0},
                new double[] {-3, -32768, 32767, -3},
                new double[] {5, 32768, 5},
                new double[] {0.5, -0.0, 0, 0.5, 1e300},
                IntStream.range(0, 600)
                        .mapToDouble(i -> i < 256 ? i % 50 : 40 - i % 100)
                        .toArray(),
                IntStream.range(0, 600).mapToDouble(i -> 0.5 * (300 - i)).toArray(),
                IntStream.range(0, 20_000).mapToDouble(i -> i % 17_000 - 5).toArray(),
                IntStream.range(0, 900)
                        .mapToDouble(i -> i < 300 ? 3 * (i % 2) : i % 5)
                        .toArray(),
                IntStream.range(0, 900)
                        .mapToDouble(i -> i < 300 ? 1 + i % 3 : i % 5)
                        .toArray(),
                new double[] {0, 0.5, 2, 1},
                new double[] {7});
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void codes_are_positions_among_the_distinct_numbers(double[] values) {
        NumberCodes codes = NumberCodes.of(new ArrayValues(values));

        assertThat(codes.distinct())
                .containsExactly(Arrays.stream(values)
                        .map(x -> x + 0.0)
                        .sorted()
                        .distinct()
                        .toArray());
        for (int row = 0; row < values.length; row++) {
            assertThat(codes.distinct()[codes.codes().get(row)]).isEqualTo(values[row] + 0.0);
        }
    }

    private static Factor factor(String name, int levels, int rows, SplittableRandom random) {
        int[] codes = IntStream.range(0, rows)
                .map(row -> row < levels ? row : random.nextInt(levels))
                .toArray();
        List<String> names =
                IntStream.range(0, levels).mapToObj(String::valueOf).toList();
        return Factor.ofOccurring(name, names, RowCodes.of(codes));
    }

    /** The first two have a table together, or each its own, or none; the last is a number. */
    @ParameterizedTest
    @ValueSource(ints = {2, 12, 1500})
    void patterns_are_numbered_in_the_order_of_the_rows(int levels) {
        int rows = 60_000;
        SplittableRandom random = new SplittableRandom(9);
        Factor a = factor("a", levels, rows, random);
        Factor b = Factor.ofOccurring(
                "b",
                a.levels(),
                RowCodes.of(IntStream.range(0, rows)
                        .map(row -> a.code(row) < levels / 2 ? a.code(row) : 0)
                        .toArray()));
        double[] x = IntStream.range(0, rows).mapToDouble(row -> row % 3 / 7.0).toArray();
        List<DesignColumn> columns = List.of(
                DesignColumn.product(List.of(DesignColumn.level(a, 1))),
                DesignColumn.product(List.of(DesignColumn.level(b, 1))),
                DesignColumn.product(List.of(DesignColumn.number("x", x))));

        RowPatterns patterns = RowPatterns.of(columns, rows).orElseThrow();

        Map<List<Double>, double[]> expected = new LinkedHashMap<>();
        double[] outcome = new double[rows];
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            outcome[row] = random.nextInt(2);
            weights[row] = 1 + random.nextInt(3);
            expected.computeIfAbsent(List.of((double) a.code(row), (double) b.code(row), x[row]), key -> new double[2])[
                            (int) outcome[row]] +=
                    weights[row];
        }
        assertThat(patterns.size()).isEqualTo(expected.size());
        double[][] sums = patterns.weights(outcome, weights);
        List<double[]> inOrder = new ArrayList<>(expected.values());
        for (int pattern = 0; pattern < inOrder.size(); pattern++) {
            assertThat(new double[] {sums[0][pattern], sums[1][pattern]}).isEqualTo(inOrder.get(pattern));
        }
    }

    @Test
    void rows_without_variables_are_one_pattern() {
        RowPatterns patterns =
                RowPatterns.of(List.of(DesignColumn.intercept()), 5000).orElseThrow();

        assertThat(patterns.size()).isEqualTo(1);
    }
}
