package cohortkit.cli;

import cohortkit.io.ImportOptions;
import picocli.CommandLine.Option;

/** Where in a file the table stands. */
final class TableOptions {

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet that holds the data.")
    private String sheet;

    @Option(
            names = "--range",
            paramLabel = "CELLS",
            description = "Cells with the header and the data, such as B4:N336.")
    private String range;

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
        return options;
    }
}
