package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Ledger.Action;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where the table was found, and what about it deserves a look. */
final class AreaReport {

    private static final int ROWS_LOOKED_AT = 200;

    private final RawSheet sheet;
    private final TableArea area;
    private final LedgerLines ledger;

    AreaReport(RawSheet sheet, TableArea area, LedgerLines ledger) {
        this.sheet = sheet;
        this.area = area;
        this.ledger = ledger;
    }

    /**
     * Writes it.
     *
     * @param byEvidence whether nobody but the cells said which row is the header
     */
    void write(Header header, boolean byEvidence) {
        ledger.detected(
                header.firstRow() == header.lastRow()
                        ? "header in row " + header.lastRow()
                        : "header in rows " + header.firstRow() + " and " + header.lastRow());
        int first = sheet.rowNumber(area.position(0));
        int last = sheet.rowNumber(area.position(area.size() - 1));
        String corner = CellRef.columnName(area.columns().get(0).column()) + first;
        ledger.detected("data in " + corner + ":" + CellRef.columnName(area.lastColumn()) + last + ": " + area.size()
                + (area.size() == 1 ? " row, " : " rows, ")
                + area.columns().size()
                + (area.columns().size() == 1 ? " column" : " columns"));
        hidden();
        new TextReport(sheet, area, ledger).write(header.lastRow());
        if (byEvidence) {
            namesAmongValues(header);
            numbersAsNames(header);
        }
    }

    private void hidden() {
        SheetNotes notes = sheet.notes();
        int first = area.columns().get(0).column();
        for (int row = 0; notes.hasHiddenRows() && row < area.size(); row++) {
            int number = sheet.rowNumber(area.position(row));
            if (notes.isRowHidden(number)) {
                ledger.add(number, first, "", Action.SUSPICIOUS, "", "row is hidden (filtered or by hand); it is read");
            }
        }
        for (TableArea.Column column : area.columns()) {
            if (notes.isColumnHidden(column.column())) {
                ledger.add(
                        area.headerRow(),
                        column.column(),
                        column.name(),
                        Action.SUSPICIOUS,
                        column.name(),
                        "column is hidden; it is read");
            }
        }
    }

    /** Names that are all numbers, though not years or dates: maybe the first row of data. */
    private void numbersAsNames(Header header) {
        Header.Name first = header.names().get(0);
        List<RawCell> cells = sheet.row(sheet.position(header.lastRow())).stream()
                .filter(cell -> !Spaces.isBlank(cell.shown()))
                .toList();
        if (cells.stream().allMatch(HeaderLooks::isValue) && !cells.stream().allMatch(HeaderLooks::isNameNumber)) {
            ledger.add(
                    first.row(),
                    first.column(),
                    first.raw(),
                    Action.SUSPICIOUS,
                    first.name(),
                    "the names are numbers; is this row a header?");
        }
    }

    /** A name that is a value of its own column: the table may have no header. */
    private void namesAmongValues(Header header) {
        Map<Integer, List<Header.Name>> names =
                header.names().stream().collect(Collectors.groupingBy(Header.Name::column));
        for (int row = 0; row < Math.min(area.size(), ROWS_LOOKED_AT); row++) {
            for (RawCell cell : sheet.row(area.position(row))) {
                List<Header.Name> over = names.getOrDefault(cell.column(), List.of());
                if (!over.isEmpty() && Spaces.clean(over.get(0).raw()).equals(Spaces.clean(cell.shown()))) {
                    names.remove(cell.column());
                    ledger.add(
                            over.get(0).row(),
                            cell.column(),
                            over.get(0).raw(),
                            Action.SUSPICIOUS,
                            over.get(0).name(),
                            "the name is a value of its column too; is this row a header?");
                }
            }
        }
    }
}
