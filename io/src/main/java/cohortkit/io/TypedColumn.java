package cohortkit.io;

import cohortkit.core.Missing;
import cohortkit.core.MissingReasons;
import cohortkit.core.VariableType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.dates.DateColumnType;
import tech.tablesaw.columns.dates.PackedLocalDate;

/** One variable's values as they are read, row by row. */
final class TypedColumn implements CellReader {

    private final CellRule rule;
    private final BitSet asTheyStand;
    private final LedgerLines ledger;
    private final double[] numbers;
    /** As Tablesaw has them. */
    private final int[] dates;

    private final LocalTime[] times;
    private final LocalDateTime[] dateTimes;
    private final TextValues texts;
    private final boolean isText;
    /** By a text's place, 1 + the number of the value that it is; 0 where that is not known. */
    private int[] numbersByPlace = {};
    /** None where nothing is missing. */
    private Missing[] missing = {};

    private final int size;
    private final ContentCache<Object> values;
    private int rows;
    private boolean oddDay;
    private @Nullable Column<?> column;
    private @Nullable MissingReasons reasons;

    /**
     * An empty column.
     *
     * @param asTheyStand rows, by their numbers in the sheet, whose cells are values whatever the rule makes of them
     * @param size how many rows there will be
     */
    TypedColumn(CellRule rule, BitSet asTheyStand, int size, LedgerLines ledger) {
        VariableType type = rule.variable().type();
        this.rule = rule;
        this.asTheyStand = asTheyStand;
        this.ledger = ledger;
        this.numbers = new double[type == VariableType.NUMBER ? size : 0];
        this.dates = new int[type == VariableType.DATE ? size : 0];
        this.times = new LocalTime[type == VariableType.TIME ? size : 0];
        this.dateTimes = new LocalDateTime[type == VariableType.DATETIME ? size : 0];
        this.isText = type == VariableType.CATEGORY || type == VariableType.TEXT || type == VariableType.IDENTIFIER;
        this.texts = new TextValues(isText ? size : 0, type == VariableType.IDENTIFIER ? size : 0);
        this.size = size;
        this.values = new ContentCache<>(size);
    }

    @Override
    public void read(RawSheet sheet, int position, int index) {
        if (!asTheyStand.isEmpty() && asTheyStand.get(sheet.rowNumber(position))) {
            Object value = WrittenCells.value(rule.variable(), sheet.cell(position, index));
            if (value != null) {
                addValue(value);
                return;
            }
        }
        if (isText) {
            readText(sheet, position, index, sheet.cells().textPlace(index));
            return;
        }
        if (rule instanceof NumberRule number) {
            double x = sheet.plainNumber(index);
            if (!Double.isNaN(x) && number.takes(x, sheet.cells().decimals(index))) {
                numbers[rows++] = x;
                return;
            }
        }
        long content = sheet.cells().content(index);
        Object known = values.get(content);
        if (known != null) {
            addValue(known);
            return;
        }
        CellOutcome outcome = read(sheet.cell(position, index));
        if (outcome.value() != null && outcome.action() == null) {
            values.put(content, outcome.value());
        }
    }

    /** The many that are values just as they stand, in a loop for their type. */
    @Override
    public void read(RawSheet sheet, ColumnCells cells) {
        if (!asTheyStand.isEmpty()) {
            CellReader.super.read(sheet, cells);
        } else if (rule instanceof NumberRule number) {
            readNumbers(sheet, cells, number);
        } else if (isText) {
            readTexts(sheet, cells);
        } else {
            readOthers(sheet, cells);
        }
    }

    private void readOthers(RawSheet sheet, ColumnCells cells) {
        for (int i = 0; i < cells.rows(); i++) {
            int index = cells.indexes[i];
            Object known = index < 0 ? null : values.get(cells.content(i));
            if (known != null) {
                addValue(known);
            } else if (index >= 0) {
                read(sheet, cells.positions[i], index);
            } else {
                endRow(cells.firstRow() + i);
            }
        }
    }

    private void readNumbers(RawSheet sheet, ColumnCells cells, NumberRule number) {
        for (int i = 0; i < cells.rows(); i++) {
            int index = cells.indexes[i];
            if (index < 0) {
                endRow(cells.firstRow() + i);
                continue;
            }
            double x = cells.number(i);
            if (number.takes(x, cells.decimals(i))) {
                numbers[rows++] = x;
            } else {
                read(sheet, cells.positions[i], index);
            }
        }
    }

