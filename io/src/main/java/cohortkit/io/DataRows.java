package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells a table's data rows from what else stands under its header: blank rows, total rows and notes. A row is left out
 * only for one of these reasons, each of them said in the ledger:
 *
 * <ul>
 *   <li>it says again what the header says;
 *   <li>its first filled cell says total, sum, mean or the like, and is no level of its column;
 *   <li>it stands below a blank row, says n or the like first, and no row before it says so;
 *   <li>it has no identifier and all its cells are formulas;
 *   <li>it stands below a blank row and has no identifier;
 *   <li>it has values only in columns that the codebook does not have, and an identifier is expected;
 *   <li>it stands below a blank row and fills one cell of three or more columns.
 * </ul>
 */
final class DataRows {

    private static final Pattern TOTAL = Pattern.compile(
            "((grand |sub-?)?totals?|sum|mean|average|median|sd|std\\.?( dev\\.?)?|standard deviation|min(imum)?"
                    + "|max(imum)?|count)( ?[:=(\u00b1].*)?");
    /** With which such a row may begin, in lower case; cells that begin otherwise than with visible ASCII are looked at closely. */
    private static final String TOTAL_INITIALS = "gtsmac";
    /** What stands before a figure under a table, where a blank row is between; without it, each may be a value. */
    private static final Pattern SUMMARY = Pattern.compile("(n|n \\(%\\)|%|percent|range|iqr|missing|p)( ?[:=].*)?");

    private static final int COLUMNS_FOR_NOTES = 3;
    private static final int ANY = -1;

    private final RawSheet sheet;
    private final LedgerLines ledger;
    private final Variable[] variables;
    private final BitSet named = new BitSet();
    private final Map<Integer, String> headings = new HashMap<>();
    private final int columns;
    private final int identifier;

    DataRows(
            RawSheet sheet,
            Optional<Codebook> codebook,
            Header header,
            List<TableArea.Column> columns,
            LedgerLines ledger) {
        this.sheet = sheet;
        this.ledger = ledger;
        header.names().forEach(name -> {
            named.set(name.column());
            headings.put(name.column(), Spaces.lower(Spaces.clean(name.raw())));
        });
        columns.forEach(column -> named.set(column.column()));
        this.columns = named.cardinality();
        this.variables = new Variable[named.length()];
        int found = 0;
        for (TableArea.Column column : columns) {
            Variable variable = codebook.flatMap(book -> book.find(column.name()))
                    .orElseGet(() -> Variable.text(column.name(), column.name()));
            variables[column.column()] = variable;
            found = variable.type() == VariableType.IDENTIFIER ? column.column() : found;
        }
        this.identifier = found;
    }

    private boolean isHeading(RawCell cell) {
        return headings.getOrDefault(cell.column(), "").equals(Spaces.lower(Spaces.clean(cell.shown())));
    }

    private PlainRows plainRows() {
        int first = named.nextSetBit(0);
        int second = identifier > 0 && identifier != first ? identifier : named.nextSetBit(first + 1);
        boolean known = second >= 0 && (variables[first] != null || variables[second] != null);
        String heading = headings.getOrDefault(first, "");
        String others = TOTAL_INITIALS + heading.substring(0, Math.min(1, heading.length()));
        return new PlainRows(sheet, known ? first : -1, second, others);
    }

    /** The positions of the data rows from that position on. */
    int[] from(int start) {
        int[] rows = new int[Math.max(0, sheet.rows() - start)];
        int count = 0;
        boolean gap = false;
        int lastRow = start > 0 ? sheet.rowNumber(start - 1) : 0;
        PlainRows plain = plainRows();
        for (int position = start; position < sheet.rows(); position++) {
            gap |= count > 0 && sheet.rowNumber(position) > lastRow + 1;
            lastRow = sheet.rowNumber(position);
            if (!gap && plain.isPlain(position)) {
                rows[count++] = position;
                continue;
            }
            Row row = new Row(position);
            if (row.filled == 0) {
                gap |= count > 0;
                continue;
            }
            if (row.repeatsHeader()) {
                ledger.dropRow(sheet.row(position), "the header once more");
                gap = false;
                continue;
            }
            String rule = gap && row.isSummary(start) ? "a summary below a blank row" : row.whyNoData(gap);
            if (!rule.isEmpty()) {
                ledger.dropRow(sheet.row(position), rule);
                continue;
            }
            if (row.filled == 1 && columns >= COLUMNS_FOR_NOTES && row.first().kind() == CellKind.TEXT) {
                RawCell only = row.first();
                String why = "the only filled cell of its row";
                ledger.add(only.row(), only.column(), only.shown(), Action.SUSPICIOUS, only.shown(), why);
            }
            rows[count++] = position;
            gap = false;
        }
        return Arrays.copyOf(rows, count);
    }

