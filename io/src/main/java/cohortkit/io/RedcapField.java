package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line of a REDCap data dictionary. */
final class RedcapField {

    private static final int ROWS_SEARCHED = 10;

    private final RawSheet sheet;
    private final int row;
    private final Map<RedcapColumn, String> texts;

    private RedcapField(RawSheet sheet, int row, Map<RedcapColumn, String> texts) {
        this.sheet = sheet;
        this.row = row;
        this.texts = texts;
    }

    /** The lines under the header of a dictionary; empty if the sheet is none. */
    static Optional<List<RedcapField>> read(RawSheet sheet) {
        for (int position = 0; position < Math.min(sheet.rows(), ROWS_SEARCHED); position++) {
            Optional<Map<RedcapColumn, Integer>> columns = RedcapColumn.of(sheet.row(position));
            if (columns.isPresent()) {
                return Optional.of(read(sheet, position + 1, columns.get()));
            }
        }
        return Optional.empty();
    }

    private static List<RedcapField> read(RawSheet sheet, int first, Map<RedcapColumn, Integer> columns) {
        Map<Integer, RedcapColumn> byNumber = new HashMap<>();
        columns.forEach((column, number) -> byNumber.put(number, column));
        List<RedcapField> fields = new ArrayList<>();
        for (int position = first; position < sheet.rows(); position++) {
            Map<RedcapColumn, String> texts = new EnumMap<>(RedcapColumn.class);
            for (RawCell cell : sheet.row(position)) {
                RedcapColumn column = byNumber.get(cell.column());
                if (column != null) {
                    texts.put(column, cell.shown());
                }
            }
            RedcapField field = new RedcapField(sheet, sheet.rowNumber(position), texts);
            if (!field.name().isEmpty()) {
                fields.add(field);
            } else if (!field.text(RedcapColumn.TYPE).isEmpty()) {
                throw field.problem("the line has a field type and no field name");
            }
        }
        if (fields.isEmpty()) {
            throw sheet.problem("the REDCap data dictionary names no fields under its header");
        }
        return fields;
    }

    /** As it stands in the export. */
    String name() {
        return text(RedcapColumn.NAME);
    }

    String form() {
        return text(RedcapColumn.FORM);
    }

    /** Such as radio; in lower case. */
    String type() {
        return text(RedcapColumn.TYPE).toLowerCase(Locale.ROOT);
    }

    /** Such as date_dmy; in lower case; empty if there is none. */
    String validation() {
        return text(RedcapColumn.VALIDATION).toLowerCase(Locale.ROOT);
    }

    String label() {
        return RedcapText.plain(raw(RedcapColumn.LABEL));
    }

    boolean isRequired() {
        return text(RedcapColumn.REQUIRED).equalsIgnoreCase("y");
    }

    /** Whether the project's missing data codes hold for it ("Action Tags", REDCap help). */
    boolean takesMissingCodes() {
        return !text(RedcapColumn.ANNOTATION).toUpperCase(Locale.ROOT).contains("@NOMISSING");
    }

    String text(RedcapColumn column) {
        return Spaces.clean(raw(column));
    }

    /** As it stands, with its line breaks. */
    String raw(RedcapColumn column) {
        return texts.getOrDefault(column, "");
    }

    InputException problem(String text) {
        CellRef ref = sheet.ref(row, 1);
        return new InputException("'" + sheet.file() + "', " + ref + ": " + text);
    }
}
