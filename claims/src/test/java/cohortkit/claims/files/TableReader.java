package cohortkit.claims.files;

import cohortkit.core.Cohort;
import cohortkit.core.CohortReader;
import cohortkit.core.Ledger;
import cohortkit.core.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Plain CSV for tests; the real reader is in io. */
public final class TableReader implements CohortReader {

    @Override
    public Cohort read(Path data, Optional<Path> codebook) {
        Table table = Table.read().csv(data.toFile());
        Map<String, Integer> columns = new HashMap<>();
        List<Column<?>> typed = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            columns.put(column.name(), columns.size() + 1);
            typed.add(column.type() == ColumnType.INTEGER ? numbers(column) : column);
        }
        Cohort plain = Cohort.of(Table.create(typed));
        int[] rows = IntStream.rangeClosed(2, plain.size() + 1).toArray();
        return Cohort.of(
                plain.table(),
                plain.codebook(),
                Map.of(),
                Provenance.of(data.getFileName().toString(), "", columns, rows),
                Ledger.empty());
    }

    private static DoubleColumn numbers(Column<?> column) {
        DoubleColumn numbers = DoubleColumn.create(column.name());
        for (int i = 0; i < column.size(); i++) {
            numbers.append(Double.parseDouble(column.getString(i)));
        }
        return numbers;
    }
}
