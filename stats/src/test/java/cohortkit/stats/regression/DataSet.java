package cohortkit.stats.regression;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.Level;
import cohortkit.core.Variable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Cohorts for the tests: shipped data by name, and small ones by columns. */
public final class DataSet {

    private DataSet() {}

    /** The data of a file in {@code data/}: numbers where every cell is one, else categories. */
    public static Cohort named(String name) {
        List<List<String>> lines = read("/data/" + name + ".csv");
        Table table = Table.create(name);
        for (int column = 0; column < lines.get(0).size(); column++) {
            int at = column;
            List<String> cells =
                    lines.stream().skip(1).map(line -> line.get(at)).toList();
            String header = lines.get(0).get(column);
            table.addColumns(
                    cells.stream().allMatch(DataSet::isNumber)
                            ? DoubleColumn.create(header, cells.stream().mapToDouble(DataSet::number))
                            : StringColumn.create(header, cells));
        }
        return Cohort.of(table);
    }

    /** The same with the levels of some variables, written {@code race=1|2|3;sex=female|male}, the reference first. */
    public static Cohort named(String name, String factors) {
        Cohort plain = named(name);
        Codebook codebook = plain.codebook();
        Table table = plain.table();
        for (String factor : factors.split(";", -1)) {
            if (!factor.isEmpty()) {
                String variable = factor.substring(0, factor.indexOf('='));
                String[] levels = factor.substring(variable.length() + 1).split("\\|", -1);
                codebook = codebook.with(Variable.category(
                        variable, "", Arrays.stream(levels).map(Level::of).toArray(Level[]::new)));
            }
        }
        return Cohort.of(table, codebook);
    }

    /** Numbers, one array a variable. */
    public static Cohort of(String names, double[]... columns) {
        List<String> split = List.of(names.split(" ", -1));
        Table table = Table.create("test");
        for (int i = 0; i < columns.length; i++) {
            table.addColumns(DoubleColumn.create(split.get(i), columns[i]));
        }
        return Cohort.of(table);
    }

    /** Lines of a resource, comments left out, split at commas outside quotes. */
    public static List<List<String>> read(String resource) {
        try (InputStream stream = DataSet.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(DataSet::split)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell)
                .forEach(cells::add);
        return cells;
    }

    private static boolean isNumber(String cell) {
        return cell.equals("NA") || cell.isEmpty() || cell.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
    }

    public static double number(String cell) {
        return switch (cell) {
            case "NA", "" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
