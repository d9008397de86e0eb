package cohortkit.claims.feasible;

import cohortkit.core.InputException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some cells of a table, whose counts are added up.
 *
 * <pre>{@code
 * var shape = TableShape.of(2, 2).withStrata(3);
 * shape.row(1).and(shape.stratum(2))   // 2 cells
 * }</pre>
 */
public final class CellSet {

    private final TableShape shape;
    private final int[] cells;

    CellSet(TableShape shape, int... cells) {
        this.shape = shape;
        this.cells = cells;
    }

    /** The cells that both hold. */
    public CellSet and(CellSet other) {
        requireSameShape(other);
        return new CellSet(shape, IntStream.of(cells).filter(other::has).toArray());
    }

    /** Those that the other does not hold. */
    public CellSet without(CellSet other) {
        requireSameShape(other);
        return new CellSet(shape, IntStream.of(cells).filter(i -> !other.has(i)).toArray());
    }

    /** Whether it holds every cell of the other. */
    public boolean contains(CellSet other) {
        requireSameShape(other);
        return IntStream.of(other.cells).allMatch(this::has);
    }

    private void requireSameShape(CellSet other) {
        if (!shape.equals(other.shape)) {
            throw new InputException("these are cells of different tables: " + shape + " and " + other.shape);
        }
    }

    boolean has(int cell) {
        return Arrays.binarySearch(cells, cell) >= 0;
    }

    TableShape shape() {
        return shape;
    }

    int[] cells() {
        return cells.clone();
    }

    /** The sum of these counts. */
    long sum(long[] counts) {
        long sum = 0;
        for (int cell : cells) {
            sum += counts[cell];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSet that && shape.equals(that.shape) && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    /** Such as "2 cells". */
    @Override
    public String toString() {
        return cells.length + (cells.length == 1 ? " cell" : " cells");
    }
}
