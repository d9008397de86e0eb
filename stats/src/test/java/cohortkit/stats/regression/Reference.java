package cohortkit.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One row of a file in {@code reference/}, by column names. */
public final class Reference {

    private final Map<String, String> cells = new HashMap<>();

    private Reference(List<String> header, List<String> line) {
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), line.get(i));
        }
    }

    /** Every row of the file. */
    public static Stream<Reference> rows(String file) {
        List<List<String>> lines = DataSet.read("/reference/" + file + ".csv");
        return lines.stream().skip(1).map(line -> new Reference(lines.get(0), line));
    }

    public String text(String column) {
        return cells.get(column);
    }

    public double number(String column) {
        return DataSet.number(cells.get(column));
    }

    /** Asserts the digits that the file trusts. */
    public void check(String column, double found) {
        double expected = number(column);
        assertThat(found)
                .as("%s of %s %s", column, this, cells.getOrDefault("quantity", ""))
                .isCloseTo(expected, within(Math.pow(10, -number("digits")) * Math.abs(expected)));
    }

    @Override
    public String toString() {
        return cells.getOrDefault("model", cells.get("model1")) + " " + cells.getOrDefault("term", "");
    }
}
