package cohortkit.io;

/**
 * Takes the fields of a text file as cells of any sheet.
 *
 * @param sheet without cells
 */
record SparseRows(RawSheet sheet) implements CsvSink {

    @Override
    public void number(int row, int column, FieldScan field) {
        if (field.canonical()) {
            sheet.number(row, column, field.value(), NumberForm.GENERAL, false);
        } else {
            sheet.decimal(row, column, field.digits(), field.decimals());
        }
    }

    @Override
    public void text(int row, int column, String text) {
        sheet.text(row, column, CellKind.TEXT, sheet.texts().place(text), false);
    }

    @Override
    public void endRow(int row) {}

    @Override
    public SheetNotes notes() {
        return sheet.notes();
    }
}
