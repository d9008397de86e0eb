package cohortkit.io;

/** Rows two of whose cells tell that they are data, many of them looked at side by side. Of others it tells nothing. */
final class PlainRows {

    private final RawSheet sheet;
    private final int first;
    private final int second;
    private final String others;
    private final ColumnCells firsts = new ColumnCells();
    private final ColumnCells seconds = new ColumnCells();
    private int end;

    /**
     * Of a sheet.
     *
     * @param first the first column of a table, or negative: no row is plain then
     * @param second another one, such as that of the identifiers, likewise
     * @param others with which a text in the first may begin that is no value, in lower case
     */
    PlainRows(RawSheet sheet, int first, int second, String others) {
        this.sheet = sheet;
        this.first = first;
        this.second = second;
        this.others = others;
    }

    /** Whether a row, none before those that were asked of, has a value in both. */
    boolean isPlain(int position) {
        if (first < 0 || second < 0) {
            return false;
        }
        if (position >= end) {
            end = Math.min(sheet.rows(), position + ColumnCells.MOST_ROWS);
            firsts.take(sheet, first, position, end);
            seconds.take(sheet, second, position, end);
        }
        int i = position - firsts.firstRow();
        return isValue(firsts, first, i, others) && isValue(seconds, second, i, "");
    }

    private boolean isValue(ColumnCells cells, int column, int i, String no) {
        if (cells.indexes[i] < 0 || !cells.isText(i)) {
            return cells.indexes[i] >= 0 && cells.isBareNumber(i);
        }
        String text = sheet.texts(column).get((int) cells.values[i]);
        char initial = text.isEmpty() ? ' ' : text.charAt(0);
        return initial > ' ' && initial < 0x7f && no.indexOf(Character.toLowerCase(initial)) < 0;
    }
}
