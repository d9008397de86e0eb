package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes an import ledger as CSV, one line an entry, with the columns file, sheet, cell, raw, action, result, rule
 * and severity.
 *
 * <pre>{@code
 * LedgerCsv.write(patients.ledger(), folder.resolve("ledger.csv"));
 * Files.readAllLines(folder.resolve("ledger.csv")).get(0)   // "file,sheet,cell,raw,action,result,rule,severity"
 * }</pre>
 */
public final class LedgerCsv {

    static final List<String> HEADER = List.of("file", "sheet", "cell", "raw", "action", "result", "rule", "severity");

    private LedgerCsv() {}

    /**
     * Writes the file, or leaves the old one if that fails.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Ledger ledger, Path path) {
        CsvOutput.write(path, HEADER, csv -> ledger.entries().forEach(entry -> csv.record(row(entry))));
    }

    static List<String> row(Ledger.Entry entry) {
        return List.of(
                entry.cell().file(),
                entry.cell().sheet(),
                entry.cell().address(),
                entry.raw(),
                Spaces.lower(entry.action().name()),
                entry.result(),
                entry.rule(),
                Spaces.lower(entry.action().severity().name()));
    }
}
