package cohortkit.claims;

import cohortkit.core.InputException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a study's published figures, one row a figure, UTF-8, with the header
 * {@code id,where,quote,compute,printed,lower,upper,expected,note}. Columns are matched by name; {@code printed},
 * {@code lower}, {@code upper} and {@code note} may be empty.
 *
 * <pre>{@code
 * List<Figure> figures = FiguresCsv.read(DialysisStudy.class, "figures.csv");
 * figures.get(0).quote()   // "333 patients on maintenance dialysis"
 * }</pre>
 */
public final class FiguresCsv {

    private static final List<String> COLUMNS =
            List.of("id", "where", "quote", "compute", "printed", "lower", "upper", "expected", "note");

    private FiguresCsv() {}

    /**
     * Reads a file.
     *
     * @throws InputException naming file and line, if it cannot be read
     */
    public static List<Figure> read(Path file) {
        return rows(file).stream().map(FigureRow::figure).toList();
    }

    /**
     * Reads a file and keeps the line of each figure.
     *
     * @throws InputException naming file and line, if it cannot be read
     */
    public static List<FigureRow> rows(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return rows(stream, file.toString());
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a resource that lies beside a class.
     *
     * @throws InputException naming resource and line, if it cannot be read
     */
    public static List<Figure> read(Class<?> beside, String resource) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new InputException("there is no resource '" + resource + "' beside " + beside.getName());
            }
            return read(stream, resource);
        } catch (IOException e) {
            throw new InputException("cannot read " + resource + ": " + e.getMessage(), e);
        }
    }

    static List<Figure> read(InputStream stream, String name) throws IOException {
        return rows(stream, name).stream().map(FigureRow::figure).toList();
    }

    private static List<FigureRow> rows(InputStream stream, String name) throws IOException {
        List<FigureRow> figures = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(stream)) {
            for (NamedCsvRecord row : csv) {
                long line = row.getStartingLineNumber();
                Figure figure = figure(row, name + ", line " + line);
                Long before = lines.putIfAbsent(figure.id(), line);
                if (before != null) {
                    throw new InputException(name + ", line " + line + ": figure '" + figure.id() + "' stands in line "
                            + before + " already; an id names one figure");
                }
                figures.add(new FigureRow(line, figure));
            }
        } catch (CsvParseException e) {
            throw new InputException(name + " is not a table of comma-separated values: " + deepest(e), e);
        } catch (UncheckedIOException e) {
            throw new InputException("cannot read " + name + ": " + deepest(e), e);
        }
        if (figures.isEmpty()) {
            throw new InputException(
                    name + " has no figures; it needs the header " + String.join(",", COLUMNS) + " and a row a figure");
        }
        return List.copyOf(figures);
    }

    private static Figure figure(NamedCsvRecord row, String place) {
        requireColumns(row.getHeader(), place);
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new InputException(place + ": " + row.getFieldCount() + " fields under a header of "
                    + row.getHeader().size() + "; put a text that holds a comma in double quotes");
        }
        try {
            return new Figure(
                    row.getField("id").strip(),
                    row.getField("where").strip(),
                    row.getField("quote").strip(),
                    row.getField("compute").strip(),
                    printed(row, "printed"),
                    printed(row, "lower"),
                    printed(row, "upper"),
                    Verdict.Kind.parse(row.getField("expected").strip()),
                    row.getField("note").strip());
        } catch (InputException e) {
            throw new InputException(place + ": " + e.getMessage(), e);
        }
    }

    private static void requireColumns(List<String> header, String place) {
        Stream.concat(
                        header.stream()
                                .filter(column -> !COLUMNS.contains(column))
                                .map(column -> "unknown column '" + column + "'"),
                        COLUMNS.stream()
                                .filter(column -> !header.contains(column))
                                .map(column -> "no column '" + column + "'"))
                .findFirst()
                .ifPresent(problem -> {
                    throw new InputException(
                            place + ": " + problem + "; the header must be " + String.join(",", COLUMNS));
                });
    }

    private static Optional<Printed> printed(NamedCsvRecord row, String column) {
        String text = row.getField(column).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(Printed.parse(text));
    }

    private static String deepest(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
