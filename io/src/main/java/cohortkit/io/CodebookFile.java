package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A codebook in a file of its own, a workbook or CSV, with the columns name, label, type, levels, unit, min, max,
 * missing, required, asked if and checks; only name and type are needed, and title rows above them are passed over.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("codebook.csv"), """
 *     name,label,type,levels,unit,min,max,missing
 *     id,Patient,identifier,,,,,
 *     age,Age at interview,number,,years,16,110,99=not done
 *     rls,Restless legs,category,0=no; 1=yes,,,,9=refused; n/a=not done
 *     visit,Interview,date,,d/m/y,2004-01-01,,
 *     """);
 * CodebookFile.read(folder.resolve("codebook.csv")).variable("rls").missingCodes()   // {9=refused, n/a=not done}
 * }</pre>
 *
 * <p>Types are number, category, binary (no and yes, unless levels are given), date, time, datetime, text and
 * identifier. Levels stand
 * in order, the reference first, as {@code 0=no; 1=yes} or {@code 0, no | 1, yes}. The unit of a date is the form of
 * text dates whose day and month could be confused: d/m/y or m/d/y. A missing code {@code blank=...} gives the reason of
 * empty cells.
 *
 * <p>The rules: required is yes or no; asked if is a {@link cohortkit.core.Condition}; checks are conditions too, several
 * with semicolons between them, such as {@code delivery >= lmp; weeks < 45}.
 *
 * <p>A REDCap data dictionary (the CSV that a project downloads, or the metadata of its API) is a codebook too. Each field
 * is a variable, each choice of a checkbox one named {@code field___code}; limits become checks and branching logic
 * becomes "asked if", or a note that says why it could not. A file may lack some of its variables, as one may under any
 * codebook whose variables all say yes in a column named optional.
 */
public final class CodebookFile {

    private CodebookFile() {}

    /**
     * Reads a codebook.
     *
     * @throws InputException if the file cannot be read, holds no codebook, or the codebook is wrong; the message names
     *     the cell
     */
    public static Codebook read(Path path) {
        return read(Content.of(path), Map.of());
    }

    /**
     * Reads a codebook whose variables share missing codes that it does not list, such as the missing data codes of a
     * REDCap project, which its dictionary does not have.
     *
     * @param missing as in the column of that name: {@code -99=unknown; -98=refused}, or {@code -99, Unknown | -98,
     *     Refused}
     * @throws InputException as {@link #read(Path)}
     * @see Codebook#withMissing
     */
    public static Codebook read(Path path, String missing) {
        return read(Content.of(path), missingCodes(missing));
    }

    /**
     * Reads a codebook from bytes, such as a resource's.
     *
     * @param name the file's name, for messages
     * @throws InputException as {@link #read(Path)}
     */
    public static Codebook read(String name, byte[] content) {
        return read(Content.of(name, content), Map.of());
    }

    /**
     * Writes a codebook that {@link #read} gives back as it is: as a workbook with the sheet Codebook or as CSV, by the
     * file's extension. Codes and labels that hold a mark of the lists, a quote at their beginning or spaces at their ends
     * stand in quotes, as in {@code 1="yes; on treatment"}.
     *
     * @throws InputException if the extension is neither .xlsx nor .csv, a variable has what its type cannot have, or the
     *     file cannot be written; the old file stays
     */
    public static void write(Codebook codebook, Path path) {
        List<List<String>> rows = CodebookRows.of(codebook);
        switch (Extension.of(path, "a codebook")) {
            case CSV ->
                CsvOutput.write(path, CodebookRows.header(codebook), csv -> {
                    for (List<String> row : rows) {
                        csv.record(row);
                    }
                });
            case XLSX -> {
                CodebookRows.requireRoom(path, rows);
                XlsxOutput.write(
                        path, xlsx -> xlsx.table(CodebookRows.SHEET, CodebookRows.header(codebook), rows, row -> row));
            }
        }
    }

    /** A codebook as the rows of its file, the header first. */
    public static List<List<String>> rows(Codebook codebook) {
        List<List<String>> rows = new ArrayList<>(List.of(CodebookRows.header(codebook)));
        rows.addAll(CodebookRows.of(codebook));
        return rows;
    }

    /**
     * Missing codes as the column of that name has them, such as {@code 9=refused; n/a=not done}, or as a REDCap project
     * has them, such as {@code -99, Unknown}; by code.
     */
    public static Map<String, Missing> missingCodes(String text) {
        List<Level> choices = RedcapText.choices(text);
        boolean pair = choices.size() == 1
                && text.indexOf('=') < 0
                && text.indexOf(';') < 0
                && !choices.get(0).label().equals(choices.get(0).code())
                && Numbers.parse(choices.get(0).label()).isEmpty();
        return pair ? Map.of(choices.get(0).code(), new Missing(choices.get(0).label())) : CodebookWords.missing(text);
    }

    private static Codebook read(Content content, Map<String, Missing> missing) {
        List<RawSheet> sheets = Format.sheets(content, CsvOptions.detected());
        Optional<Codebook> dictionary = RedcapDictionary.find(sheets, missing);
        if (dictionary.isPresent()) {
            return dictionary.get();
        }
        CodebookSheet sheet = CodebookSheet.find(sheets)
                .or(() -> sheets.stream()
                        .flatMap(s -> CodebookSheet.find(s).stream())
                        .findFirst())
                .orElseThrow(() -> new InputException(
                        "'" + content.name() + "' holds no codebook: no row has the column names 'name' and 'type'"));
        return sheet.codebook().withMissing(missing);
    }
}
