package cohortkit.cli;

import cohortkit.core.InputException;
import cohortkit.stats.table.TableRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows of one method, by its name in lower case with hyphens. */
final class MethodFilter {

    private MethodFilter() {}

    /** All rows where no name is given. */
    static List<TableRow> only(List<TableRow> rows, String name) {
        if (name == null) {
            return rows;
        }
        List<TableRow> chosen = rows.stream()
                .filter(row -> name(row.method()).equals(name(name)))
                .toList();
        if (chosen.isEmpty()) {
            throw new InputException("no row has the method '" + name + "'; there are "
                    + rows.stream().map(row -> name(row.method())).distinct().collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    /** A reason in parentheses is no part of the name. */
    private static String name(String method) {
        return method.toLowerCase(Locale.ROOT)
                .replaceAll(" \\(.*", "")
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("-$", "");
    }
}
