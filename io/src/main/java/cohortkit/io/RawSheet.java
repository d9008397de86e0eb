package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sheet's cells, row after row. Only what is there takes room, whatever the sheet says of its size: about 13 bytes a
 * cell, and each text once. A text of plain digits such as 1.50 is kept as its digits, which give it back.
 */
final class RawSheet {

    private final String file;
    private final String name;
    private final SheetTraits traits;
    private final TextPool texts;
    /** Where the cells go, one by one. */
    private final CellStore stored;
    /** Where they are. */
    private final Cells cells;

    private final FormTable forms;
    private final List<Span> merged = new ArrayList<>();
    private final SheetNotes notes;

    /** A sheet without cells. */
    RawSheet(String file, String name, SheetTraits traits, TextPool texts) {
        this(file, name, traits, texts, new SheetNotes(), new FormTable(), Optional.empty());
    }

    /** The one sheet of a text file. */
    RawSheet(String file, SheetTraits traits, CsvColumns cells, SheetNotes notes) {
        this(file, "", traits, new TextPool(), notes, new FormTable(), Optional.of(cells));
    }

    private RawSheet(
            String file,
            String name,
            SheetTraits traits,
            TextPool texts,
            SheetNotes notes,
            FormTable forms,
            Optional<Cells> known) {
        this.notes = notes;
        this.forms = forms;
        this.file = file;
        this.name = name;
        this.traits = traits;
        this.texts = texts;
        this.stored = new CellStore(texts);
        this.cells = known.orElse(stored);
    }

    // The stream that a format feeds: cells in reading order, then merged spans.

    void number(int row, int column, double value, NumberForm form, boolean computed) {
        add(
                row,
                column,
                CellKind.NUMBER.code() | (computed ? CellStore.COMPUTED : 0),
                Double.doubleToRawLongBits(value),
                forms.place(form));
    }

    /** Text, an error's name or TRUE and FALSE, by its place in the pool. */
    void text(int row, int column, CellKind kind, int text, boolean computed) {
        add(row, column, kind.code() | (computed ? CellStore.COMPUTED : 0), text, 0);
    }

    /** Text of plain digits: their whole number, and how many of them stand after the point. */
    void decimal(int row, int column, long digits, int decimals) {
        add(row, column, CellKind.TEXT.code() | CellStore.DECIMAL, digits, decimals);
    }

    /** Takes the last row's cells off again. */
    void dropLastRow() {
        stored.dropLastRow();
    }

    /** The number of the last row; 0 if there is none. */
    int lastRow() {
        return stored.lastRow();
    }

    void merge(Span span) {
        merged.add(span);
    }

    /** Takes over the rows of a sheet that was read apart from this one and goes on where it ends, so many rows down. */
    void append(RawSheet next, int down) {
        if (next.stored.rows() > 0) {
            int first = next.stored.rowNumber(0) + down;
            if (first <= stored.lastRow()) {
                throw disordered(next.stored.column(next.stored.firstCell(0)), first);
            }
            requireRow(next.stored.lastRow() + down);
            next.stored.adapt(next.texts.base(), texts.places(next.texts), forms.places(next.forms));
            stored.take(next.stored, down);
        }
        next.merged.forEach(merged::add);
        notes.append(next.notes, down);
    }

    private void add(int row, int column, int kind, long value, int form) {
        if (column < 1 || column > traits.mostColumns()) {
            throw problem("a cell stands in column " + column + "; a sheet has at most " + traits.mostColumns());
        }
        int last = stored.lastRow();
        if (row < last || row < 1 || (row == last && column <= stored.lastColumn())) {
            throw disordered(column, row);
        }
        if (row > last) {
            requireRow(row);
            stored.startRow(row);
        }
        stored.add(column, kind, value, form);
    }

    private InputException disordered(int column, int row) {
        return problem("the file is damaged: cell " + CellRef.columnName(column) + row + " stands after "
                + CellRef.columnName(Math.max(1, stored.lastColumn())) + stored.lastRow()
                + "; open and save it in a spreadsheet program");
    }

    private void requireRow(int row) {
        if (row > traits.mostRows()) {
            throw problem("a cell stands in row " + row + "; a sheet has at most " + traits.mostRows());
        }
    }

    // What a reader of the sheet asks.

