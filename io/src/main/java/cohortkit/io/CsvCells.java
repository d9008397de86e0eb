package cohortkit.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Takes the fields of CSV records as cells. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {

    private final CsvSink sink;
    private final FieldScan scan = new FieldScan();
    private final int expected;
    private int row;
    private int built;
    private long line;
    private int fields;

    /**
     * Cells for a sheet.
     *
     * @param expected how many fields most records have
     */
    CsvCells(CsvSink sink, int expected) {
        this.sink = sink;
        this.expected = expected;
    }

    /** How many records there were, empty ones included; what begins at the end of the text is none. */
    int rows() {
        return built;
    }

    @Override
    protected void handleBegin(long newLine) {
        row++;
        line = newLine;
        fields = 0;
    }

    @Override
    protected void handleField(int field, char[] buffer, int from, int length, boolean quoted) {
        fields = field + 1;
        if (length == 0) {
            return;
        }
        if (scan.read(buffer, from, length)) {
            sink.number(row, field + 1, scan);
        } else {
            sink.text(row, field + 1, CsvText.unguard(new String(buffer, from, length)));
        }
    }

    @Override
    protected CsvCells buildRecord() {
        built = row;
        sink.endRow(row);
        if (fields != expected && fields > 0) {
            sink.notes().ragged(row, line, fields);
        }
        return this;
    }
}
