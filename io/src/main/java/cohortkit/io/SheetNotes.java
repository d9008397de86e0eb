package cohortkit.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a file says of a sheet beyond its cells. */
final class SheetNotes {

    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    /** Of a text: by row, the fields of the records that have not as many as most, and the lines in which they begin. */
    private final Map<Integer, Line> ragged = new HashMap<>();

    private int fields;
    private String guessed = "";
    private final List<String> detected = new ArrayList<>();

    /** A record of a text. */
    record Line(long line, int fields) {}

    void ragged(int row, long line, int count) {
        ragged.put(row, new Line(line, count));
    }

    void shiftLines(int down) {
        ragged.replaceAll((row, record) -> new Line(record.line() + down, record.fields()));
    }

    /** How many fields most records have. */
    void fields(int most) {
        fields = most;
    }

    /** The fields of a record; 0 if the sheet is not from a text. */
    int fieldsOf(int row) {
        Line found = ragged.get(row);
        return found == null ? fields : found.fields();
    }

    /** The line in which a record with too many or too few fields begins. */
    long lineOf(int row) {
        return ragged.get(row).line();
    }

    /** Whether no record has more or fewer fields than most. */
    boolean isRectangular() {
        return ragged.isEmpty();
    }

    boolean isRagged(int row) {
        return ragged.containsKey(row);
    }

    /** The encoding in which the text was read for want of a better one; empty if that is sure. */
    String guessed() {
        return guessed;
    }

    void guessed(String encoding) {
        guessed = encoding;
    }

    void hideRow(int row) {
        hiddenRows.set(row);
    }

    void hideColumns(int first, int last) {
        hiddenColumns.set(first, last + 1);
    }

    /** Takes over what stands in the notes of rows that follow, so many rows down. */
    void append(SheetNotes next, int down) {
        next.hiddenRows.stream().forEach(row -> hiddenRows.set(row + down));
        hiddenColumns.or(next.hiddenColumns);
        next.ragged.forEach((row, record) -> ragged.put(row + down, record));
        detected.addAll(next.detected);
    }

    boolean hasHiddenRows() {
        return !hiddenRows.isEmpty();
    }

    boolean isRowHidden(int row) {
        return hiddenRows.get(row);
    }

    boolean isColumnHidden(int column) {
        return hiddenColumns.get(column);
    }

    /** A sentence on how the file was read. */
    void detect(String sentence) {
        detected.add(sentence);
    }

    List<String> detected() {
        return detected;
    }
}