    /** What a row looks like from afar. */
    private final class Row {
        private final int position;
        private int first = -1;
        private int filled;
        private boolean known;
        private boolean identified;
        private boolean allComputed = true;

        Row(int position) {
            this.position = position;
            for (int i = sheet.firstCell(position); i >= 0 && !isPlainlyData(); i = sheet.nextCell(position, i)) {
                int column = sheet.column(i);
                if (!named.get(column) || sheet.cells().isBlank(i)) {
                    continue;
                }
                filled++;
                first = first < 0 ? i : first;
                known |= variables[column] != null;
                identified |= column == identifier;
                allComputed &= sheet.cells().isComputed(i);
            }
        }

        /** The first cell that is filled. */
        RawCell first() {
            return sheet.cell(position, first);
        }

        /** Whether no more cell could change what is asked of it. */
        private boolean isPlainlyData() {
            return filled > 1 && known && !allComputed && (identified || identifier == 0);
        }

        /** Whether it says what the header says, in every named column that is filled, and in two at least. */
        boolean repeatsHeader() {
            if (filled < 2 || !mayBeHeading() || first().kind() != CellKind.TEXT || !isHeading(first())) {
                return false;
            }
            return sheet.row(position).stream()
                    .filter(cell -> named.get(cell.column())
                            && !Spaces.clean(cell.shown()).isEmpty())
                    .allMatch(DataRows.this::isHeading);
        }

        String whyNoData(boolean gap) {
            if (mayBeTotal()
                    && first().kind() == CellKind.TEXT
                    && isTotal(Spaces.lower(Spaces.clean(first().text())))) {
                return "a total row";
            }
            boolean anonymous = identifier > 0 && !identified;
            if (anonymous && allComputed) {
                return "a total row: formulas without an identifier";
            }
            if (gap && anonymous) {
                return "below a blank row, without an identifier";
            }
            if (anonymous && !known) {
                return "no variable has a value";
            }
            return gap && filled == 1 && columns >= COLUMNS_FOR_NOTES ? "a note below a blank row" : "";
        }

        /** Whether it says n or the like, and no data row before it says the same in that column. */
        boolean isSummary(int start) {
            RawCell first = first();
            String text = Spaces.lower(Spaces.clean(first.shown()));
            return SUMMARY.matcher(text).matches()
                    && !isLevel(text)
                    && IntStream.range(start, position)
                            .mapToObj(sheet::row)
                            .flatMap(List::stream)
                            .noneMatch(cell -> cell.column() == first.column() && HeaderLooks.areAlike(cell, first));
        }

        private boolean mayBeTotal() {
            int initial = initial();
            return initial == ANY || TOTAL_INITIALS.indexOf(Character.toLowerCase(initial)) >= 0;
        }

        private boolean mayBeHeading() {
            int initial = initial();
            String heading = headings.getOrDefault(sheet.column(first), "");
            return initial == ANY || (!heading.isEmpty() && Character.toLowerCase(initial) == heading.charAt(0));
        }

        /** With which letter the text of its first cell begins, if that is visible in ASCII; {@link #ANY} of other cells. */
        private int initial() {
            int place = sheet.cells().textPlace(first);
            String text = place < 0 ? "" : sheet.texts(sheet.column(first)).get(place);
            char c = text.isEmpty() ? ' ' : text.charAt(0);
            return c <= ' ' || c >= 0x7f ? ANY : c;
        }

        private boolean isTotal(String text) {
            return TOTAL.matcher(text).matches() && !isLevel(text);
        }

        private boolean isLevel(String text) {
            Variable variable = variables[sheet.column(first)];
            return variable != null
                    && variable.levels().stream()
                            .anyMatch(l ->
                                    l.code().equalsIgnoreCase(text) || l.label().equalsIgnoreCase(text));
        }
    }
}
