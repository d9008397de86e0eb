package cohortkit.io;

/** Takes the fields of a text file that are not empty, record by record. */
interface CsvSink {

    /** A field of plain digits. */
    void number(int row, int column, FieldScan field);

    /** Any other field. */
    void text(int row, int column, String text);

    /** The end of a record. */
    void endRow(int row);

    SheetNotes notes();
}