    private void readTexts(RawSheet sheet, ColumnCells cells) {
        for (int i = 0; i < cells.rows(); i++) {
            int index = cells.indexes[i];
            if (index < 0) {
                endRow(cells.firstRow() + i);
            } else {
                int place = cells.isText(i) ? (int) cells.values[i] : -1;
                readText(sheet, cells.positions[i], index, place);
            }
        }
    }

    private void readText(RawSheet sheet, int position, int index, int place) {
        if (place >= 0 && place < numbersByPlace.length && numbersByPlace[place] > 0) {
            texts.add(numbersByPlace[place] - 1);
            rows++;
            return;
        }
        RawCell cell = sheet.cell(position, index);
        CellOutcome outcome = rule.read(cell);
        if (place < 0 || outcome.value() == null || outcome.action() != null) {
            take(cell, outcome);
            return;
        }
        if (place >= numbersByPlace.length) {
            numbersByPlace = Arrays.copyOf(numbersByPlace, Math.max(place + 1, 2 * numbersByPlace.length));
        }
        String text = (String) outcome.value();
        boolean isOther = sheet.texts(cell.column()).keepsEachOnce() && text.equals(cell.text());
        int number = isOther ? texts.numberOfNew(text) : texts.number(text);
        numbersByPlace[place] = 1 + number;
        texts.add(number);
        rows++;
    }

    private CellOutcome read(RawCell cell) {
        CellOutcome outcome = rule.read(cell);
        take(cell, outcome);
        return outcome;
    }

    private void take(RawCell cell, CellOutcome outcome) {
        if (outcome.action() != null) {
            ledger.add(cell, outcome);
        }
        if (outcome.value() == null) {
            addMissing(outcome.missing());
        } else {
            oddDay |= (outcome.value() instanceof LocalDate day && SuspectedDates.mayBeOne(day))
                    || (outcome.value() instanceof LocalDateTime at && SuspectedDates.mayBeOne(at.toLocalDate()));
            addValue(outcome.value());
        }
    }

    /** Where the row had no cell, a blank one. */
    @Override
    public void endRow(int row) {
        if (rows > row) {
            return;
        }
        addMissing(rule.codes().blank());
    }

    LedgerLines ledger() {
        return ledger;
    }

    private void addValue(Object value) {
        switch (rule.variable().type()) {
            case NUMBER -> numbers[rows] = (Double) value;
            case DATE -> dates[rows] = PackedLocalDate.pack((LocalDate) value);
            case TIME -> times[rows] = (LocalTime) value;
            case DATETIME -> dateTimes[rows] = (LocalDateTime) value;
            case CATEGORY, TEXT, IDENTIFIER -> texts.add(texts.number((String) value));
        }
        rows++;
    }

    private void addMissing(Missing reason) {
        if (missing.length == 0) {
            missing = new Missing[size];
        }
        missing[rows] = reason;
        switch (rule.variable().type()) {
            case NUMBER -> numbers[rows] = Double.NaN;
            case DATE -> dates[rows] = DateColumnType.missingValueIndicator();
            case TIME, DATETIME -> {} // null already
            case CATEGORY, TEXT, IDENTIFIER -> texts.addMissing();
        }
        rows++;
    }

    /** Makes the column on the thread that read it. */
    @Override
    public void end() {
        column = column();
        reasons = missing.length == 0 ? MissingReasons.none(size) : MissingReasons.of(missing);
        missing = new Missing[0];
    }

    Column<?> finished() {
        return Objects.requireNonNull(column);
    }

    private Column<?> column() {
        String name = rule.variable().name();
        return switch (rule.variable().type()) {
            case NUMBER -> DoubleColumn.create(name, numbers);
            case DATE -> DateColumn.createInternal(name, dates);
            case TIME -> TimeColumn.create(name, times);
            case DATETIME -> DateTimeColumn.create(name, dateTimes);
            case CATEGORY -> texts.levels(name);
            case TEXT, IDENTIFIER -> texts.column(name);
        };
    }

    MissingReasons reasons() {
        return Objects.requireNonNull(reasons);
    }

    /** Whether a day may stand for none. */
    boolean hasOddDay() {
        return oddDay;
    }

    /** Whether all its texts are there, and different. */
    boolean isDistinct() {
        return isText && texts.isDistinct();
    }
}
