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
 * @param range the cells with the header and the data; empty: the table that fits the codebook, else the only one
 * @param headerRow the row, from 1, that names the variables (of two header lines, the upper); empty: the one that fits
 * @param codebook what the columns mean; empty: the workbook's own codebook sheet, else a draft from the data
 * @param decimal the sign before the decimals of numbers that are text
 * @param onError what becomes of the file where a value breaks its codebook
 */
public record ImportOptions(
        Optional<String> sheet,
        Optional<CellRange> range,
        OptionalInt headerRow,
        Optional<Codebook> codebook,
        DecimalMark decimal,
        OnError onError) {

    /** What becomes of a file with values that its codebook does not allow. */
    public enum OnError {
        /** It is imported, and the ledger names them. */
        REPORT,
        /** It is refused, by a {@link RefusedImport} that names them. */
        REFUSE
    }

    private static final ImportOptions DEFAULTS = new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            DecimalMark.DETECTED,
            OnError.REPORT);

    public ImportOptions {
        if (headerRow.isPresent() && headerRow.getAsInt() < 1) {
            throw new InputException("header row must be 1 or more, was " + headerRow.getAsInt());
        }
        String rangeSheet = range.map(CellRange::sheet).orElse("");
        if (sheet.isPresent() && !rangeSheet.isEmpty() && !rangeSheet.equals(sheet.get())) {
            throw new InputException(
                    "the sheet is '" + sheet.get() + "' and the range " + range.get() + "; name one of them");
        }
        if (range.isPresent()
                && headerRow.isPresent()
                && (headerRow.getAsInt() < range.get().firstRow()
                        || headerRow.getAsInt() > range.get().lastRow())) {
            throw new InputException("header row " + headerRow.getAsInt() + " is outside the range " + range.get());
        }
    }

    /** Everything is found in the workbook. */
    public static ImportOptions defaults() {
        return DEFAULTS;
    }

    /** The same with the data on the sheet of that name. */
    public ImportOptions withSheet(String name) {
        return new ImportOptions(Optional.of(name), range, headerRow, codebook, decimal, onError);
    }

    /**
     * The same with the table in these cells, such as "B4:N336" or "Data!B4:N336"; all others are left out.
     *
     * @throws InputException if that is no range
     */
    public ImportOptions withRange(String cells) {
        return new ImportOptions(sheet, Optional.of(CellRange.parse(cells)), headerRow, codebook, decimal, onError);
    }

    /** The same with the variables' names in that row, from 1. */
    public ImportOptions withHeaderRow(int row) {
        return new ImportOptions(sheet, range, OptionalInt.of(row), codebook, decimal, onError);
    }

    /** The same with that codebook, in place of one in the workbook. */
    public ImportOptions withCodebook(Codebook newCodebook) {
        return new ImportOptions(sheet, range, headerRow, Optional.of(newCodebook), decimal, onError);
    }

    /** The same with that sign before the decimals of numbers that are text. */
    public ImportOptions withDecimal(DecimalMark mark) {
        return new ImportOptions(sheet, range, headerRow, codebook, mark, onError);
    }

    /** The same, and a file with a value that breaks its codebook is refused. */
    public ImportOptions strict() {
        return new ImportOptions(sheet, range, headerRow, codebook, decimal, OnError.REFUSE);
    }
}
