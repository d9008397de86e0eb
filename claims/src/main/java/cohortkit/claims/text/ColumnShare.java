package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.arithmetic.CountShare;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A percentage in a table against the people of its column; it may also be of another total of the table, or of those of the
 * column whose answer is known. Only what is none of these is contradicted.
 *
 * @param count at most {@code people}
 * @param people of the column
 * @param share as printed
 * @param others totals of the table by what they are, such as "the row"
 */
record ColumnShare(long count, long people, Printed share, Map<String, Long> others) implements Check {

    ColumnShare {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    private CountShare ofColumn() {
        return new CountShare(count, people, share);
    }

    @Override
    public Checked checked() {
        Checked plain = ofColumn().checked();
        if (!plain.isContradicted()) {
            return plain;
        }
        Optional<String> other = other();
        OptionalLong known = other.isPresent() ? OptionalLong.empty() : known();
        if (other.isEmpty() && known.isEmpty()) {
            return new Checked(plain.check(), plain.figures(), plain.verdict(), "a percentage of people of this table");
        }
        String reason = other.orElseGet(() -> "only if " + (people - known.getAsLong()) + " of the " + people
                + " are missing: " + count + "/" + known.getAsLong() + " is "
                + share.beside((double) count / known.getAsLong()));
        return Checked.of(
                plain.check(),
                plain.figures(),
                new Verdict.Possible(
                        count + "/" + people + " is " + share.beside((double) count / people) + "; " + reason));
    }

    /** Such as "it is a percentage of the row (58)". */
    private Optional<String> other() {
        return others.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= Math.max(1, count) && share.admits(count, entry.getValue(), Rounding.ANY))
                .findFirst()
                .map(ColumnShare::of);
    }

    private static String of(Entry<String, Long> entry) {
        return "it is a percentage of " + entry.getKey() + " (" + entry.getValue() + ")";
    }

    /** Of how many of the column it is the percentage, if some are missing; as many as possible. */
    OptionalLong known() {
        if (!ofColumn().checked().isContradicted()) {
            return OptionalLong.empty();
        }
        double lower = share.range(Rounding.ANY).lower();
        double upper = share.range(Rounding.ANY).upper();
        long most = lower <= 0 ? people - 1 : Math.min(people - 1, (long) Math.ceil(count / lower) + 1);
        long least = upper <= 0 ? count : Math.max(Math.max(1, count), (long) Math.floor(count / upper) - 1);
        for (long n = most; n >= least; n--) {
            if (share.admits(count, n, Rounding.ANY)) {
                return OptionalLong.of(n);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether it is a percentage of the whole column. */
    boolean isOfColumn() {
        return share.admits(count, people, Rounding.ANY);
    }

    /** Whether it is one of the column only if people are missing. */
    boolean needsMissing() {
        return !isOfColumn() && other().isEmpty() && known().isPresent();
    }
}
