package cohortkit.claims.feasible;

import cohortkit.core.InputException;
import java.util.stream.IntStream;

/**
 * How many rows, columns and strata a table of counts has. Rows, columns and strata count from 1, as people see them.
 *
 * <pre>{@code
 * var shape = TableShape.of(3, 2);
 * shape.row(1)       // 2 cells
 * shape.column(2)    // 3 cells
 * shape.cell(3, 1)   // 1 cell
 * }</pre>
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param strata at least 1
 */
public record TableShape(int rows, int columns, int strata) {

    private static final int MOST = 1000;

    public TableShape {
        if (rows < 1 || columns < 1 || strata < 1 || (long) rows * columns * strata > MOST) {
            throw new InputException(
                    "a table has 1 to " + MOST + " cells; was " + rows + " x " + columns + " in " + strata + " strata");
        }
    }

    /** Without strata. */
    public static TableShape of(int rows, int columns) {
        return new TableShape(rows, columns, 1);
    }

    /** The same table in each of several strata. */
    public TableShape withStrata(int number) {
        return new TableShape(rows, columns, number);
    }

    /** How many cells there are. */
    public int size() {
        return rows * columns * strata;
    }

    /** Every cell. */
    public CellSet all() {
        return new CellSet(this, IntStream.range(0, size()).toArray());
    }

    /** A row in every stratum. */
    public CellSet row(int row) {
        check("row", row, rows);
        return cells((r, c, s) -> r == row);
    }

    /** A column in every stratum. */
    public CellSet column(int column) {
        check("column", column, columns);
        return cells((r, c, s) -> c == column);
    }

    /** A whole stratum. */
    public CellSet stratum(int stratum) {
        check("stratum", stratum, strata);
        return cells((r, c, s) -> s == stratum);
    }

    /** A cell, summed over the strata. */
    public CellSet cell(int row, int column) {
        return row(row).and(column(column));
    }

    private static void check(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new InputException("there is no " + what + " " + number + "; there are 1 to " + most);
        }
    }

    private interface Place {
        boolean holds(int row, int column, int stratum);
    }

    private CellSet cells(Place place) {
        int[] found = IntStream.range(0, size())
                .filter(i -> place.holds(i / columns % rows + 1, i % columns + 1, i / (rows * columns) + 1))
                .toArray();
        return new CellSet(this, found);
    }
}
