package cohortkit.stats.table;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Seeded tables; about one in three has an empty cell. */
final class RandomTables {

    private RandomTables() {}

    static Stream<TwoByTwo> of(int tables, int largest) {
        SplittableRandom random = new SplittableRandom(19591216);
        return Stream.generate(() -> new TwoByTwo(
                        cell(random, largest), cell(random, largest), cell(random, largest), cell(random, largest)))
                .limit(tables);
    }

    private static long cell(SplittableRandom random, int largest) {
        return random.nextInt(10) == 0 ? 0 : random.nextLong(1, largest + 1L);
    }

    /** Exposed and unexposed change places. */
    static TwoByTwo swapped(TwoByTwo t) {
        return new TwoByTwo(t.c(), t.d(), t.a(), t.b());
    }

    /** Exposure and outcome change places. */
    static TwoByTwo turned(TwoByTwo t) {
        return new TwoByTwo(t.a(), t.c(), t.b(), t.d());
    }
}
