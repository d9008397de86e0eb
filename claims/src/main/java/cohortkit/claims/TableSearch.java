package cohortkit.claims;

import cohortkit.core.InputException;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Finds the tables of a given total that agree with printed figures. The number of exposed is bounded first, then cell
 * a, then cell c: with the former fixed, each quantity is monotone in the next, so that its bounds are found by
 * bisection and nothing outside them is looked at.
 */
final class TableSearch {

    private static final int MOST = 5_000_000;

    private static final Set<Quantity> DECREASING = EnumSet.of(
            Quantity.CELL_B, Quantity.CELL_D, Quantity.EXPOSED_AMONG_CASES, Quantity.RISK_RATIO, Quantity.ODDS_RATIO);

    /** Those that a user should print next, the most narrowing first. */
    private static final List<Quantity> NARROWING = List.of(
            Quantity.EXPOSED_SHARE,
            Quantity.OUTCOME_SHARE,
            Quantity.RISK_EXPOSED,
            Quantity.RISK_UNEXPOSED,
            Quantity.RISK_RATIO);

    /** Whole numbers from {@code low} to {@code high}; none if low is above. */
    private record Span(long low, long high) {}

    private record Condition(Quantity quantity, Placement placement, Printed printed) {

        int place(long a, long b, long c, long d) {
            int place = placement.of(quantity.numerator(a, b, c, d), quantity.denominator(a, b, c, d));
            return DECREASING.contains(quantity) ? -place : place;
        }

        boolean holds(long a, long b, long c, long d) {
            if (quantity.isPValue()) {
                return (a + c) > 0
                        && (b + d) > 0
                        && (a + b) > 0
                        && (c + d) > 0
                        && printed.admits(quantity.pValue(new TwoByTwo(a, b, c, d)));
            }
            return quantity.denominator(a, b, c, d) > 0 || quantity.numerator(a, b, c, d) > 0;
        }
    }

    private final long total;
    private final List<Constraint> constraints;
    private final List<Condition> all = new ArrayList<>();
    private final List<Condition> onExposed = new ArrayList<>();
    private final List<Condition> onA = new ArrayList<>();
    private final List<Condition> onC = new ArrayList<>();
    private final List<Condition> onBoth = new ArrayList<>();
    private int[] cells = new int[3 * 64];
    private int size;

    TableSearch(long total, List<Constraint> constraints) {
        this.total = total;
        this.constraints = constraints;
        for (Constraint constraint : constraints) {
            Condition condition =
                    new Condition(constraint.quantity(), new Placement(constraint.printed()), constraint.printed());
            all.add(condition);
            switch (constraint.quantity()) {
                case EXPOSED_SHARE, EXPOSED_COUNT -> onExposed.add(condition);
                case RISK_EXPOSED, CELL_A, CELL_B -> onA.add(condition);
                case RISK_UNEXPOSED, CELL_C, CELL_D -> onC.add(condition);
                case OUTCOME_SHARE, OUTCOME_COUNT, EXPOSED_AMONG_CASES, RISK_RATIO, ODDS_RATIO -> onBoth.add(condition);
                case PEARSON_P, FISHER_P -> {
                    // No bounds: the p-value is looked at last.
                }
            }
        }
    }

    /** The cells a, b, c of each table, one after the other, in the order of exposed, a and c. */
    int[] cells() {
        Span exposed = narrow(new Span(0, total), onExposed, (condition, e) -> condition.place(e, 0, 0, total - e));
        for (long e = exposed.low(); e <= exposed.high(); e++) {
            searchExposed(e, total - e);
        }
        return Arrays.copyOf(cells, 3 * size);
    }

    private void searchExposed(long e, long m) {
        Span ofA = narrow(new Span(0, e), onA, (condition, a) -> condition.place(a, e - a, 0, m));
        Span ofC = narrow(new Span(0, m), onC, (condition, c) -> condition.place(0, e, c, m - c));
        if (ofC.low() > ofC.high()) {
            return;
        }
        for (long a = ofA.low(); a <= ofA.high(); a++) {
            long fixedA = a;
            Span both = narrow(ofC, onBoth, (condition, c) -> condition.place(fixedA, e - fixedA, c, m - c));
            for (long c = both.low(); c <= both.high(); c++) {
                keep(a, e - a, c, m - c);
            }
        }
    }

    private void keep(long a, long b, long c, long d) {
        for (Condition condition : all) {
            if (!condition.holds(a, b, c, d)) {
                return;
            }
        }
        if (size == MOST) {
            throw tooMany();
        }
        if (3 * size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[3 * size] = (int) a;
        cells[3 * size + 1] = (int) b;
        cells[3 * size + 2] = (int) c;
        size++;
    }

    @FunctionalInterface
    private interface Place {
        int of(Condition condition, long x);
    }

    private static Span narrow(Span span, List<Condition> conditions, Place place) {
        Span narrowed = span;
        for (Condition condition : conditions) {
            long low = first(narrowed, x -> place.of(condition, x) >= 0);
            narrowed = new Span(low, first(new Span(low, narrowed.high()), x -> place.of(condition, x) > 0) - 1);
        }
        return narrowed;
    }

    /** The first number from which on the test is true; one past the span if it never is. */
    private static long first(Span span, LongPredicate test) {
        long low = span.low();
        long high = span.high() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (test.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private InputException tooMany() {
        Set<Quantity> given = constraints.stream().map(Constraint::quantity).collect(Collectors.toSet());
        String next = NARROWING.stream()
                .filter(quantity -> !given.contains(quantity))
                .limit(3)
                .map(Quantity::name)
                .collect(Collectors.joining(", "));
        return new InputException("more than " + MOST + " tables of " + total + " agree with "
                + FeasibleTables.described(constraints) + "; add another printed figure, such as " + next);
    }
}
