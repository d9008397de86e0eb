package cohortkit.claims.files;

import cohortkit.claims.Constraint;
import cohortkit.claims.Printed;
import cohortkit.claims.PrintedNumber;
import cohortkit.claims.Quantity;
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

/**
 * Reads printed.csv, one number a row: {@code set,quantity,printed}. The quantity is {@code n}, or one of a 2x2 table by
 * its label, such as {@code risk in the exposed}.
 */
final class PrintedCsv {

    private static final List<String> COLUMNS = List.of("set", "quantity", "printed");
    private static final String TOTAL = "n";

    private final Map<String, Long> totals = new LinkedHashMap<>();
    private final Map<String, List<Constraint>> constraints = new LinkedHashMap<>();

    private PrintedCsv() {}

    /**
     * The sets by their names.
     *
     * @throws InputException naming file and line, if it cannot be read
     */
    static Map<String, PrintedSet> read(Path file) {
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
        return sets.sets(file);
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
        try {
            if (quantity.equals(TOTAL)) {
                if (totals.put(set, total(printed)) != null) {
                    throw new InputException("set '" + set + "' has its n already");
                }
            } else {
                constraints
                        .computeIfAbsent(set, key -> new ArrayList<>())
                        .add(Constraint.of(Quantity.parse(quantity), printed));
            }
        } catch (InputException e) {
            throw new InputException(place + ": " + e.getMessage(), e);
        }
    }

    private static long total(String printed) {
        if (Printed.parse(printed) instanceof PrintedNumber number
                && number.value().scale() <= 0) {
            return number.value().longValueExact();
        }
        throw new InputException("n is a whole number; was '" + printed + "'");
    }

    private Map<String, PrintedSet> sets(Path file) {
        Map<String, PrintedSet> sets = new LinkedHashMap<>();
        totals.forEach((name, total) ->
                sets.put(name, new PrintedSet(total, constraints.getOrDefault(name, List.of()))));
        for (String name : constraints.keySet()) {
            if (!totals.containsKey(name)) {
                throw new InputException(file.getFileName() + ": set '" + name + "' has no n; add the row " + name
                        + ",n,HOW MANY PEOPLE");
            }
        }
        return sets;
    }
}
