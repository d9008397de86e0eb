package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Condition;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A codebook as the rows of a table that {@link CodebookSheet} reads as the same codebook. */
final class CodebookRows {

    static final List<String> HEADER = List.of(
            "name", "label", "type", "levels", "unit", "min", "max", "missing", "required", "asked if", "checks");

    static final String SHEET = "Codebook";

    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private CodebookRows() {}

    /**
     * A row a variable.
     *
     * @throws InputException if there is none, or one has what its type does not have
     */
    static List<List<String>> of(Codebook codebook) {
        if (codebook.size() == 0) {
            throw new InputException("a codebook without variables cannot be written; add one");
        }
        List<List<String>> rows = new ArrayList<>();
        codebook.forEach(variable -> rows.add(row(variable)));
        return rows;
    }

    /** Requires that the rows fit on a sheet. */
    static void requireRoom(Path path, List<List<String>> rows) {
        XlsxOutput.requireRoom(path, rows.size() + 1L, HEADER.size());
        rows.forEach(row -> XlsxOutput.requireRoom(path, row, "the codebook's row of '" + row.get(0) + "'"));
    }

    private static List<String> row(Variable variable) {
        if (variable.type() != VariableType.CATEGORY && !variable.levels().isEmpty()) {
            throw problem(variable, "has levels but is " + variable.described() + "; make it a category");
        }
        return List.of(
                CodebookText.write(variable.name()),
                variable.label().equals(variable.name()) ? "" : CodebookText.write(variable.label()),
                Spaces.lower(variable.type().name()),
                levels(variable.levels()),
                CodebookText.write(variable.unit()),
                limit(variable, variable.range().min(), Range.ALL.min()),
                limit(variable, variable.range().max(), Range.ALL.max()),
                missing(variable.missingCodes()),
                variable.rules().required() ? "yes" : "",
                variable.rules().askedIf().map(Condition::text).orElse(""),
                checks(variable));
    }

    private static String levels(List<Level> levels) {
        List<String> items = new ArrayList<>();
        for (Level level : levels) {
            String code = CodebookText.item(level.code());
            boolean same = level.label().equals(level.code());
            items.add(same ? code : code + "=" + label(level.label(), levels.size()));
        }
        return String.join("; ", items);
    }

    private static String missing(Map<String, Missing> codes) {
        List<String> items = new ArrayList<>();
        codes.forEach((code, missing) -> {
            String written = code.equals(MissingCodes.BLANK) ? CodebookText.BLANK : CodebookText.item(code);
            items.add(written + "=" + label(missing.reason(), codes.size()));
        });
        return String.join("; ", items);
    }

    private static String checks(Variable variable) {
        List<String> checks =
                variable.rules().checks().stream().map(Condition::text).toList();
        for (String check : checks) {
            if (Parts.of(check, CodebookRules.BREAKS).size() > 1) {
                throw problem(variable, "has a check of more than one line; write it in one: " + check);
            }
        }
        return String.join("; ", checks);
    }

    private static String label(String label, int items) {
        return items > 1 ? CodebookText.label(label) : CodebookText.item(label);
    }

    private static String limit(Variable variable, double limit, double none) {
        if (limit == none) {
            return "";
        }
        if (variable.type() == VariableType.NUMBER) {
            return CsvText.number(limit);
        }
        if (variable.type() != VariableType.DATE) {
            throw problem(variable, "has a range but is " + variable.described() + "; leave it out");
        }
        boolean day = limit == Math.rint(limit) && limit >= FIRST_DAY.toEpochDay() && limit <= LAST_DAY.toEpochDay();
        if (!day) {
            throw problem(
                    variable,
                    "has a limit that is no day from 0000-01-01 to 9999-12-31: " + limit + " days since 1970-01-01");
        }
        return LocalDate.ofEpochDay((long) limit).toString();
    }

    private static InputException problem(Variable variable, String text) {
        return new InputException("variable '" + variable.name() + "' " + text);
    }
}
