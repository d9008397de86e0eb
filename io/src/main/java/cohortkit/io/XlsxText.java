package cohortkit.io;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Collects rich text: all its runs, without their looks and without phonetic hints. */
final class XlsxText implements XmlParts.Handler {

    /** Characters that XML cannot hold are written as _xHHHH_ (ECMA-376 part 1, 22.9.2.19). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final String item;
    private final Consumer<String> texts;
    private final StringBuilder text = new StringBuilder();
    private boolean phonetic;

    /**
     * Hands on the text of each element of that name.
     *
     * @param item "si" among the shared texts, "is" in a cell
     */
    XlsxText(String item, Consumer<String> texts) {
        this.item = item;
        this.texts = texts;
    }

    @Override
    public void element(String name, XMLStreamReader xml) throws XMLStreamException {
        if (name.equals(item)) {
            text.setLength(0);
        } else if (name.equals("rPh")) {
            phonetic = true;
        } else if (name.equals("t")) {
            String run = XmlParts.text(xml);
            text.append(phonetic ? "" : run);
        }
    }

    @Override
    public void end(String name) {
        if (name.equals(item)) {
            texts.accept(unescape(text.toString()));
        } else if (name.equals("rPh")) {
            phonetic = false;
        }
    }

    /** The text as XML can hold it, and as {@link #unescape} gives it back. */
    static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean marked =
                    c == '_' && ESCAPED.matcher(text).region(i, text.length()).lookingAt();
            boolean plain = pair || (c >= ' ' && c < 0xfffe && !Character.isSurrogate(c)) || c == '\t' || c == '\n';
            if (escaped == null && (!plain || marked)) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (escaped != null) {
                escaped.append(plain && !marked ? String.valueOf(c) : String.format("_x%04X_", (int) c));
            }
            if (pair) {
                i++;
                if (escaped != null) {
                    escaped.append(text.charAt(i));
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
    }
}
