package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.VariableType;
import cohortkit.io.ColumnForms.Form;

/** The forms of all columns of a table, found in one pass when the first of them is asked for. */
final class SheetForms {

    private final RawSheet sheet;
    private final TableArea area;
    private final ColumnForms[] columns;
    private boolean found;

    SheetForms(RawSheet sheet, TableArea area, Codebook codebook) {
        this.sheet = sheet;
        this.area = area;
        this.columns = new ColumnForms[area.lastColumn() + 1];
        for (TableArea.Column column : area.columns()) {
            VariableType type = codebook.variable(column.name()).type();
            if (type == VariableType.NUMBER || type == VariableType.DATE || type == VariableType.DATETIME) {
                columns[column.column()] = new ColumnForms();
            }
        }
    }

    synchronized ColumnForms of(int column) {
        if (!found) {
            found = true;
            find();
        }
        return columns[column];
    }

    /** Whether a cell is one of the many plain numbers that show nothing new. */
    private boolean isTold(ColumnForms forms, int index) {
        if (!sheet.cells().isPlainNumber(index)) {
            return false;
        }
        double x = sheet.plainNumber(index);
        int decimals = sheet.cells().decimals(index);
        boolean whole = x == Math.rint(x) && decimals < 1;
        boolean small = decimals >= 0 || Math.abs(x) <= 1; // digits of a text are not shown as a percentage
        return (whole || sheet.traits().typed() || forms.has(Form.DECIMAL_POINT))
                && (small || forms.has(Form.ABOVE_ONE));
    }

    private void find() {
        boolean typed = sheet.traits().typed();
        for (int row = 0; row < area.size(); row++) {
            int position = area.position(row);
            for (int i = sheet.firstCell(position); i >= 0; i = sheet.nextCell(position, i)) {
                int column = sheet.column(i);
                if (column < columns.length && columns[column] != null && !isTold(columns[column], i)) {
                    columns[column].add(sheet.cell(position, i), typed);
                }
            }
        }
    }
}
