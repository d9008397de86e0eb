package cohortkit.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of a reference file: comment lines, a header, values that may be quoted. */
public record Reference(Map<String, String> fields) {

    /** A comma with an even number of quotes after it. */
    private static final String SEPARATOR = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    public static List<Reference> rows(String file) {
        List<Reference> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + file), file),
                StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            String[] header = lines.get(0).split(",", -1);
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(SEPARATOR, -1);
                Map<String, String> fields = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    fields.put(header[i], values[i].replace("\"", ""));
                }
                rows.add(new Reference(fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    public String text(String column) {
        return Objects.requireNonNull(fields.get(column), column);
    }

    public double number(String column) {
        return switch (text(column)) {
            case "NA" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text(column));
        };
    }

    public long count(String column) {
        return Long.parseLong(text(column));
    }

    /** Equal within a relative 1e-10 (plus 1e-15 about zero); not stricter than the row's trusted digits. */
    public void assertClose(double actual, double expected) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(actual).as(fields.toString()).isEqualTo(Double.valueOf(expected));
            return;
        }
        double relative = Math.max(1e-10, Math.pow(10, -number("digits")));
        assertThat(Math.abs(actual - expected))
                .as("%s: was %s, should be %s", fields, actual, expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected) + 1e-15);
    }
}
