package cohortkit.io;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a row below a table and a blank row is the header of another one. */
final class NewHeader {

    private static final int ROWS_LOOKED_AT = 200;

    private final Region region;
    private final int headerAbove;
    private final int headerAt;
    private final List<RawCell> header;
    private final int[] rowsAbove;
    private final int[] rowsBelow;

    /**
     * A row under suspicion.
     *
     * @param headerAbove the position of the header of the table above it
     * @param headerAt its own
     */
    NewHeader(Region region, int headerAbove, int headerAt) {
        this.region = region;
        this.headerAbove = headerAbove;
        this.headerAt = headerAt;
        this.header = region.row(headerAt);
        this.rowsAbove = IntStream.range(Math.max(headerAbove + 1, headerAt - ROWS_LOOKED_AT), headerAt)
                .toArray();
        this.rowsBelow = region.after(headerAt, ROWS_LOOKED_AT);
    }

    /**
     * Whether it is.
     *
     * @param titled whether a title stands over it
     */
    boolean isNew(boolean titled) {
        if (names(header).equals(names(region.row(headerAbove)))) {
            return titled; // else the same table goes on, as on the next page
        }
        if (header.stream().anyMatch(this::looksLikeDataAbove)) {
            return false;
        }
        return addsColumns() || header.stream().anyMatch(this::standsAmongValues);
    }

    private static Set<String> names(List<RawCell> row) {
        return row.stream()
                .map(cell -> Spaces.lower(Spaces.clean(cell.shown())))
                .collect(Collectors.toSet());
    }

    /** A column that the table above does not have, filled in the next row too. */
    private boolean addsColumns() {
        BitSet more = new BitSet();
        header.forEach(cell -> more.set(cell.column()));
        if (rowsBelow.length == 0) {
            return false;
        }
        more.and(region.filled(rowsBelow[0]));
        for (int position = headerAbove; position < headerAt && !more.isEmpty(); position++) {
            more.andNot(region.filled(position));
        }
        return !more.isEmpty();
    }

    /** A word over values, with values above it too. */
    private boolean standsAmongValues(RawCell cell) {
        return HeaderLooks.isWord(cell)
                && region.hasValues(rowsAbove, cell.column())
                && region.hasValues(rowsBelow, cell.column());
    }

    /** Such as P9 below P8, or a word that stands in that column already. */
    private boolean looksLikeDataAbove(RawCell cell) {
        for (int position : rowsAbove) {
            if (region.row(position).stream().anyMatch(other -> HeaderLooks.areAlike(cell, other))) {
                return true;
            }
        }
        return false;
    }
}
