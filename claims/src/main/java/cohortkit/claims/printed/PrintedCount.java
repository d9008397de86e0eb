package cohortkit.claims.printed;

import cohortkit.claims.Printed;
import cohortkit.core.InputException;
import java.util.Optional;

/**
 * A count of a total, with its share where it is printed.
 *
 * <pre>{@code
 * var count = (PrintedCount) PrintedFigure.parse("45/333 (14%)");
 * count.total()   // 333
 * count.share()   // Optional[14%]
 * }</pre>
 *
 * @param count how many, at most {@code total}
 * @param total of how many, at least 1
 * @param share as printed; empty if it is not
 */
public record PrintedCount(long count, long total, Optional<Printed> share) implements PrintedFigure {

    /** Checks the counts. */
    public PrintedCount {
        if (count < 0 || total < 1 || count > total) {
            throw new InputException("a count of a total needs 0 <= count <= total; was " + count + "/" + total);
        }
    }

    @Override
    public Printed leading() {
        return share.orElseGet(() -> Printed.parse(Long.toString(count)));
    }

    @Override
    public String toString() {
        return count + "/" + total + share.map(s -> " (" + s + ")").orElse("");
    }
}
