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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A codebook as the rows of a table that {@link CodebookSheet} reads as the same codebook. */
final class CodebookRows {

    static final List<String> HEADER = List.of(
            "name",
            "label",
            "type",
            "levels",
            "unit",
            "min",
            "max",
            "missing",
            "required",
            "asked if",
            "checks",
            "note");

    static final String SHEET = "Codebook";

    private static final double SECONDS_A_DAY = 86_400;
    private static final long MILLIS = 1_000;
    private static final double DAYS = 4e6;

    private CodebookRows() {}

    /** The names of the columns; one of them only where a file may lack variables. */
    static List<String> header(Codebook codebook) {
        List<String> header = new ArrayList<>(HEADER);
        if (codebook.isPartial()) {
            header.add("optional");
        }
        return header;
    }

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
        for (Variable variable : codebook) {
            List<String> row = new ArrayList<>(row(variable));
            if (codebook.isPartial()) {
                row.add("yes");
            }
            rows.add(row);
        }
        return rows;
    }

    /** Requires that the rows fit on a sheet. */
    static void requireRoom(Path path, List<List<String>> rows) {
        XlsxOutput.requireRoom(path, rows.size() + 1L, HEADER.size() + 1);
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
                checks(variable),
                CodebookText.write(variable.note()));
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
        String text = switch (variable.type()) {
            case NUMBER -> CsvText.number(limit);
            case DATE -> day(limit);
            case TIME -> time(limit);
            case DATETIME -> {
                double day = Math.floor(limit / SECONDS_A_DAY);
                yield day(day) + " " + time(limit - day * SECONDS_A_DAY);
            }
            case CATEGORY, TEXT, IDENTIFIER ->
                throw problem(variable, "has a range but is " + variable.described() + "; leave it out");
        };
        if (CodebookWords.limit(variable.type(), text, none).orElse(none) != limit) {
            throw problem(
                    variable,
                    "has the limit " + limit + ", which is not " + variable.described() + " of years 0 to 9999");
        }
        return text;
    }

    private static String day(double day) {
        return Math.abs(day) <= DAYS ? LocalDate.ofEpochDay((long) day).toString() : "";
    }

    /** To the millisecond, as times are read. */
    private static String time(double second) {
        long milli = Math.round(second * MILLIS);
        return milli >= 0 && milli < SECONDS_A_DAY * MILLIS
                ? LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(milli)).toString()
                : "";
    }

    private static InputException problem(Variable variable, String text) {
        return new InputException("variable '" + variable.name() + "' " + text);
    }
}
