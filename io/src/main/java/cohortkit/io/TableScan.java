package cohortkit.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;

/**
 * Passes over the cells of a table, on all cores where there are many: each takes some of the columns, and each column
 * meets its cells in the order of the rows.
 */
final class TableScan {

    private static final int CELLS_FOR_ONE = 1 << 17;
    private static final int ROWS_AT_A_TIME = 1 << 10;

    private final RawSheet sheet;
    private final TableArea area;

    TableScan(RawSheet sheet, TableArea area) {
        this.sheet = sheet;
        this.area = area;
    }

    /**
     * Makes a reader for each column and lets it read.
     *
     * @return the readers by the column's number
     */
    <R extends CellReader> R[] read(IntFunction<R[]> array, IntFunction<R> readers) {
        int last = area.columns().get(area.columns().size() - 1).column();
        R[] all = array.apply(last + 1);
        area.columns().forEach(column -> all[column.column()] = readers.apply(column.column()));
        long cells = (long) area.size() * area.columns().size();
        int groups = cells < CELLS_FOR_ONE
                ? 1
                : Math.min(InOrder.CORES, area.columns().size());
        if (groups == 1) {
            pass(all);
            return all;
        }
        try (InOrder<Integer> passes = new InOrder<>(group -> {})) {
            for (int group = 0; group < groups; group++) {
                R[] some = group(all, group, groups, array);
                passes.add(() -> pass(some));
            }
            passes.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private <R extends CellReader> R[] group(R[] all, int group, int groups, IntFunction<R[]> array) {
        R[] some = array.apply(all.length);
        for (int i = group; i < area.columns().size(); i += groups) {
            int column = area.columns().get(i).column();
            some[column] = all[column];
        }
        return some;
    }

    /** Column by column, but some rows at a time, so that what is looked at stays at hand. */
    private int pass(CellReader[] byColumn) {
        int columns = 0;
        for (int from = 0; from < area.size(); from += ROWS_AT_A_TIME) {
            int to = Math.min(area.size(), from + ROWS_AT_A_TIME);
            for (int column = 0; column < byColumn.length; column++) {
                if (byColumn[column] != null) {
                    pass(byColumn[column], column, from, to);
                }
            }
        }
        for (CellReader reader : byColumn) {
            if (reader != null) {
                reader.end();
                columns++;
            }
        }
        return columns;
    }

    private void pass(CellReader reader, int column, int from, int to) {
        for (int row = from; row < to; row++) {
            int position = area.position(row);
            int cell = sheet.cellIn(position, column);
            if (cell >= 0) {
                reader.read(sheet, position, cell);
            }
            reader.endRow(row, sheet.rowNumber(position));
        }
    }
}
