package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a cohort as two CSV files that any program reads, and that together are read as the same cohort: the data, and
 * their codebook beside them (clean.csv, clean.codebook.csv). UTF-8, comma, a header of variable names, levels as codes,
 * numbers with all their digits, dates as 2004-03-17; a missing value is an empty field.
 *
 * <pre>{@code
 * var clean = folder.resolve("clean.csv");
 * CohortCsv.write(patients, clean);
 * Files.readAllLines(clean).get(0)    // "patient,enrolled,sex,age,vintage,comorbidities,rls,ais_score,insomnia,missing_reasons"
 * CohortCsv.read(clean).missing("age").equals(patients.missing("age"))   // true
 * }</pre>
 *
 * <p>A last column, missing_reasons, has what an empty field cannot say: {@code age=refused; weight=not done}, where the
 * reason is another than that of a blank cell; and {@code note=""} where a value must not be taken for a missing code. Text
 * that starts with = + - @ gets an apostrophe, so that no spreadsheet program runs it; {@link Workbook} takes it off. The
 * participant flow and the ledger are not in these files.
 */
public final class CohortCsv {

    private CohortCsv() {}

    /**
     * Writes both files, or leaves the old ones if that fails.
     *
     * @param path the data's; its name ends with .csv
     * @throws InputException if a file cannot be written, or a text cannot stand in CSV
     */
    public static void write(Cohort cohort, Path path) {
        Path codebook = codebookOf(path);
        List<List<String>> variables = CodebookRows.of(cohort.codebook());
        WrittenRows rows = new WrittenRows(cohort, WrittenCells.CSV);
        List<String> header = rows.header();
        CsvOutput.write(path, header, csv -> {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                rows.go(i);
                fields.clear();
                for (int column = 0; column < header.size() - 1; column++) {
                    RawCell cell = rows.cell(column);
                    fields.add(cell == null ? "" : cell.shown());
                }
                fields.add(rows.notes());
                csv.record(fields);
            }
        });
        CsvOutput.write(codebook, CodebookRows.header(cohort.codebook()), csv -> variables.forEach(csv::record));
    }

    /**
     * Reads what {@link #write} wrote: the data under the codebook beside them.
     *
     * @throws InputException as {@link CodebookFile#read(Path)} and {@link Workbook#cohort(ImportOptions)}
     */
    public static Cohort read(Path path) {
        ImportOptions options = ImportOptions.defaults().withCodebook(CodebookFile.read(codebookOf(path)));
        return Workbook.open(path).cohort(options);
    }

    /**
     * The file of the codebook beside that of the data, such as clean.codebook.csv beside clean.csv.
     *
     * @throws InputException if the name of the data's file does not end with .csv
     */
    public static Path codebookOf(Path path) {
        if (Extension.of(path, "a cohort") != Extension.CSV) {
            throw new InputException("'" + path + "' is no CSV file by its name; give it the extension .csv");
        }
        String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.length() - ".csv".length()) + ".codebook.csv");
    }
}
