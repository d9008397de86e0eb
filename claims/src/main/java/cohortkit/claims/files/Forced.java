package cohortkit.claims.files;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds of which printed numbers a count follows, by leaving out one after the other. */
final class Forced {

    /** A figure that would need longer to be spared is kept. */
    static final long MOST_STEPS = 5_000;

    private Forced() {}

    /**
     * A count with what forces it; empty if it is not forced.
     *
     * @param recovered the only count that agrees with some rows; empty if there are several
     */
    static List<ForcedCell> cell(
            String name, List<PrintedRow> rows, Function<List<PrintedRow>, OptionalLong> recovered) {
        OptionalLong count = recovered(rows, recovered);
        if (count.isEmpty()) {
            return List.of();
        }
        List<PrintedRow> needed = new ArrayList<>(rows);
        for (PrintedRow row : rows) {
            List<PrintedRow> fewer = new ArrayList<>(needed);
            fewer.remove(row);
            if (recovered(fewer, recovered).equals(count)) {
                needed = fewer;
            }
        }
        return List.of(new ForcedCell(
                name,
                count.getAsLong(),
                needed.stream().map(PrintedRow::toString).collect(Collectors.toList())));
    }

    /** Where too many tables agree, the search takes long, or nothing bounds them, nothing is forced. */
    private static OptionalLong recovered(List<PrintedRow> rows, Function<List<PrintedRow>, OptionalLong> recovered) {
        try {
            return recovered.apply(rows);
        } catch (InputException tooOpen) {
            return OptionalLong.empty();
        }
    }
}
