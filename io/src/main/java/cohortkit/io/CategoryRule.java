package cohortkit.io;

import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Levels by code, else by label, else by either in another case. */
final class CategoryRule extends CellRule {

    private static final int MOST_KNOWN = 1000;

    private final Map<String, CellOutcome> known = new HashMap<>();
    private final List<Level> levels;

    CategoryRule(Variable variable) {
        super(variable);
        levels = variable.levels();
    }

    @Override
    CellOutcome read(RawCell cell, String clean, String repair) {
        boolean moment = cell.isDate() || cell.isTime();
        if (moment && levels.stream().noneMatch(level -> level.code().equals(clean))) {
            return CellOutcome.refused("a date or time where one of " + allowed() + " is expected");
        }
        if (!repair.isEmpty() || cell.kind() == CellKind.LOGICAL) {
            return match(cell, clean, repair);
        }
        CellOutcome outcome = known.get(clean);
        if (outcome == null) {
            outcome = match(cell, clean, repair);
            if (known.size() < MOST_KNOWN) {
                known.put(clean, outcome);
            }
        }
        return outcome;
    }

    private CellOutcome match(RawCell cell, String clean, String repair) {
        for (Level level : levels) {
            if (level.code().equals(clean)) {
                return CellOutcome.repaired(level.code(), repair);
            }
        }
        for (Level level : levels) {
            if (level.label().equals(clean)) {
                return CellOutcome.repaired(level.code(), and(repair, "label of level " + level.code()));
            }
        }
        List<Level> otherCase = levels.stream()
                .filter(level ->
                        level.code().equalsIgnoreCase(clean) || level.label().equalsIgnoreCase(clean))
                .toList();
        if (otherCase.size() == 1) {
            return CellOutcome.repaired(otherCase.get(0).code(), and(repair, "upper and lower case"));
        }
        String latin = Lookalikes.letters(clean);
        List<Level> alike = levels.stream()
                .filter(level -> Lookalikes.letters(level.code()).equalsIgnoreCase(latin)
                        || Lookalikes.letters(level.label()).equalsIgnoreCase(latin))
                .toList();
        return alike.size() == 1
                ? CellOutcome.repaired(alike.get(0).code(), and(repair, "letters that look like others"))
                : asNumber(cell, clean, repair);
    }

    /** 1.0 is the code 1, and so is TRUE among the codes 0 and 1, as in every spreadsheet program. */
    private CellOutcome asNumber(RawCell cell, String clean, String repair) {
        OptionalDouble number = Numbers.parse(clean);
        String rule = "another form of the number";
        if (cell.kind() == CellKind.LOGICAL && levels.size() == 2) {
            number = OptionalDouble.of(clean.equals("TRUE") ? 1 : 0);
            rule = "logical value";
        }
        if (number.isPresent()) {
            for (Level level : levels) {
                OptionalDouble code = Numbers.parse(level.code());
                if (code.isPresent() && code.getAsDouble() == number.getAsDouble()) {
                    return CellOutcome.repaired(level.code(), and(repair, rule));
                }
            }
        }
        return CellOutcome.refused("not one of " + allowed());
    }

    private String allowed() {
        String allowed = levels.stream().map(Level::toString).collect(Collectors.joining(", "));
        String missing = variable().missingCodes().keySet().stream()
                .filter(code -> !code.isEmpty())
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? allowed : allowed + " (missing: " + missing + ")";
    }
}
