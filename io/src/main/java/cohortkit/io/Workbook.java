package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.NearestNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A workbook (xlsx, xlsm, xls) or a text file with delimiters (CSV with comma, semicolon or tab), read to its last cell.
 * The kind of file is told by its content, not by its name. Immutable; the file is not needed any more.
 *
 * <pre>{@code
 * var workbook = Workbook.open(file);
 * var patients = workbook.cohort();    // 333 rows, 9 variables, 121 cells repaired, 0 refused: see ledger()
 * patients.ledger().entries().get(0)   // Data (reconstructed)!A1...
 * }</pre>
 *
 * <p>With a codebook, the header is the row (or two) that holds its variables' names, wherever it stands, and every
 * variable must have its column. Without one, it is the first row with the most different texts, and a codebook is
 * drafted: numbers, dates, categories of up to 20 levels, identifiers (named id or ..._id), else text. Rows above the
 * header, total rows and notes are left out, columns without a variable too, and the ledger names each. An identifier
 * that is absent or stands there twice keeps its row, as every value that breaks a rule of the codebook is kept: which of
 * the cells is wrong, the file does not say. A blank cell of a variable that was not asked is missing as "not asked". In
 * CSV an apostrophe before = + - @ is taken off, as {@link CohortCsv} puts it there.
 */
public final class Workbook {

    private final String name;
    private final List<RawSheet> sheets;

    private Workbook(Content content) {
        this.name = content.name();
        this.sheets = Format.sheets(content);
    }

    /**
     * Reads a file.
     *
     * @throws InputException if there is no such file, or it is empty, damaged, encrypted, or neither a workbook nor text
     */
    public static Workbook open(Path path) {
        return new Workbook(Content.of(path));
    }

    /**
     * Reads bytes, such as a resource's.
     *
     * @param name the file's name, for messages and addresses
     * @throws InputException as {@link #open(Path)}
     */
    public static Workbook read(String name, byte[] content) {
        return new Workbook(Content.of(name, content));
    }

    /** The names of the sheets with cells, in order; one empty name for CSV. */
    public List<String> sheets() {
        return sheets.stream().map(RawSheet::name).toList();
    }

    /**
     * The codebook on one of the sheets: one that is named codebook or dictionary and has a header with name and type, or
     * any whose header has these and whose types are all known.
     *
     * @throws InputException if there is one and it is wrong; the message names the cell
     */
    public Optional<Codebook> codebook() {
        return CodebookSheet.find(sheets).map(CodebookSheet::codebook);
    }

    /** The cohort, as {@link #cohort(ImportOptions)} with the defaults. */
    public Cohort cohort() {
        return cohort(ImportOptions.defaults());
    }

    /**
     * The cohort on the data sheet, every cell typed, missing for a reason, or named in its ledger.
     *
     * @throws InputException if the sheet or a variable is not found, or the codebook is wrong
     * @throws RefusedImport if the import is strict and a value breaks the codebook
     */
    public Cohort cohort(ImportOptions options) {
        Optional<CodebookSheet> own = CodebookSheet.find(sheets);
        Optional<Codebook> codebook =
                options.codebook().isPresent() ? options.codebook() : own.map(CodebookSheet::codebook);
        RawSheet sheet = options.sheet().isPresent()
                ? named(options.sheet().get())
                : written(codebook, options).orElseGet(() -> dataSheet(codebook, own.map(CodebookSheet::sheet)));
        if (sheet.rows() == 0) {
            throw sheet.problem("there are no cells");
        }
        QuietTables.start();
        Cohort cohort = new Importer(sheet, codebook, options.headerRow()).cohort();
        if (options.onError() == ImportOptions.OnError.REFUSE && cohort.ledger().count(Ledger.Severity.ERROR) > 0) {
            throw new RefusedImport(sheet.where(), cohort);
        }
        return cohort;
    }

    private RawSheet named(String sheet) {
        return sheets.stream()
                .filter(candidate -> candidate.name().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "'" + name + "' has no sheet '" + sheet + "'; " + NearestNames.of(sheet, sheets())));
    }

    /** The sheet that was written by {@link CohortWorkbook} or {@link CohortCsv}. */
    private Optional<RawSheet> written(Optional<Codebook> codebook, ImportOptions options) {
        return codebook.flatMap(book -> sheets.stream()
                .filter(sheet ->
                        WrittenTable.find(sheet, book, options.headerRow()).isPresent())
                .findFirst());
    }

    private RawSheet dataSheet(Optional<Codebook> codebook, Optional<RawSheet> codebookSheet) {
        List<RawSheet> filled = sheets.stream()
                .filter(sheet ->
                        sheet.rows() > 0 && codebookSheet.filter(sheet::equals).isEmpty())
                .toList();
        List<RawSheet> shown =
                filled.stream().filter(sheet -> sheet.traits().visible()).toList();
        List<RawSheet> candidates = shown.isEmpty() ? filled : shown;
        if (codebook.isPresent() && candidates.size() > 1) {
            candidates = best(candidates, codebook.get());
        }
        if (candidates.isEmpty()) {
            throw new InputException("'" + name + "' has no sheet with data");
        }
        if (candidates.size() > 1) {
            throw new InputException("'" + name + "' has " + candidates.size() + " sheets that may hold the data ("
                    + String.join(", ", candidates.stream().map(RawSheet::name).toList()) + "); name one");
        }
        return candidates.get(0);
    }

    private static List<RawSheet> best(List<RawSheet> candidates, Codebook codebook) {
        List<Integer> scores = candidates.stream()
                .map(sheet -> new CodebookHeader(sheet, codebook).score())
                .toList();
        int most = scores.stream().mapToInt(Integer::intValue).max().orElse(0);
        return candidates.stream()
                .filter(sheet -> scores.get(candidates.indexOf(sheet)) == most)
                .toList();
    }

    /** A title line, then one line a sheet with its number of rows. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.length() > 30 ? name.substring(0, 29) + "\u2026" : name);
        text.append(", ").append(sheets.size()).append(sheets.size() == 1 ? " sheet" : " sheets");
        for (RawSheet sheet : sheets) {
            text.append("\n  ").append(sheet.name().isEmpty() ? "(text)" : sheet.name());
            text.append(": ").append(sheet.rows()).append(sheet.rows() == 1 ? " row" : " rows");
            text.append(sheet.traits().visible() ? "" : ", hidden");
        }
        return text.toString();
    }
}
