package cohortkit.claims;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The rows of a fixture, counted, so that none is left out in silence. */
final class Fixture {

    private Fixture() {}

    static List<NamedCsvRecord> rows(String name, int count) {
        try (InputStream stream = Objects.requireNonNull(Fixture.class.getResourceAsStream(name), name);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(stream)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            if (rows.size() != count) {
                throw new AssertionError(name + " has " + rows.size() + " rows, expected " + count);
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError("cannot read " + name, e);
        }
    }
}
