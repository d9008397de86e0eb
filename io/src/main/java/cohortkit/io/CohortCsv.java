package cohortkit.io;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import cohortkit.core.Row;
import cohortkit.core.Variable;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a cohort as CSV: UTF-8, comma, a header of variable names, levels as codes, numbers with all their digits, dates
 * as 2004-03-17. A missing value is written as the first code that the codebook has for its reason, and as an empty field
 * where it has none. Text that starts with = + - @ gets an apostrophe, so that no spreadsheet program runs it;
 * {@link Workbook} takes it off.
 *
 * <pre>{@code
 * var clean = folder.resolve("clean.csv");
 * CohortCsv.write(patients, clean);
 * var options = ImportOptions.defaults().withCodebook(patients.codebook());
 * Workbook.open(clean).cohort(options).size()   // 333
 * }</pre>
 */
public final class CohortCsv {

    private CohortCsv() {}

    /**
     * Writes the file, or leaves the old one if that fails.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Cohort cohort, Path path) {
        OutputFile.write(path, out -> write(cohort, out));
    }

    private static void write(Cohort cohort, Writer out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            List<String> fields = new ArrayList<>();
            cohort.codebook().names().forEach(name -> fields.add(CsvText.guard(name)));
            csv.writeRecord(fields);
            for (int i = 0; i < cohort.size(); i++) {
                Row row = cohort.row(i);
                fields.clear();
                for (Variable variable : cohort.codebook()) {
                    fields.add(field(variable, row));
                }
                csv.writeRecord(fields);
            }
        }
    }

    private static String field(Variable variable, Row row) {
        String name = variable.name();
        if (row.isMissing(name)) {
            return row.missing(name).map(reason -> code(variable, reason)).orElse("");
        }
        return switch (variable.type()) {
            case NUMBER -> Numbers.shown(row.number(name));
            case DATE -> row.date(name).toString();
            case TIME -> row.time(name).toString();
            case DATETIME -> row.dateTime(name).toString();
            case CATEGORY -> CsvText.guard(row.level(name));
            case TEXT, IDENTIFIER -> CsvText.guard(row.text(name));
        };
    }

    private static String code(Variable variable, Missing reason) {
        for (Map.Entry<String, Missing> code : variable.missingCodes().entrySet()) {
            if (code.getValue().equals(reason)) {
                return CsvText.guard(code.getKey());
            }
        }
        return "";
    }
}
