package cohortkit.stats.crosstab;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Seeded tables of 2 to 4 rows and columns; about one cell in five is empty. */
final class RandomCross {

    private RandomCross() {}

    static Stream<CrossTable> of(int tables, int largest) {
        SplittableRandom random = new SplittableRandom(1951);
        return Stream.generate(() -> table(random, random.nextInt(2, 5), random.nextInt(2, 4), largest))
                .filter(t -> t.filledRows() > 1 && t.filledColumns() > 1)
                .limit(tables);
    }

    static CrossTable table(SplittableRandom random, int rows, int columns, int largest) {
        long[][] counts = new long[rows][columns];
        for (long[] row : counts) {
            Arrays.setAll(row, j -> random.nextInt(5) == 0 ? 0 : random.nextLong(1, largest + 1L));
        }
        return CrossTable.fromCounts(counts);
    }

    static CrossTable reversedRows(CrossTable table) {
        long[][] counts = table.counts();
        long[][] turned = new long[counts.length][];
        Arrays.setAll(turned, i -> counts[counts.length - 1 - i]);
        return CrossTable.fromCounts(turned);
    }
}
