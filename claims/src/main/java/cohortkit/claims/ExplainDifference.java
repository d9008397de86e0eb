package cohortkit.claims;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Proportion;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a printed estimate differs from ours: the conventions (measure, estimator, interval, zero cells, level, rows or
 * columns exchanged, percent) of a table or a proportion that print these very digits, or else the nearest one.
 *
 * <pre>{@code
 * ExplainDifference.of(new TwoByTwo(12, 55, 16, 125), "1.70 (0.68-4.13)").found().size()   // 2
 * ExplainDifference.of(new Proportion(36, 154), "23.4% (16.9-30.9)")   // 23.4% (16.9-30.9) is Clopper-Pearson at 95 % ...
 * }</pre>
 *
 * @param printed as it stands in print
 * @param found each convention that prints it, the ones nearest to our defaults first; empty if none does
 * @param nearest the nearest convention with its numbers, whether it prints them or not
 */
public record ExplainDifference(String printed, List<String> found, String nearest) {

    public ExplainDifference {
        found = List.copyOf(found);
    }

    /** One way to make a number. The rank grows with the distance from our defaults. */
    record Candidate(String description, Estimate estimate, int rank) {}

    /**
     * Searches the conventions of a 2x2 table.
     *
     * @throws InputException if the text is not an estimate, or an estimate and two limits, or the table is empty
     */
    public static ExplainDifference of(TwoByTwo table, String printed) {
        if (table.n() == 0) {
            throw new InputException("the table is empty, so that no convention prints '" + printed + "'; was 0,0,0,0");
        }
        return search(TableCandidates.of(table), PrintedEstimate.parse(printed));
    }

    /**
     * Searches the conventions of a proportion, also printed in percent without the sign.
     *
     * @throws InputException if the text is not an estimate, or an estimate and two limits
     */
    public static ExplainDifference of(Proportion proportion, String printed) {
        return search(ProportionCandidates.of(proportion), PrintedEstimate.parse(printed));
    }

    private static ExplainDifference search(List<Candidate> candidates, PrintedEstimate printed) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingInt(Candidate::rank));
        Set<String> found = new LinkedHashSet<>();
        List<Interval> seen = new ArrayList<>();
        for (Candidate candidate : sorted) {
            Estimate e = candidate.estimate;
            boolean printsIt = printed.admits(e.value(), e.interval());
            boolean known = candidate.rank >= TableCandidates.EXCHANGED
                    && seen.stream().anyMatch(other -> isSame(other, e.interval()));
            if (printsIt && !known) {
                found.add(candidate.description);
                seen.add(e.interval());
            }
        }
        Candidate closest = sorted.stream()
                .min(Comparator.comparingDouble(c -> printed.distance(c.estimate.value(), c.estimate.interval())))
                .orElseThrow();
        double off = printed.distance(closest.estimate.value(), closest.estimate.interval());
        return new ExplainDifference(printed.text(), List.copyOf(found), text(closest, off));
    }

    /** The same number by another way of reading the table, such as the odds ratio of the transposed one. */
    private static boolean isSame(Interval one, Interval other) {
        return isSame(one.lower(), other.lower()) && isSame(one.upper(), other.upper());
    }

    private static boolean isSame(double x, double y) {
        return x == y || Math.abs(x - y) <= 1e-9 * Math.abs(x);
    }

    private static String text(Candidate candidate, double off) {
        Estimate e = candidate.estimate;
        String numbers = round(e.value())
                + (e.interval().exists()
                        ? " (" + round(e.interval().lower()) + " to "
                                + round(e.interval().upper()) + ")"
                        : "");
        String early = off > 0 && off < 1e-3
                ? "; a difference this small is that of a root finder which stops early, as Stata's cci (2e-4) and R's"
                        + " fisher.test (3e-4) do"
                : "";
        return candidate.description + ": " + numbers + early;
    }

    private static String round(double x) {
        return DisplayNumber.significant(x, 7);
    }

    /** One sentence if one convention prints it, a line each if several do, the nearest if none does. */
    @Override
    public String toString() {
        if (found.isEmpty()) {
            return "no convention prints " + printed + "; the nearest is " + nearest;
        }
        return found.size() == 1
                ? printed + " is " + found.get(0)
                : printed + " is one of these " + found.size() + ":\n  " + String.join("\n  ", found);
    }
}
