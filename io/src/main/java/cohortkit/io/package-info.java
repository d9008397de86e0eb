/**
 * Spreadsheets in, cohorts out, nothing lost on the way: {@link cohortkit.io.Workbook} reads xlsx, xls and CSV,
 * {@link cohortkit.io.CodebookFile} reads codebooks, {@link cohortkit.io.CohortCsv} and
 * {@link cohortkit.io.LedgerCsv} write. What was not taken as it stood is in the cohort's ledger, by cell address.
 *
 * <p>Inside, a value goes one way. A {@code Format} turns a file into {@code RawSheet}s, {@code TableFinder} finds the
 * header and the data rows in one, and a {@code CellRule} a variable turns each {@code RawCell} into a value, a missing
 * reason and, where it did not stand as it should, a line of the ledger. A new file format is one more {@code Format}.
 *
 * <p>Names tell the room: {@code Csv}, {@code Xlsx} and {@code Xls} read and write a format; {@code RawSheet}, {@code Cells}
 * and {@code Column} keep cells; {@code Table}, {@code Header}, {@code Region} and {@code DataRows} find the table;
 * {@code Evidence}, {@code Text} and {@code Rule} type a cell; {@code Codebook}, {@code Redcap} and {@code Draft} are of
 * codebooks; {@code Ledger}, {@code Check} and {@code Notes} of what is told; {@code Written} of what goes out.
 */
package cohortkit.io;
