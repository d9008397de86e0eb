package cohortkit.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in a codebook's cells. What reading would change stands in quotes, a quote inside them twice: an item of a list
 * with a mark in it ({@code 1="yes; on treatment"}), and any text with spaces at its ends. Quotes that are not needed are
 * part of the text, so that a cell means what it meant before there were quotes.
 */
final class CodebookText {

    /** The word for the code of an empty cell. */
    static final String BLANK = "blank";

    private static final String MARKS = ";|\r\n,=";
    private static final Pattern STRONG_BREAK = Pattern.compile("[;|\\r\\n]+");
    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * An item of a list.
     *
     * @param label what stands behind the code, if anything
     * @param word whether the code stands there without quotes
     */
    record Item(String code, Optional<String> label, boolean word) {

        boolean isBlank() {
            return word && code.equalsIgnoreCase(BLANK);
        }
    }

    private final String text;
    /** The text with its quotes made neutral. */
    private final String bare;
    /** Where quotes begin and end. */
    private final TreeMap<Integer, Integer> quotes = new TreeMap<>();

    private CodebookText(String text) {
        this.text = text;
        StringBuilder masked = new StringBuilder(text);
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = start && c == '"' ? end(text, i) : -1;
            if (end > 0 && endsItem(text, end) && isRisky(inside(text, i, end))) {
                quotes.put(i, end);
                masked.replace(i, end, "x".repeat(end - i));
                i = end - 1;
            }
            start = MARKS.indexOf(c) >= 0 || (start && c != '"' && Spaces.isBlank(String.valueOf(c)));
        }
        bare = masked.toString();
    }

    /**
     * Reads "0=no; 1=yes", "0, no | 1, yes", "female; male" or one of a line. A comma parts items only where nothing
     * stronger does; else it parts a code from its label, as in REDCap.
     */
    static List<Item> items(String text) {
        return new CodebookText(text).items();
    }

    private List<Item> items() {
        boolean strong = STRONG_BREAK.matcher(bare).find();
        int mark = bare.indexOf('=') >= 0 ? '=' : strong ? ',' : -1;
        List<Item> items = new ArrayList<>();
        Matcher breaks = (strong ? STRONG_BREAK : COMMA).matcher(bare);
        int from = 0;
        while (breaks.find()) {
            add(items, from, breaks.start(), mark);
            from = breaks.end();
        }
        add(items, from, bare.length(), mark);
        return items;
    }

    private void add(List<Item> items, int from, int to, int mark) {
        if (Spaces.isBlank(bare.substring(from, to))) {
            return;
        }
        int at = mark < 0 ? -1 : bare.substring(0, to).indexOf(mark, from);
        String code = part(from, at < 0 ? to : at);
        String label = at < 0 ? "" : part(at + 1, to);
        boolean empty = label.isEmpty() && (at < 0 || !isQuoted(at + 1, to));
        items.add(new Item(code, empty ? Optional.empty() : Optional.of(label), !isQuoted(from, at < 0 ? to : at)));
    }

    private String part(int from, int to) {
        return isQuoted(from, to)
                ? inside(text, quotes.ceilingKey(from), quotes.get(quotes.ceilingKey(from)))
                : Spaces.clean(text.substring(from, to));
    }

    private boolean isQuoted(int from, int to) {
        Map.Entry<Integer, Integer> quote = quotes.ceilingEntry(from);
        return quote != null
                && quote.getValue() <= to
                && Spaces.isBlank(text.substring(from, quote.getKey()))
                && Spaces.isBlank(text.substring(quote.getValue(), to));
    }

    /** Behind the closing quote, or -1 if there is none. */
    private static int end(String text, int quote) {
        for (int i = quote + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    private static boolean endsItem(String text, int end) {
        int next = end;
        while (next < text.length()
                && MARKS.indexOf(text.charAt(next)) < 0
                && Spaces.isBlank(text.substring(next, next + 1))) {
            next++;
        }
        return next == text.length() || MARKS.indexOf(text.charAt(next)) >= 0;
    }

    private static String inside(String text, int quote, int end) {
        return text.substring(quote + 1, end - 1).replace("\"\"", "\"");
    }

    private static boolean isRisky(String item) {
        return changes(item) || item.equalsIgnoreCase(BLANK) || item.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }

    private static boolean changes(String text) {
        return text.isEmpty() || text.startsWith("\"") || !Spaces.clean(text).equals(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** An item as it must stand in a list; commas may stand in a label behind = if the list has other breaks. */
    static String item(String item) {
        return isRisky(item) ? quoted(item) : item;
    }

    /** The label of an item as it must stand behind {@code code=} in a list of more than one item. */
    static String label(String label) {
        boolean plain = !changes(label)
                && label.indexOf('"') < 0
                && !STRONG_BREAK.matcher(label).find();
        return plain ? label : item(label);
    }

    /** Reads a name, a label or a unit. */
    static String read(String cell) {
        String clean = cell.strip();
        boolean quoted = clean.startsWith("\"") && end(clean, 0) == clean.length();
        String inside = quoted ? inside(clean, 0, clean.length()) : "";
        return quoted && changes(inside) ? inside : Spaces.clean(cell);
    }

    /** A name, a label or a unit as {@link #read} gives it back. */
    static String write(String text) {
        return text.isEmpty() || !changes(text) ? text : quoted(text);
    }
}
