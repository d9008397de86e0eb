package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Condition;
import cohortkit.core.InputException;
import cohortkit.core.VariableRules;
import cohortkit.io.CodebookSheet.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rules on a codebook's sheet: required, asked if, checks. What is wrong is told with its cell. */
final class CodebookRules {

    /** What parts one check from the next. */
    static final String BREAKS = ";\r\n";

    private static final Set<String> YES = Set.of("yes", "y", "x", "1", "true", "required");
    private static final Set<String> NO = Set.of("no", "n", "0", "false", "-");

    private record Written(Condition condition, RawCell cell) {}

    private final RawSheet sheet;
    private final List<Written> written = new ArrayList<>();
    private int optional;

    CodebookRules(RawSheet sheet) {
        this.sheet = sheet;
    }

    /** The rules in a codebook's row. */
    VariableRules read(Map<Field, RawCell> cells) {
        List<Condition> askedIf =
                cells.containsKey(Field.ASKED_IF) ? List.of(condition(cells.get(Field.ASKED_IF))) : List.of();
        List<Condition> checks = new ArrayList<>();
        if (cells.containsKey(Field.CHECKS)) {
            RawCell cell = cells.get(Field.CHECKS);
            for (String part : Parts.of(cell.shown(), BREAKS)) {
                if (!Spaces.isBlank(part)) {
                    checks.add(condition(cell, part));
                }
            }
        }
        optional += isYes(cells.get(Field.OPTIONAL), "optional") ? 1 : 0;
        return new VariableRules(
                isYes(cells.get(Field.REQUIRED), "required"), askedIf.stream().findFirst(), checks);
    }

    /** How many variables may lack their column. */
    int optional() {
        return optional;
    }

    private boolean isYes(RawCell cell, String column) {
        String word = cell == null ? "no" : Spaces.lower(Spaces.clean(cell.shown()));
        if (!YES.contains(word) && !NO.contains(word)) {
            throw problem(cell, column + " is '" + Spaces.clean(cell.shown()) + "'; write yes or no");
        }
        return YES.contains(word);
    }

    private Condition condition(RawCell cell) {
        return condition(cell, cell.shown());
    }

    private Condition condition(RawCell cell, String text) {
        try {
            Condition condition = Condition.parse(text);
            written.add(new Written(condition, cell));
            return condition;
        } catch (InputException e) {
            throw problem(cell, e.getMessage());
        }
    }

    /** Requires that every condition can be asked of the whole codebook. */
    void requireFit(Codebook codebook) {
        for (Written rule : written) {
            try {
                rule.condition().checkedAgainst(codebook);
            } catch (InputException e) {
                throw problem(rule.cell(), e.getMessage());
            }
        }
    }

    private InputException problem(RawCell cell, String text) {
        return new InputException("'" + sheet.file() + "', " + sheet.ref(cell.row(), cell.column()) + ": " + text);
    }
}
