package cohortkit.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Takes the fields of CSV records as cells of a sheet, without an object for each. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {

    private final RawSheet sheet;
    private final TextPool texts;
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
    CsvCells(RawSheet sheet, TextPool texts, int expected) {
        this.sheet = sheet;
        this.expected = expected;
        this.texts = texts;
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
        if (!scan.read(buffer, from, length)) {
            sheet.text(row, field + 1, CellKind.TEXT, text(buffer, from, length), false);
        } else if (scan.canonical()) {
            sheet.number(row, field + 1, scan.value(), NumberForm.GENERAL, false);
        } else {
            sheet.decimal(row, field + 1, scan.digits(), scan.decimals());
        }
    }

    private int text(char[] buffer, int from, int length) {
        return buffer[from] == CsvText.GUARD
                ? texts.place(CsvText.unguard(new String(buffer, from, length)))
                : texts.place(buffer, from, length);
    }

    @Override
    protected CsvCells buildRecord() {
        built = row;
        if (fields != expected && fields > 0) {
            sheet.notes().ragged(row, line, fields);
        }
        return this;
    }
}
