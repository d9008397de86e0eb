package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the importer shall not find out by itself.
 *
 * <pre>{@code
 * var options = ImportOptions.defaults().withSheet("Data (reconstructed)").withHeaderRow(4);
 * Workbook.open(file).cohort(options).size()   // 333
 * }</pre>
 *
 * @param sheet the sheet with the data; empty: the one that fits the codebook
 * @param headerRow the row, from 1, that names the variables (of two header lines, the upper); empty: the one that fits
 * @param codebook what the columns mean; empty: the workbook's own codebook sheet, else a draft from the data
 * @param onError what becomes of the file where a value breaks its codebook
 */
public record ImportOptions(
        Optional<String> sheet, OptionalInt headerRow, Optional<Codebook> codebook, OnError onError) {

    /** What becomes of a file with values that its codebook does not allow. */
    public enum OnError {
        /** It is imported, and the ledger names them. */
        REPORT,
        /** It is refused, by a {@link RefusedImport} that names them. */
        REFUSE
    }

    private static final ImportOptions DEFAULTS =
            new ImportOptions(Optional.empty(), OptionalInt.empty(), Optional.empty(), OnError.REPORT);

    public ImportOptions {
        if (headerRow.isPresent() && headerRow.getAsInt() < 1) {
            throw new InputException("header row must be 1 or more, was " + headerRow.getAsInt());
        }
    }

    /** Everything is found in the workbook. */
    public static ImportOptions defaults() {
        return DEFAULTS;
    }

    /** The same with the data on the sheet of that name. */
    public ImportOptions withSheet(String name) {
        return new ImportOptions(Optional.of(name), headerRow, codebook, onError);
    }

    /** The same with the variables' names in that row, from 1. */
    public ImportOptions withHeaderRow(int row) {
        return new ImportOptions(sheet, OptionalInt.of(row), codebook, onError);
    }

    /** The same with that codebook, in place of one in the workbook. */
    public ImportOptions withCodebook(Codebook newCodebook) {
        return new ImportOptions(sheet, headerRow, Optional.of(newCodebook), onError);
    }

    /** The same, and a file with a value that breaks its codebook is refused. */
    public ImportOptions strict() {
        return new ImportOptions(sheet, headerRow, codebook, OnError.REFUSE);
    }
}
