package cohortkit.io;

/**
 * What a sheet's format and file say of it.
 *
 * @param typed whether the format tells numbers and dates from text; CSV does not
 * @param visible whether the sheet is shown
 * @param dates the file's date system
 * @param mostRows the format's limit
 * @param mostColumns the format's limit
 */
record SheetTraits(boolean typed, boolean visible, DateSystem dates, int mostRows, int mostColumns) {}
