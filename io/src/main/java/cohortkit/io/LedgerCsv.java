package cohortkit.io;

import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.file.Path;

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

    private LedgerCsv() {}

    /**
     * Writes the file, or leaves the old one if that fails.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Ledger ledger, Path path) {
        OutputFile.write(path, out -> {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
                csv.writeRecord("file", "sheet", "cell", "raw", "action", "result", "rule", "severity");
                for (Ledger.Entry entry : ledger.entries()) {
                    csv.writeRecord(
                            CsvText.guard(entry.cell().file()),
                            CsvText.guard(entry.cell().sheet()),
                            entry.cell().address(),
                            CsvText.guard(entry.raw()),
                            Spaces.lower(entry.action().name()),
                            CsvText.guard(entry.result()),
                            CsvText.guard(entry.rule()),
                            Spaces.lower(entry.action().severity().name()));
                }
            }
        });
    }
}
