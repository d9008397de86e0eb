package cohortkit.stats.crosstab;

import cohortkit.core.InputException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rows, or the columns, of a table are.
 *
 * <pre>{@code
 * new Axis("sex", List.of("female", "male")).shown(1)   // "sex = male"
 * }</pre>
 *
 * @param variable the variable's name; empty for bare counts
 * @param levels the levels' labels, in order
 */
public record Axis(String variable, List<String> levels) {

    /** Checks that there is a level. */
    public Axis {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new InputException("a table needs at least one row and one column; there is none");
        }
    }

    static Axis numbered(String word, int size) {
        return new Axis(
                "", IntStream.rangeClosed(1, size).mapToObj(i -> word + " " + i).toList());
    }

    /** Such as "sex = male", or the level alone for bare counts. */
    public String shown(int level) {
        return variable.isEmpty() ? levels.get(level) : variable + " = " + levels.get(level);
    }
}
