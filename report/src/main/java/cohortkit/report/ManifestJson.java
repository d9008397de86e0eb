package cohortkit.report;

import cohortkit.core.InputException;
import cohortkit.report.Manifest.FigureState;
import cohortkit.report.Manifest.StudyState;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A manifest as JSON: every value is a string, lines end in one character. */
final class ManifestJson {

    private static final String FORMAT = "cohortkit-manifest-1";

    private ManifestJson() {}

    static String of(Manifest manifest) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("code", manifest.code());
            json.writeStringField("conventions", manifest.conventions());
            json.writeObjectFieldStart("studies");
            for (StudyState study : manifest.studies()) {
                json.writeObjectFieldStart(study.study());
                write(json, "files", study.files());
                json.writeObjectFieldStart("figures");
                for (Map.Entry<String, FigureState> figure : study.figures().entrySet()) {
                    write(json, figure.getKey(), figure.getValue().parts());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }

    private static void write(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    static Manifest read(Path file) {
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file, StandardCharsets.UTF_8))) {
            json.nextToken();
            Map<String, Object> root = object(json);
            if (!FORMAT.equals(root.get("format"))) {
                throw new InputException(file + " is no manifest of this version; it must say \"format\" : \"" + FORMAT
                        + "\"; write one with cohort verify DIR --manifest FILE");
            }
            return manifest(root);
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file, e);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    file + " is no manifest: it is no JSON in line "
                            + e.getLocation().getLineNr(),
                    e);
        } catch (ClassCastException | NullPointerException e) {
            throw new InputException(file + " is no manifest: a part of it is not there, or of another kind", e);
        } catch (IOException e) {
            throw new InputException(file + " is no manifest: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(Map<String, Object> root) {
        List<StudyState> studies = new ArrayList<>();
        inner(root, "studies").forEach((name, study) -> {
            Map<String, FigureState> figures = new LinkedHashMap<>();
            inner(as(study), "figures").forEach((id, figure) -> figures.put(id, figure(as(figure))));
            Map<String, String> files = new LinkedHashMap<>();
            inner(as(study), "files").forEach((file, hash) -> files.put(file, (String) hash));
            studies.add(new StudyState(name, files, figures));
        });
        return new Manifest(text(root, "code"), studies);
    }

    private static FigureState figure(Map<String, Object> parts) {
        return new FigureState(
                text(parts, "printed"),
                text(parts, "compute"),
                text(parts, "value"),
                text(parts, "lower"),
                text(parts, "upper"),
                text(parts, "level"),
                text(parts, "verdict"),
                text(parts, "convention"));
    }

    private static String text(Map<String, Object> object, String name) {
        Object value = object.get(name);
        return value instanceof String text ? text : "";
    }

    private static Map<String, Object> inner(Map<String, Object> object, String name) {
        return as(object.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> as(Object value) {
        return (Map<String, Object>) value;
    }

    /** An object of texts and objects; the parser stands on its start. */
    private static Map<String, Object> object(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("an object was expected, there is " + json.currentToken());
        }
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, json.currentToken() == JsonToken.START_OBJECT ? object(json) : json.getText());
        }
        return object;
    }
}
