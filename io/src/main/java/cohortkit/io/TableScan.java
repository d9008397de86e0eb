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
    /** Neighbours, which lie side by side in memory too. */
    private static final int COLUMNS_AT_A_TIME = 4;

    private static final int ROWS_AT_A_TIME = ColumnCells.MOST_ROWS;

    private final RawSheet sheet;
    private final TableArea area;
    private final int threads;

    TableScan(RawSheet sheet, TableArea area) {
        this(sheet, area, InOrder.CORES);
    }

    TableScan(RawSheet sheet, TableArea area, int threads) {
        this.threads = threads;
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
        int groups = cells < CELLS_FOR_ONE ? 1 : (area.columns().size() + COLUMNS_AT_A_TIME - 1) / COLUMNS_AT_A_TIME;
        if (groups == 1) {
            pass(all);
            return all;
        }
        try (InOrder<Integer> passes = new InOrder<>(threads, group -> {})) {
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
        int columns = area.columns().size();
        for (int i = columns * group / groups; i < columns * (group + 1) / groups; i++) {
            int column = area.columns().get(i).column();
            some[column] = all[column];
        }
        return some;
    }

    /** Column by column, but some rows at a time, so that what is looked at stays at hand. */
    private int pass(CellReader[] byColumn) {
        int columns = 0;
        ColumnCells cells = new ColumnCells();
        for (int from = 0; from < area.size(); from += ROWS_AT_A_TIME) {
            int to = Math.min(area.size(), from + ROWS_AT_A_TIME);
            for (int column = 0; column < byColumn.length; column++) {
                if (byColumn[column] != null) {
                    cells.take(sheet, area, column, from, to);
                    byColumn[column].read(sheet, cells);
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
}
