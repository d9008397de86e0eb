package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a cohort as a workbook (xlsx) that is read as the same cohort: the sheets Data and Codebook, and Ledger if there
 * is anything in it. Numbers and dates are numbers and dates, levels their codes, identifiers text with their zeros, a
 * missing value an empty cell. The file is streamed, and the same cohort makes the same bytes.
 *
 * <pre>{@code
 * var clean = folder.resolve("clean.xlsx");
 * CohortWorkbook.write(patients, clean);
 * Workbook.open(clean).sheets()   // [Data, Codebook, Ledger]
 * Workbook.open(clean).cohort().missing("age").equals(patients.missing("age"))   // true
 * }</pre>
 *
 * <p>The last column of Data, missing_reasons, has what an empty cell cannot say, as in {@link CohortCsv}. Dates before
 * 1900-03-01, which spreadsheet programs do not have, and numbers beyond 1e308 are text. Text that starts with = + - @ is
 * text to them, and nothing is run. The participant flow is not in the file.
 */
public final class CohortWorkbook {

    private CohortWorkbook() {}

    /**
     * Writes the file, or leaves the old one if that fails.
     *
     * @param path its name ends with .xlsx
     * @throws InputException if it cannot be written, or the cohort is larger than a sheet or a text than a cell
     */
    public static void write(Cohort cohort, Path path) {
        if (Extension.of(path, "a cohort") != Extension.XLSX) {
            throw new InputException("cannot write '" + path + "': a workbook is written as .xlsx");
        }
        List<List<String>> variables = CodebookRows.of(cohort.codebook());
        XlsxOutput.requireRoom(path, cohort.size() + 1L, cohort.codebook().size() + 1);
        XlsxOutput.requireRoom(path, cohort.ledger().entries().size() + 1L, LedgerCsv.HEADER.size());
        CodebookRows.requireRoom(path, variables);
        WrittenRows rows = new WrittenRows(cohort, WrittenCells.XLSX);
        XlsxOutput.write(path, xlsx -> {
            data(rows, xlsx, path);
            xlsx.table(CodebookRows.SHEET, CodebookRows.header(cohort.codebook()), variables, row -> row);
            if (!cohort.ledger().entries().isEmpty()) {
                xlsx.table("Ledger", LedgerCsv.HEADER, cohort.ledger().entries(), LedgerCsv::row);
            }
        });
    }

    private static void data(WrittenRows rows, XlsxOutput xlsx, Path path) {
        List<String> header = rows.header();
        XlsxOutput.requireRoom(path, header, "the header");
        XlsxOutput.Rows sheet = xlsx.sheet("Data", header, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            rows.go(i);
            sheet.start();
            for (int column = 0; column < header.size() - 1; column++) {
                RawCell cell = rows.cell(column);
                if (cell == null) {
                    continue;
                }
                if (cell.kind() == CellKind.NUMBER) {
                    sheet.number(column, cell.number(), CellLook.of(cell.form()));
                } else {
                    XlsxOutput.requireRoom(
                            path, List.of(cell.text()), "'" + header.get(column) + "' of row " + (i + 1));
                    sheet.text(column, cell.text());
                }
            }
            XlsxOutput.requireRoom(path, List.of(rows.notes()), "the missing reasons of row " + (i + 1));
            sheet.text(header.size() - 1, rows.notes());
        }
    }
}
