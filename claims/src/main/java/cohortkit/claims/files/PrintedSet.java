package cohortkit.claims.files;

import cohortkit.claims.Constraint;
import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedNumber;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Quantity;
import cohortkit.claims.feasible.TableTest;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.table.TwoByTwo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a paper prints of one 2x2 table: its n, quantities by their labels, and {@code p} of a test that is not named.
 *
 * @param rows each understood
 */
record PrintedSet(List<PrintedRow> rows) {

    static final String TOTAL = "n";
    private static final String ANY_TEST = "p";
    private static final List<Quantity> CELLS =
            List.of(Quantity.CELL_A, Quantity.CELL_B, Quantity.CELL_C, Quantity.CELL_D);

    PrintedSet {
        rows = List.copyOf(rows);
    }

    /**
     * The same with one more printed number.
     *
     * @throws InputException if it cannot be understood
     */
    PrintedSet with(PrintedRow row) {
        if (row.quantity().equals(TOTAL)) {
            total(row.printed());
        } else if (row.quantity().equals(ANY_TEST)) {
            TableTest.anyPrints(row.printed());
        } else {
            constraint(row);
            limits(row);
        }
        List<PrintedRow> all = new ArrayList<>(rows);
        all.add(row);
        return new PrintedSet(all);
    }

    boolean hasTotal() {
        return rows.stream().anyMatch(row -> row.quantity().equals(TOTAL));
    }

    FeasibleTables tables() {
        return tables(rows);
    }

    private static FeasibleTables tables(List<PrintedRow> some) {
        long total = some.stream()
                .filter(row -> row.quantity().equals(TOTAL))
                .mapToLong(row -> total(row.printed()))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no n"));
        Constraint[] constraints = some.stream()
                .filter(row -> !row.quantity().equals(TOTAL) && !row.quantity().equals(ANY_TEST))
                .map(PrintedSet::constraint)
                .toArray(Constraint[]::new);
        List<Predicate<TwoByTwo>> conditions =
                some.stream().flatMap(row -> conditions(row).stream()).toList();
        FeasibleTables tables = FeasibleTables.of(total, constraints);
        return conditions.isEmpty()
                ? tables
                : tables.agreeing(table -> conditions.stream().allMatch(condition -> condition.test(table)));
    }

    private static Constraint constraint(PrintedRow row) {
        return Constraint.of(Quantity.parse(row.quantity()), row.printed());
    }

    private static List<Predicate<TwoByTwo>> conditions(PrintedRow row) {
        return row.quantity().equals(ANY_TEST) ? List.of(TableTest.anyPrints(row.printed())) : limits(row);
    }

    private static List<Predicate<TwoByTwo>> limits(PrintedRow row) {
        return Stream.concat(
                        row.lower().map(limit -> limit(row, limit, Interval::lower)).stream(),
                        row.upper().map(limit -> limit(row, limit, Interval::upper)).stream())
                .toList();
    }

    /** Log Wald limits at 95 %, which most papers print. */
    private static Predicate<TwoByTwo> limit(PrintedRow row, String text, ToDoubleFunction<Interval> end) {
        Quantity quantity = Quantity.parse(row.quantity());
        Printed limit = Printed.parse(text);
        return switch (quantity) {
            case RISK_RATIO ->
                table -> limit.admits(end.applyAsDouble(table.riskRatio().interval()));
            case ODDS_RATIO ->
                table -> limit.admits(end.applyAsDouble(table.oddsRatio().interval()));
            default ->
                throw new InputException("limits of a " + quantity.label()
                        + " are not taken; only those of a risk ratio and an odds ratio");
        };
    }

    private static long total(String printed) {
        if (Printed.parse(printed) instanceof PrintedNumber number
                && number.value().scale() <= 0
                && number.value().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            return number.value().longValueExact();
        }
        throw new InputException("n is a whole number of people; was '" + printed + "'");
    }

    /** The cells that are not printed and that have one count alone. */
    List<ForcedCell> forced() {
        return CELLS.stream()
                .filter(cell -> rows.stream().noneMatch(row -> row.quantity().equals(cell.label())))
                .flatMap(cell -> Forced.cell(cell.label(), rows, some -> recovered(tables(some), cell)).stream())
                .toList();
    }

    private static OptionalLong recovered(FeasibleTables tables, Quantity cell) {
        if (tables.isEmpty()) {
            return OptionalLong.empty();
        }
        PrintedRange range = tables.range(cell::value);
        return range.isSingle() ? OptionalLong.of((long) range.lower()) : OptionalLong.empty();
    }
}
