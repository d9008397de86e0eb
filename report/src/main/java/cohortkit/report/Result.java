package cohortkit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * What a command answers: one row a term or measure ("tidy"), one row for the whole ("glance"), and notes for people.
 *
 * <pre>{@code
 * var result = new Result(StatTables.tidy(fit.tidy()), StatTables.glance(fit.glance()), List.of());
 * result.as(Result.Format.CSV)   // "term,estimate,std.error,...
 * }</pre>
 *
 * @param tidy one row a term, or a measure and method
 * @param glance a table of one row
 * @param notes what a reader should know; also in JSON, as an array
 */
public record Result(ResultTable tidy, ResultTable glance, List<String> notes) {

    /** How a result is written. */
    public enum Format {
        /** Aligned, rounded, within 80 columns. */
        TEXT,
        /** An object with "tidy", "glance" and "notes", at full precision. */
        JSON,
        /** The tidy rows, at full precision. */
        CSV;

        /** The name as it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Result {
        notes = List.copyOf(notes);
    }

    /** The result in a format, with a line feed at the end. */
    public String as(Format format) {
        return switch (format) {
            case TEXT -> text();
            case JSON -> json();
            case CSV -> tidy.toCsv();
        };
    }

    private String text() {
        return tidy.toText() + '\n' + glance.toText() + notesText();
    }

    /** The notes alone, each on lines of at most 80 columns, with a line feed at the end. */
    public String notesText() {
        StringBuilder text = new StringBuilder();
        notes.forEach(note ->
                TextTable.wrap(note, 80).forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }

    private String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeFieldName("tidy");
            tidy.writeRows(json);
            json.writeFieldName("glance");
            glance.writeRow(json, 0);
            json.writeFieldName("notes");
            json.writeStartArray();
            for (String note : notes) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }
}
