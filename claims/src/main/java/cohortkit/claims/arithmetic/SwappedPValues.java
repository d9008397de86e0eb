package cohortkit.claims.arithmetic;

import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * p-values that stand in each other's rows: two rows of a table that contradict their intervals, and no longer do when they
 * exchange their p-values.
 *
 * <pre>{@code
 * var rows = List.of(
 *         IntervalP.of(Measure.ODDS_RATIO, "2.32 (1.23-4.39)", "p=.002"),
 *         IntervalP.of(Measure.ODDS_RATIO, "2.73 (1.44-5.15)", "p=.009"));
 * new SwappedPValues(rows).pairs()   // [[0, 1]]
 * }</pre>
 *
 * @param rows the estimates of one table, each with its p-value
 */
public record SwappedPValues(List<IntervalP> rows) implements Check {

    /** Copies the rows. */
    public SwappedPValues {
        rows = List.copyOf(rows);
    }

    /** The pairs of rows, counted from 0, whose exchange makes both possible. */
    public List<List<Integer>> pairs() {
        List<Integer> wrong = wrong();
        List<List<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < wrong.size(); i++) {
            for (int j = i + 1; j < wrong.size(); j++) {
                IntervalP first = rows.get(wrong.get(i));
                IntervalP second = rows.get(wrong.get(j));
                if (!first.withP(second.p()).checked().isContradicted()
                        && !second.withP(first.p()).checked().isContradicted()) {
                    pairs.add(List.of(wrong.get(i), wrong.get(j)));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private List<Integer> wrong() {
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).checked().isContradicted()) {
                wrong.add(i);
            }
        }
        return wrong;
    }

    @Override
    public Checked checked() {
        return new Checked("exchanged p-values", rows.size() + " estimates", verdict(), "p-values of one kind of test");
    }

    private Verdict verdict() {
        List<List<Integer>> pairs = pairs();
        if (!pairs.isEmpty()) {
            return new Verdict.Contradicted(pairs.stream().map(this::text).collect(Collectors.joining("; ")));
        }
        int wrong = wrong().size();
        return wrong == 0
                ? new Verdict.Possible("each p-value fits its own interval")
                : new Verdict.Contradicted(
                        wrong + " of the p-values fit no interval's own, and no exchange of two mends it");
    }

    private String text(List<Integer> pair) {
        IntervalP first = rows.get(pair.get(0));
        IntervalP second = rows.get(pair.get(1));
        return PName.of(first.p()) + " of " + first.interval() + " and " + PName.of(second.p()) + " of "
                + second.interval() + " fit when exchanged";
    }
}
