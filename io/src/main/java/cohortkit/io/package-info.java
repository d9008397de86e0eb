/**
 * Spreadsheets in, cohorts out, nothing lost on the way: {@link cohortkit.io.Workbook} reads xlsx, xls and CSV,
 * {@link cohortkit.io.CodebookFile} reads codebooks, {@link cohortkit.io.CohortCsv} and
 * {@link cohortkit.io.LedgerCsv} write. What was not taken as it stood is in the cohort's ledger, by cell address.
 *
 * <p>Inside, a value goes one way. A {@code Format} turns a file into {@code RawSheet}s, {@code TableFinder} finds the
 * header and the data rows in one, and a {@code CellRule} a variable turns each {@code RawCell} into a value, a missing
 * reason and, where it did not stand as it should, a line of the ledger. A new file format is one more {@code Format}.
 */
package cohortkit.io;
