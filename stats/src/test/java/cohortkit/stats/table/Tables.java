package cohortkit.stats.table;

import cohortkit.core.Cohort;
import java.io.StringReader;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Small cohorts from lines of CSV; levels in alphabetical order. */
public final class Tables {

    private Tables() {}

    public static Cohort cohort(String... lines) {
        String csv = String.join("\n", lines);
        return Cohort.of(Table.read()
                .csv(CsvReadOptions.builder(new StringReader(csv))
                        .columnTypesToDetect(java.util.List.of(
                                tech.tablesaw.api.ColumnType.DOUBLE, tech.tablesaw.api.ColumnType.STRING))
                        .missingValueIndicator("")
                        .build()));
    }
}
