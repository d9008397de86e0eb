package cohortkit.claims.files;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
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

/**
 * Reads printed.csv, one number a row: {@code set,quantity,printed}, and {@code lower,upper} where ratios have limits. The
 * quantity is {@code n}, one of a 2x2 table by its label, such as {@code risk in the exposed}, or {@code p} of a test that
 * the paper does not name. A set whose first row is a {@code shape} is a table of any size; see {@link PrintedTable}.
 */
final class PrintedCsv {

    private static final List<String> COLUMNS = List.of("set", "quantity", "printed");
    private static final String SHAPE = "shape";

    private final Map<String, PrintedSet> sets = new LinkedHashMap<>();
    private final Map<String, PrintedTable> tables = new LinkedHashMap<>();
    private final Map<String, List<CellRef>> cells = new LinkedHashMap<>();

    private PrintedCsv() {}

    /**
     * What the file prints.
     *
     * @throws InputException naming file and line, if it cannot be read
     */
    static PrintedCsv read(Path file) {
        PrintedCsv read = new PrintedCsv();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                read.add(row, file.getFileName() + ", line " + row.getStartingLineNumber());
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new InputException(file + " is not a table of comma-separated values: " + e.getMessage(), e);
        }
        read.requireTotals(file);
        return read;
    }

    /** The 2x2 tables by the names of their sets. */
    Map<String, PrintedSet> sets() {
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

    private static PrintedRow printedRow(NamedCsvRecord row) {
        return new PrintedRow(
                row.getField("quantity").strip(),
                row.getField("printed").strip(),
                limit(row, "lower"),
                limit(row, "upper"));
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
                if (sets.containsKey(set) || tables.containsKey(set)) {
                    throw new InputException("the shape is the first row of set '" + set + "', and there once");
                }
                tables.put(set, PrintedTable.ofShape(row.getField("printed").strip()));
            } else if (tables.containsKey(set)) {
                tables.computeIfPresent(set, (name, table) -> table.with(printedRow(row)));
            } else {
                PrintedSet before = sets.getOrDefault(set, new PrintedSet(List.of()));
                if (quantity.equals(PrintedSet.TOTAL) && before.hasTotal()) {
                    throw new InputException("set '" + set + "' has its n already");
                }
                sets.put(set, before.with(printedRow(row)));
            }
        } catch (InputException e) {
            throw new InputException(place + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> limit(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void requireTotals(Path file) {
        sets.forEach((name, set) -> {
            if (!set.hasTotal()) {
                throw new InputException(file.getFileName() + ": set '" + name + "' has no n; add the row " + name
                        + ",n,HOW MANY PEOPLE");
            }
        });
    }
}
