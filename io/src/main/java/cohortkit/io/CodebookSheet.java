package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a codebook from a sheet whose header has name and type. */
final class CodebookSheet {

    private static final int ROWS_SEARCHED = 50;

    /** The columns of a codebook, each under the names that people give it. */
    enum Field {
        NAME("name|variable|variable name"),
        LABEL("label|description|variable label"),
        TYPE("type|variable type"),
        LEVELS("levels|values|categories|choices|value labels"),
        UNIT("unit|units"),
        MIN("min|minimum"),
        MAX("max|maximum"),
        MISSING("missing|missing codes|missing values"),
        REQUIRED("required|required?|mandatory"),
        ASKED_IF("asked if|asked_if|asked only if|branching|branching logic|skip logic"),
        CHECKS("check|checks|rule|rules"),
        NOTE("note|notes|comment|comments"),
        OPTIONAL("optional");

        /** Between bars. */
        private final String names;

        Field(String names) {
            this.names = "|" + names + "|";
        }

        static Optional<Field> of(String text) {
            String lower = Spaces.lower(Spaces.clean(text));
            for (Field field : values()) {
                if (!lower.isEmpty() && field.names.contains("|" + lower + "|")) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    private final RawSheet sheet;
    private final int header;
    private final Map<Field, Integer> columns;

    private CodebookSheet(RawSheet sheet, int header, Map<Field, Integer> columns) {
        this.sheet = sheet;
        this.header = header;
        this.columns = columns;
    }

    /** The sheet as a codebook, if a row of it names the columns of one. */
    static Optional<CodebookSheet> find(RawSheet sheet) {
        for (int position = 0; position < Math.min(sheet.rows(), ROWS_SEARCHED); position++) {
            Map<Field, Integer> columns = new EnumMap<>(Field.class);
            for (RawCell cell : sheet.row(position)) {
                Field.of(cell.shown()).ifPresent(field -> columns.putIfAbsent(field, cell.column()));
            }
            if (columns.containsKey(Field.NAME) && columns.containsKey(Field.TYPE)) {
                return Optional.of(new CodebookSheet(sheet, position, columns));
            }
        }
        return Optional.empty();
    }

    /** The codebook among a workbook's sheets: one of that name, else one whose every type is a type. */
    static Optional<CodebookSheet> find(List<RawSheet> sheets) {
        List<CodebookSheet> found = new ArrayList<>();
        for (RawSheet sheet : sheets) {
            find(sheet).ifPresent(found::add);
        }
        Optional<CodebookSheet> named =
                found.stream().filter(CodebookSheet::isNamedSo).findFirst();
        return named.isPresent()
                ? named
                : found.stream().filter(CodebookSheet::hasTypesOnly).findFirst();
    }

    RawSheet sheet() {
        return sheet;
    }

    private boolean isNamedSo() {
        String name = Spaces.lower(sheet.name());
        return name.contains("codebook") || name.contains("dictionary");
    }

    private boolean hasTypesOnly() {
        int types = 0;
        for (int position = header + 1; position < sheet.rows(); position++) {
            RawCell type = cells(position).get(Field.TYPE);
            if (type != null && CodebookWords.type(type.shown()).isEmpty()) {
                return false;
            }
            types += type == null ? 0 : 1;
        }
        return types > 0;
    }

    Codebook codebook() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        CodebookRules rules = new CodebookRules(sheet);
        for (int position = header + 1; position < sheet.rows(); position++) {
            Map<Field, RawCell> cells = cells(position);
            if (cells.containsKey(Field.NAME)) {
                Variable variable = variable(cells).withRules(rules.read(cells));
                if (variables.put(variable.name(), variable) != null) {
                    throw problem(
                            cells.get(Field.NAME), "the codebook names '" + variable.name() + "' twice; rename one");
                }
            } else if (!cells.isEmpty()) {
                RawCell stray = cells.values().iterator().next();
                if (position + 1 < sheet.rows() || cells.size() > 1) {
                    throw problem(stray, "\"" + stray.shown() + "\" stands in a row without a variable's name");
                }
            }
        }
        if (variables.isEmpty()) {
            throw sheet.problem("the codebook names no variables under its header in row " + sheet.rowNumber(header));
        }
        Codebook codebook = Codebook.of(List.copyOf(variables.values()));
        rules.requireFit(codebook);
        if (rules.optional() > 0 && rules.optional() < codebook.size()) {
            throw sheet.problem("the codebook calls " + rules.optional() + " of its " + codebook.size()
                    + " variables optional; say so of all or of none");
        }
        return rules.optional() > 0 ? codebook.asPartial() : codebook;
    }

    private Map<Field, RawCell> cells(int position) {
        Map<Field, RawCell> cells = new EnumMap<>(Field.class);
        for (RawCell cell : sheet.row(position)) {
            columns.forEach((field, column) -> {
                if (column == cell.column() && !Spaces.clean(cell.shown()).isEmpty()) {
                    cells.put(field, cell);
                }
            });
        }
        return cells;
    }

    private Variable variable(Map<Field, RawCell> cells) {
        RawCell at = cells.get(Field.NAME);
        if (!cells.containsKey(Field.TYPE)) {
            throw problem(
                    at,
                    "variable '" + text(cells, Field.NAME) + "' has no type; give it one of " + CodebookWords.TYPES);
        }
        try {
            return CodebookWords.variable(new CodebookWords.Line(
                    text(cells, Field.NAME),
                    text(cells, Field.LABEL),
                    text(cells, Field.TYPE),
                    raw(cells, Field.LEVELS),
                    text(cells, Field.UNIT),
                    text(cells, Field.MIN),
                    text(cells, Field.MAX),
                    raw(cells, Field.MISSING),
                    text(cells, Field.NOTE)));
        } catch (InputException e) {
            throw problem(at, e.getMessage());
        }
    }

    private static String text(Map<Field, RawCell> cells, Field field) {
        return CodebookText.read(raw(cells, field));
    }

    private static String raw(Map<Field, RawCell> cells, Field field) {
        return cells.containsKey(field) ? cells.get(field).shown() : "";
    }

    private InputException problem(RawCell cell, String text) {
        CellRef ref = sheet.ref(cell.row(), cell.column());
        return new InputException("'" + sheet.file() + "', " + ref + ": " + text);
    }
}
