package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.NearestNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workbook (xlsx, xlsm, xls) or a text file with delimiters (CSV; encoding and delimiter found), read to its last cell.
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
 * drafted: numbers, dates, times, categories of up to 20 levels, identifiers (named id or ..._id), else text. Of several
 * tables on a sheet the one that fits the codebook is read, or that has far more rows than the others; else a range must
 * be named. {@link Ledger#detected} says how the file was read. Rows above the header, total rows and notes are left out, columns without a variable too, and the ledger names each. An identifier
 * that is absent or stands there twice keeps its row, as every value that breaks a rule of the codebook is kept: which of
 * the cells is wrong, the file does not say. A blank cell of a variable that was not asked is missing as "not asked". In
 * CSV an apostrophe before = + - @ is taken off, as {@link CohortCsv} puts it there.
 */
public final class Workbook {

    private final String name;
    private final List<RawSheet> sheets;
    private final List<SheetTables> tables;

    Workbook(String name, List<RawSheet> sheets) {
        this.name = name;
        this.sheets = sheets;
        this.tables = sheets.stream().map(SheetTables::of).toList();
    }

    private static Workbook of(Content content, CsvOptions text) {
        return new Workbook(content.name(), Format.sheets(content, text));
    }

    /**
     * Reads a file.
     *
     * @throws InputException if there is no such file, or it is empty, damaged, encrypted, or neither a workbook nor text
     */
    public static Workbook open(Path path) {
        return open(path, CsvOptions.detected());
    }

    /** Reads a file by its name, as {@link #open(Path)} does: fewer words in the shell. */
    public static Workbook open(String file) {
        return open(Path.of(file));
    }

    /**
     * Reads a file, and if it is text, as the options say.
     *
     * @throws InputException as {@link #open(Path)}, or if a text is not in the encoding asked for
     */
    public static Workbook open(Path path, CsvOptions text) {
        return open(path, text, ImportProgress.none());
    }

    /** Reads a file as {@link #open(Path)} does and tells how far it is. */
    public static Workbook open(Path path, ImportProgress progress) {
        return open(path, CsvOptions.detected(), progress);
    }

    /**
     * Reads a file as {@link #open(Path, CsvOptions)} does and tells how far it is.
     *
     * @throws InputException as {@link #open(Path, CsvOptions)}
     */
    public static Workbook open(Path path, CsvOptions text, ImportProgress progress) {
        return of(Content.of(path, progress), text);
    }

    /**
     * Reads bytes, such as a resource's.
     *
     * @param name the file's name, for messages and addresses
     * @throws InputException as {@link #open(Path)}
     */
    public static Workbook read(String name, byte[] content) {
        return read(name, content, CsvOptions.detected());
    }

    /**
     * Reads bytes, and if they are text, as the options say.
     *
     * @throws InputException as {@link #open(Path, CsvOptions)}
     */
    public static Workbook read(String name, byte[] content, CsvOptions text) {
        return of(Content.of(name, content), text);
    }

    /** The names of the sheets with cells, in order; one empty name for CSV. */
    public List<String> sheets() {
        return sheets.stream().map(RawSheet::name).toList();
    }

    /**
     * The codebook on one of the sheets: one that is named codebook or dictionary and has a header with name and type, or
     * any whose header has these and whose types are all known; or a REDCap data dictionary.
     *
     * @throws InputException if there is one and it is wrong; the message names the cell
     */
    public Optional<Codebook> codebook() {
        return ownCodebook().map(CodebookSheet::codebook).or(() -> RedcapDictionary.find(sheets, Map.of()));
    }

    private Optional<CodebookSheet> ownCodebook() {
        return CodebookSheet.find(
                tables.stream().flatMap(sheet -> sheet.parts().stream()).toList());
    }

    /** The cohort, as {@link #cohort(ImportOptions)} with the defaults. */
    public Cohort cohort() {
        return cohort(ImportOptions.defaults());
    }

    /** The cohort under this codebook, as {@link #cohort(ImportOptions)} with the defaults else. */
    public Cohort cohort(Codebook codebook) {
        return cohort(ImportOptions.defaults().withCodebook(codebook));
    }

    /**
     * The cohort on the data sheet, every cell typed, missing for a reason, or named in its ledger.
     *
     * @throws InputException if the sheet or a variable is not found, or the codebook is wrong
     * @throws RefusedImport if the import is strict and a value breaks the codebook
     */
    public Cohort cohort(ImportOptions options) {
        Optional<CodebookSheet> own = ownCodebook();
        return cohort(options, own, options.codebook().or(() -> own.map(CodebookSheet::codebook)));
    }

    private Cohort cohort(ImportOptions options, Optional<CodebookSheet> own, Optional<Codebook> codebook) {
        Optional<RawSheet> ownCells = own.map(CodebookSheet::sheet);
        Optional<String> wanted =
                options.sheet().or(() -> options.range().map(CellRange::sheet).filter(sheet -> !sheet.isEmpty()));
        SheetTables sheet = wanted.isPresent()
                ? named(wanted.get())
                : written(codebook, options).orElseGet(() -> dataSheet(codebook, ownCells));
        if (sheet.sheet().rows() == 0) {
            throw sheet.sheet().problem("there are no cells");
        }
        TablePlace place = options.range().isPresent()
                ? TablePlace.in(options.range().get(), sheet.sheet())
                : isWritten(sheet, codebook, options)
                        ? TablePlace.whole(sheet.sheet())
                        : TablePlace.choose(
                                sheet, ownCells, codebook, options.headerRow().orElse(0));
        QuietTables.start();
        List<String> detected = new ArrayList<>(sheet.sheet().notes().detected());
        detected.addAll(sheetChosen(sheet.sheet()));
        detected.add(
                options.codebook().isPresent()
                        ? "codebook as given"
                        : ownCells.map(this::codebookPlace).orElse("no codebook: drafted from the cells"));
        Cohort cohort = new Importer(place, codebook, options, detected).cohort();
        if (options.onError() == ImportOptions.OnError.REFUSE && cohort.ledger().count(Ledger.Severity.ERROR) > 0) {
            throw new RefusedImport(sheet.sheet().where(), cohort);
        }
        return cohort;
    }

    /** A codebook that the data suggest, as {@link #draft(ImportOptions, String)} with the defaults. */
    public CodebookDraft draft() {
        return draft(ImportOptions.defaults(), "");
    }

    /**
     * A codebook that the data suggest, whether or not the workbook has one.
     *
     * @param options where the data are; without a codebook
     * @param missing codes that mean "missing" wherever they stand, such as {@code -99=unknown}; may be empty
     * @throws InputException if the options have a codebook, or as {@link #cohort(ImportOptions)}
     */
    public CodebookDraft draft(ImportOptions options, String missing) {
        if (options.codebook().isPresent()) {
            throw new InputException("a codebook is drafted from data without one; leave it out");
        }
        Optional<CodebookSheet> own = ownCodebook();
        Cohort plain = cohort(options, own, Optional.empty());
        RawSheet sheet = sheets.stream()
                .filter(candidate -> candidate.name().equals(plain.provenance().sheet()))
                .findFirst()
                .orElseThrow();
        return new Drafting(
                        plain,
                        codebook -> cohort(options, own, Optional.of(codebook)),
                        CodebookFile.missingCodes(missing),
                        LabelRow.of(sheet, plain))
                .draft();
    }

    private List<String> sheetChosen(RawSheet sheet) {
        if (sheet.name().isEmpty()) {
            return List.of();
        }
        List<String> hidden = sheets.stream()
                .filter(other -> other != sheet && !other.traits().visible())
                .map(RawSheet::name)
                .toList();
        String chosen = "data on sheet '" + sheet.name() + "'"
                + (sheets.size() > 1 ? " of " + sheets.size() : "")
                + (sheet.traits().visible() ? "" : ", which is hidden");
        return hidden.isEmpty()
                ? List.of(chosen)
                : List.of(chosen, "hidden sheets not read: " + String.join(", ", hidden));
    }

    private String codebookPlace(RawSheet cells) {
        String place = "codebook on sheet '" + cells.name() + "'";
        return tables.stream()
                .filter(sheet -> !sheet.spans().isEmpty() && sheet.parts().contains(cells))
                .map(sheet -> place + ", " + sheet.spans().get(sheet.parts().indexOf(cells)))
                .findFirst()
                .orElse(place);
    }

    private SheetTables named(String sheet) {
        return tables.stream()
                .filter(candidate -> candidate.sheet().name().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new InputException("'" + name + "' has no sheet '" + sheet + "'; "
                        + (sheets().equals(List.of("")) ? "a text has none" : NearestNames.of(sheet, sheets()))));
    }

    /** The sheet that was written by {@link CohortWorkbook} or {@link CohortCsv}. */
    private Optional<SheetTables> written(Optional<Codebook> codebook, ImportOptions options) {
        return tables.stream()
                .filter(sheet -> isWritten(sheet, codebook, options))
                .findFirst();
    }

    private static boolean isWritten(SheetTables sheet, Optional<Codebook> codebook, ImportOptions options) {
        return codebook.flatMap(book -> WrittenTable.find(sheet.sheet(), book, options.headerRow()))
                .isPresent();
    }

    private SheetTables dataSheet(Optional<Codebook> codebook, Optional<RawSheet> codebookCells) {
        List<SheetTables> filled = tables.stream()
                .filter(sheet -> sheet.sheet().rows() > 0)
                .filter(sheet -> codebookCells.isEmpty()
                        || !sheet.without(codebookCells.get()).parts().isEmpty())
                .toList();
        List<SheetTables> shown = filled.stream()
                .filter(sheet -> sheet.sheet().traits().visible())
                .toList();
        List<SheetTables> candidates = shown.isEmpty() ? filled : shown;
        if (codebook.isPresent() && candidates.size() > 1) {
            candidates = best(candidates, codebook.get());
        }
        if (candidates.isEmpty()) {
            throw new InputException("'" + name + "' has no sheet with data");
        }
        if (candidates.size() > 1) {
            List<String> names =
                    candidates.stream().map(sheet -> sheet.sheet().name()).toList();
            throw new InputException("'" + name + "' has " + candidates.size() + " sheets that may hold the data ("
                    + String.join(", ", names) + "); name one");
        }
        return candidates.get(0);
    }

    private static List<SheetTables> best(List<SheetTables> candidates, Codebook codebook) {
        List<Integer> scores = candidates.stream()
                .map(sheet -> new CodebookHeader(sheet.sheet(), codebook).score())
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
