package cohortkit.io;

import java.util.function.Supplier;

/**
 * How the cells of a column are to be read, beyond what the codebook says of it.
 *
 * @param typed whether the file tells numbers and dates from text; CSV does not
 * @param decimal the sign before decimals in text
 * @param forms the forms that the column's cells have, found when they are first asked for
 */
record ColumnReading(boolean typed, DecimalMark decimal, Supplier<ColumnForms> forms) {}
