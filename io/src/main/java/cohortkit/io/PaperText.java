package cohortkit.io;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The plain text of a paper: a text file as it is, HTML without its tags, the paragraphs of a Word document; the row of a table
 * is a paragraph in which {@code " ; "} ends each cell. UTF-8; nothing is loaded that a document points to.
 *
 * <pre>{@code
 * var page = Files.writeString(folder.resolve("paper.html"), "<p>RLS:<br>45/333 (14 %).</p>");
 * PaperText.read(page).strip()   // "RLS:\n45/333 (14 %)."
 * }</pre>
 */
public final class PaperText {

    private static final long LARGEST = 64L << 20;
    private static final String DOCUMENT = "word/document.xml";

    private PaperText() {}

    /**
     * Reads a file, by the ending of its name: .docx, .html, .htm, or else plain text.
     *
     * @throws InputException naming the file, if it cannot be read
     */
    public static String read(Path file) {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (Files.isDirectory(file)) {
                throw new InputException(file + " is a folder; give a text, HTML or docx file");
            }
            if (name.endsWith(".docx")) {
                return word(file);
            }
            if (name.endsWith(".pdf") || name.endsWith(".doc")) {
                throw new InputException("cannot read " + file + ": save it as text, HTML or docx first");
            }
            if (Files.size(file) > LARGEST) {
                throw tooLarge(file);
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return name.endsWith(".html") || name.endsWith(".htm") ? HtmlText.of(text) : text;
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputException tooLarge(Path file) {
        return new InputException(file + " holds more than " + (LARGEST >> 20) + " MB of text; give a part of it");
    }

    private static String word(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(DOCUMENT);
            if (entry == null) {
                throw new InputException(file + " is no Word document: it has no " + DOCUMENT);
            }
            try (InputStream stream = zip.getInputStream(entry)) {
                byte[] xml = stream.readNBytes((int) LARGEST + 1);
                if (xml.length > LARGEST) {
                    throw tooLarge(file);
                }
                return paragraphs(xml);
            }
        } catch (XMLStreamException e) {
            throw new InputException(file + " is a damaged Word document: " + e.getMessage(), e);
        } catch (ZipException e) {
            throw new InputException(file + " is no Word document: " + e.getMessage(), e);
        }
    }

    private static String paragraphs(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int cells = 0;
        int span = 1;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = reader.getLocalName().equals("t");
                if (reader.getLocalName().equals("tc")) {
                    cells++;
                    span = 1;
                }
                span = reader.getLocalName().equals("gridSpan") ? span(reader) : span;
                text.append(mark(reader.getLocalName()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                cells -= reader.getLocalName().equals("tc") ? 1 : 0;
                text.append(end(reader.getLocalName(), cells > 0, span));
            } else if (inText && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    /** How many columns a cell spans. */
    private static int span(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("val")
                    && reader.getAttributeValue(i).matches("[1-9]\\d?")) {
                return Integer.parseInt(reader.getAttributeValue(i));
            }
        }
        return 1;
    }

    /**
     * Cells end with a semicolon between blanks, as those of HTML do here, once for each column that they span, and rows with a
     * paragraph.
     */
    private static String end(String element, boolean inCell, int span) {
        return switch (element) {
            case "p" -> inCell ? " " : "\n\n";
            case "tc" -> " ; ".repeat(span);
            case "tr" -> "\n\n";
            default -> "";
        };
    }

    private static String mark(String element) {
        return switch (element) {
            case "tab" -> "\t";
            case "br", "cr" -> "\n";
            case "noBreakHyphen" -> "-";
            default -> "";
        };
    }
}
