package cohortkit.claims.feasible;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.stats.table.TwoByTwo;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A count that a paper does not print beside a group's size: which counts give the printed p-value of the comparison, by any
 * of the usual tests. No count proves nothing, for there are other tests.
 *
 * <pre>{@code
 * var controls = new RecoveredCount(39, 182, 108, Printed.parse("p=0.009"), RecoveredCount.Side.FEWER);
 * controls.counts()    // {10=[FISHER]}
 * controls.checked()   // 39/182 against ?/108, p=0.009: CONSISTENT, missing count: only 10 of 108 (9.3%) gives it, by Fisher exact
 * }</pre>
 *
 * @param count in the group whose count is printed
 * @param people of that group
 * @param others people of the group whose count is not printed
 * @param p as printed
 * @param side where the other share lies
 */
public record RecoveredCount(long count, long people, long others, Printed p, Side side) implements Check {

    /** What is said of the other group. */
    public enum Side {
        /** Its share is smaller. */
        FEWER,
        /** Its share is larger. */
        MORE,
        /** Nothing. */
        EITHER
    }

    private static final int MOST = 100_000;

    /** Checks the numbers. */
    public RecoveredCount {
        if (count < 0 || people < 1 || count > people || others < 1 || others > MOST) {
            throw new InputException("a missing count needs 0 <= count <= people, and 1 to " + MOST + " others; was "
                    + count + "/" + people + " and " + others);
        }
    }

    /** The counts that give the p-value, with the tests by which they do. */
    public Map<Long, Set<TableTest>> counts() {
        Map<Long, Set<TableTest>> found = new TreeMap<>();
        for (long other = 0; other <= others; other++) {
            if (isOnSide(other)) {
                TwoByTwo table = new TwoByTwo(count, people - count, other, others - other);
                Set<TableTest> tests = EnumSet.noneOf(TableTest.class);
                for (TableTest test : TableTest.values()) {
                    if (test.prints(table, p)) {
                        tests.add(test);
                    }
                }
                if (!tests.isEmpty()) {
                    found.put(other, tests);
                }
            }
        }
        return found;
    }

    private boolean isOnSide(long other) {
        int compared = Long.compare(other * people, count * others);
        return switch (side) {
            case FEWER -> compared < 0;
            case MORE -> compared > 0;
            case EITHER -> true;
        };
    }

    @Override
    public Checked checked() {
        return new Checked(
                "missing count",
                count + "/" + people + " against ?/" + others + ", " + p,
                verdict(),
                "one of " + TableTest.values().length + " usual tests of these two groups");
    }

    private Verdict verdict() {
        Map<Long, Set<TableTest>> counts = counts();
        if (counts.isEmpty()) {
            return new Verdict.NotCheckable("no count of " + others + " gives it by a usual test");
        }
        String text = counts.entrySet().stream()
                .limit(3)
                .map(entry -> entry.getKey() + " of " + others + " ("
                        + DisplayNumber.percent((double) entry.getKey() / others, 1) + "%) gives it, by "
                        + entry.getValue().stream().map(TableTest::label).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining("; "));
        return counts.size() == 1
                ? new Verdict.Consistent("only " + text)
                : new Verdict.Possible(counts.size() + " counts do: " + text + (counts.size() > 3 ? "; ..." : ""));
    }
}
