package cohortkit.report;

import cohortkit.claims.CheckedFigure;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/** The checked figures for programs: one object a figure, numbers in full. */
final class FiguresJson {

    private FiguresJson() {}

    static String of(List<CheckedFigure> figures) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartArray();
            for (CheckedFigure figure : figures) {
                write(json, figure);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }

    private static void write(JsonGenerator json, CheckedFigure checked) throws IOException {
        json.writeStartObject();
        json.writeStringField("study", checked.study());
        json.writeStringField("id", checked.figure().id());
        json.writeStringField("where", checked.figure().where());
        json.writeStringField("quote", checked.figure().quote());
        number(json, "computed", checked.finding().value());
        number(json, "lower", checked.finding().lower());
        number(json, "upper", checked.finding().upper());
        json.writeStringField("level", checked.finding().level().label());
        json.writeStringField("verdict", checked.verdict().kind().name());
        json.writeStringField("expected", checked.figure().expected().name());
        json.writeStringField("convention", checked.finding().convention());
        json.writeStringField("reason", checked.verdict().reason());
        json.writeStringField("note", checked.figure().note());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        json.writeFieldName(name);
        ResultTable.write(json, value.orElse(Double.NaN));
    }
}
