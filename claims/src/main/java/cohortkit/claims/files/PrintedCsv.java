package cohortkit.claims.files;

import cohortkit.claims.Constraint;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedNumber;
import cohortkit.claims.Quantity;
import cohortkit.claims.feasible.TableTest;
import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.table.TwoByTwo;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Reads printed.csv, one number a row: {@code set,quantity,printed}, and {@code lower,upper} where ratios have limits. The
 * quantity is {@code n}, one of a 2x2 table by its label, such as {@code risk in the exposed}, or {@code p} of a test that
 * the paper does not name. A set whose first row is a {@code shape} is a table of any size; see {@link PrintedTable}.
 */
final class PrintedCsv {

    private static final List<String> COLUMNS = List.of("set", "quantity", "printed");
    private static final String TOTAL = "n";
    private static final String SHAPE = "shape";
    private static final String ANY_TEST = "p";

    private final Map<String, Long> totals = new LinkedHashMap<>();
    private final Map<String, List<Constraint>> constraints = new LinkedHashMap<>();
    private final Map<String, List<Predicate<TwoByTwo>>> conditions = new LinkedHashMap<>();

    private final Map<String, PrintedTable> tables = new LinkedHashMap<>();
    private final Map<String, List<CellRef>> cells = new LinkedHashMap<>();

    private PrintedCsv() {}

    /**
     * What the file prints.
     *
     * @throws InputException naming file and line, if it cannot be read
     */
    static PrintedCsv read(Path file) {
        PrintedCsv sets = new PrintedCsv();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                sets.add(row, file.getFileName() + ", line " + row.getStartingLineNumber());
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new InputException(file + " is not a table of comma-separated values: " + e.getMessage(), e);
        }
        sets.requireTotals(file);
        return sets;
    }

    /** The 2x2 tables by the names of their sets. */
    Map<String, PrintedSet> sets() {
        Map<String, PrintedSet> sets = new LinkedHashMap<>();
        totals.forEach((name, total) -> sets.put(
                name,
                new PrintedSet(
                        total, constraints.getOrDefault(name, List.of()), conditions.getOrDefault(name, List.of()))));
        return sets;
    }

    /** Where the numbers stand, by the names of their sets. */
    Map<String, List<CellRef>> cells() {
        return cells;
    }

    /** The tables of a declared shape, by the names of their sets. */
    Map<String, PrintedTable> tables() {
        return tables;
    }

    private void add(NamedCsvRecord row, String place) {
        for (String column : COLUMNS) {
            if (!row.getHeader().contains(column)) {
                throw new InputException(
                        place + ": no column '" + column + "'; the header must be " + String.join(",", COLUMNS));
            }
        }
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new InputException(place + ": " + row.getFieldCount() + " fields under a header of "
                    + row.getHeader().size() + "; put a text that holds a comma in double quotes");
        }
        String set = row.getField("set").strip();
        String quantity = row.getField("quantity").strip();
        String printed = row.getField("printed").strip();
        for (String column : List.of("printed", "lower", "upper")) {
            if (row.findField(column).filter(text -> !text.isBlank()).isPresent()) {
                cells.computeIfAbsent(set, key -> new ArrayList<>())
                        .add(new CellRef(
                                StudyData.PRINTED,
                                "",
                                Math.toIntExact(row.getStartingLineNumber()),
                                row.getHeader().indexOf(column) + 1));
            }
        }
        try {
            if (quantity.equals(SHAPE)) {
                if (totals.containsKey(set) || constraints.containsKey(set) || tables.containsKey(set)) {
                    throw new InputException("the shape is the first row of set '" + set + "', and there once");
                }
                tables.put(set, PrintedTable.ofShape(printed));
            } else if (tables.containsKey(set)) {
                if (limit(row, "lower").isPresent() || limit(row, "upper").isPresent()) {
                    throw new InputException("limits are taken of 2x2 tables without a shape");
                }
                tables.computeIfPresent(set, (name, table) -> table.with(quantity, printed));
            } else if (quantity.equals(TOTAL)) {
                if (totals.put(set, total(printed)) != null) {
                    throw new InputException("set '" + set + "' has its n already");
                }
            } else if (quantity.equals(ANY_TEST)) {
                condition(set, TableTest.anyPrints(printed));
            } else {
                Quantity parsed = Quantity.parse(quantity);
                constraints.computeIfAbsent(set, key -> new ArrayList<>()).add(Constraint.of(parsed, printed));
                limit(row, "lower").ifPresent(limit -> condition(set, limits(parsed, limit, Interval::lower)));
                limit(row, "upper").ifPresent(limit -> condition(set, limits(parsed, limit, Interval::upper)));
            }
        } catch (InputException e) {
            throw new InputException(place + ": " + e.getMessage(), e);
        }
    }

    private void condition(String set, Predicate<TwoByTwo> condition) {
        conditions.computeIfAbsent(set, key -> new ArrayList<>()).add(condition);
    }

    private static Optional<Printed> limit(NamedCsvRecord row, String column) {
        return row.findField(column)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Printed::parse);
    }

    /** Log Wald limits at 95 %, which most papers print. */
    private static Predicate<TwoByTwo> limits(Quantity quantity, Printed limit, ToDoubleFunction<Interval> end) {
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
                && number.value().scale() <= 0) {
            return number.value().longValueExact();
        }
        throw new InputException("n is a whole number; was '" + printed + "'");
    }

    private void requireTotals(Path file) {
        for (String name : constraints.keySet()) {
            if (!totals.containsKey(name)) {
                throw new InputException(file.getFileName() + ": set '" + name + "' has no n; add the row " + name
                        + ",n,HOW MANY PEOPLE");
            }
        }
    }
}
