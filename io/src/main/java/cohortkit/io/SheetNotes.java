package cohortkit.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a file says of a sheet beyond its cells. */
final class SheetNotes {

    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<String> detected = new ArrayList<>();

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
        detected.addAll(next.detected);
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
