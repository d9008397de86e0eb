package cohortkit.claims.arithmetic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a file that R made, counted; the first line names R, the second the columns. */
final class Reference {

    private Reference() {}

    static List<List<String>> rows(String name, int count) {
        try (InputStream stream = Objects.requireNonNull(Reference.class.getResourceAsStream(name), name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<List<String>> rows = text.lines()
                    .skip(2)
                    .map(line -> List.of(line.replace(" ", "").split(",", -1)))
                    .toList();
            if (!text.startsWith("# made by p-values.R, R ") || rows.size() != count) {
                throw new AssertionError(name + " has " + rows.size() + " rows, expected " + count);
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError("cannot read " + name, e);
        }
    }
}