    /** The cells in that rectangle as a sheet of their own, with their addresses. */
    RawSheet part(Span span) {
        TextPool pool = cells == stored ? texts : new TextPool();
        RawSheet part = new RawSheet(file, name, traits, pool, notes, forms, Optional.empty());
        for (int position = 0; position < rows(); position++) {
            int row = rowNumber(position);
            boolean inside = span.firstRow() <= row && row <= span.lastRow();
            for (int i = inside ? firstCell(position) : -1; i >= 0; i = nextCell(position, i)) {
                int column = column(i);
                if (span.firstColumn() <= column && column <= span.lastColumn()) {
                    part.add(
                            row,
                            column,
                            cells.kind(i) & ~(CellStore.DIGITS | CellStore.DAY),
                            cells.value(i, pool),
                            cells.form(i));
                }
            }
        }
        merged.stream().filter(span::overlaps).forEach(part::merge);
        return part;
    }

    SheetNotes notes() {
        return notes;
    }

    String file() {
        return file;
    }

    String name() {
        return name;
    }

    SheetTraits traits() {
        return traits;
    }

    /** An empty one for rows of this sheet that are read apart, to be appended. */
    RawSheet apart() {
        return new RawSheet(file, name, traits, new TextPool(texts));
    }

    /** Those that its cells are made of, one by one. */
    TextPool texts() {
        return texts;
    }

    /** Where its cells are. */
    Cells cells() {
        return cells;
    }

    /** The texts of a column; other columns may have the same ones at other places. */
    Texts texts(int column) {
        return cells.texts(column);
    }

    List<Span> merged() {
        return merged;
    }

    /** How many rows have a cell. */
    int rows() {
        return cells.rows();
    }

    /** The last column that has a cell. */
    int lastColumn() {
        return cells.widest();
    }

    /** The number, from 1, of the row at this position among the rows that have a cell. */
    int rowNumber(int position) {
        return cells.rowNumber(position);
    }

    /** The position of a row's number, negative if it has no cell. */
    int position(int rowNumber) {
        return cells.position(rowNumber);
    }

    /** The first cell's index of a row's position. */
    int firstCell(int position) {
        return cells.firstCell(position);
    }

    /** The index of a row's cell behind another one; negative if there is none. */
    int nextCell(int position, int index) {
        return cells.nextCell(position, index);
    }

    /** Puts the cells of a column in the rows at those positions side by side. */
    void take(ColumnCells some, int column) {
        cells.take(some, column);
    }

    RawCell cell(int position, int index) {
        int bits = cells.kind(index);
        CellKind kind = CellKind.of(bits & CellStore.KIND);
        boolean isNumber = kind == CellKind.NUMBER;
        return new RawCell(
                rowNumber(position),
                column(index),
                kind,
                isNumber ? cells.number(index) : Double.NaN,
                isNumber ? "" : cells.text(index),
                isNumber ? forms.get(cells.form(index)) : NumberForm.GENERAL,
                (bits & CellStore.COMPUTED) != 0,
                traits.dates());
    }

    /** The number of a cell, or of a text of plain digits; NaN of any other and of numbers that are dates or times. */
    double plainNumber(int index) {
        int kind = cells.kind(index) & (CellStore.KIND | CellStore.DECIMAL);
        if (kind == CellKind.NUMBER.code()) {
            int form = cells.form(index);
            boolean plain = form == 0 || forms.get(form).shape() == NumberForm.Shape.NUMBER;
            return plain ? cells.number(index) : Double.NaN;
        }
        return (kind & CellStore.DECIMAL) != 0 ? Decimals.value(cells.value(index), cells.form(index)) : Double.NaN;
    }

    /** A cell's column alone. */
    int column(int index) {
        return cells.column(index);
    }

    /** The cells of a row, by its position. */
    List<RawCell> row(int position) {
        List<RawCell> row = new ArrayList<>();
        for (int i = firstCell(position); i >= 0; i = nextCell(position, i)) {
            row.add(cell(position, i));
        }
        return row;
    }

    CellRef ref(int row, int column) {
        return new CellRef(file, name, row, column);
    }

    InputException problem(String text) {
        return new InputException(where() + ": " + text);
    }

    /** Such as "'dialysis.xlsx', sheet 'Data'". */
    String where() {
        return "'" + file + "'" + (name.isEmpty() ? "" : ", sheet '" + name + "'");
    }
}
