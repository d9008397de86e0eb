package cohortkit.cli;

import cohortkit.io.CsvOptions;
import cohortkit.io.DecimalMark;
import cohortkit.io.ImportOptions;
import cohortkit.io.ImportProgress;
import cohortkit.io.Workbook;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a file is read and where in it the table stands. */
final class TableOptions {

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet that holds the data.")
    private String sheet;

    @Option(
            names = "--range",
            paramLabel = "CELLS",
            description = "Cells with the header and the data, such as B4:N336 or Data!B4:N336.")
    private String range;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of a text file, such as windows-1250; found if it is not given.")
    private String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "MARK",
            description = "What parts the fields of a text file, such as ';'; found if it is not given.")
    private Character delimiter;

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description =
                    "Sign before the decimals of numbers in text: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "DETECTED")
    private DecimalMark decimal;

    @Option(names = "--header-row", paramLabel = "N", description = "Row that holds the variable names.")
    private Integer headerRow;

    ImportOptions options() {
        ImportOptions options = ImportOptions.defaults();
        if (sheet != null) {
            options = options.withSheet(sheet);
        }
        if (range != null) {
            options = options.withRange(range);
        }
        if (headerRow != null) {
            options = options.withHeaderRow(headerRow);
        }
        return options.withDecimal(decimal);
    }

    Workbook open(Path file, ImportProgress progress) {
        return Workbook.open(file, text(), progress);
    }

    CsvOptions text() {
        CsvOptions text = CsvOptions.detected();
        if (encoding != null) {
            text = text.withEncoding(encoding);
        }
        return delimiter == null ? text : text.withDelimiter(delimiter);
    }
}
