package cohortkit.io;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML without its tags: what a reader sees as running text, paragraphs kept apart. No tree is built, nothing is run. */
final class HtmlText {

    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "template", "noscript");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
            "sub", "sup", "time", "u", "var", "wbr");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("plusmn", "±"),
            Map.entry("minus", "-"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("middot", "·"),
            Map.entry("sdot", "·"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("times", "×"),
            Map.entry("chi", "χ"),
            Map.entry("Chi", "Χ"),
            Map.entry("sup2", "²"),
            Map.entry("micro", "µ"),
            Map.entry("mu", "μ"),
            Map.entry("beta", "β"),
            Map.entry("alpha", "α"),
            Map.entry("rsquo", "’"),
            Map.entry("lsquo", "‘"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hellip", "…"));

    private static final Pattern COLSPAN = Pattern.compile("(?i)\\bcolspan\\s*=\\s*[\"']?(\\d{1,2})(?!\\d)");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;
    /** A cell stays on the line of its row, whatever it is made of. */
    private boolean inCell;
    /** How many columns the cell spans; each ends with a mark, so that what stands below it stays below it. */
    private int span = 1;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        HtmlText reader = new HtmlText(html);
        while (reader.at < html.length()) {
            reader.step();
        }
        return reader.text.toString();
    }

    private void step() {
        char c = html.charAt(at);
        if (html.startsWith("<!--", at)) {
            skipPast("-->");
        } else if (c == '<' && at + 1 < html.length() && isTagStart(html.charAt(at + 1))) {
            tag();
        } else if (c == '&') {
            entity();
        } else {
            // A line end of the source is a space; paragraphs come from tags.
            text.append(c == '\n' || c == '\r' ? ' ' : c);
            at++;
        }
    }

    /** So that {@code p < 0.05} is text although its sign should have been written as an entity. */
    private static boolean isTagStart(char c) {
        return c == '/' || c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void skipPast(String end) {
        int found = html.indexOf(end, at);
        at = found < 0 ? html.length() : found + end.length();
    }

    private void tag() {
        int from = at + 1;
        boolean closing = html.charAt(from) == '/';
        int nameFrom = closing ? from + 1 : from;
        int nameTo = nameFrom;
        while (nameTo < html.length() && Character.isLetterOrDigit(html.charAt(nameTo))) {
            nameTo++;
        }
        String name = html.substring(nameFrom, nameTo).toLowerCase(Locale.ROOT);
        at = nameTo;
        skipAttributes();
        String attributes = html.substring(nameTo, at);
        if (!closing && UNSEEN.contains(name)) {
            int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, at);
            at = end < 0 ? html.length() : end;
        } else if (name.equals("td") || name.equals("th")) {
            text.append(inCell ? endOfCell() : "");
            inCell = !closing;
            span = closing ? 1 : span(attributes);
        } else if (inCell && (name.equals("tr") || name.equals("table") || name.equals("tbody"))) {
            // The last cell's own end may be left out.
            inCell = false;
            text.append(endOfCell()).append("\n\n");
        } else if (inCell) {
            text.append(INLINE.contains(name) ? "" : " ");
        } else if (name.equals("br")) {
            text.append('\n');
        } else if (!INLINE.contains(name) && !UNSEEN.contains(name)) {
            text.append("\n\n");
        }
    }

    private String endOfCell() {
        return " ; ".repeat(span);
    }

    private static int span(String attributes) {
        Matcher matcher = COLSPAN.matcher(attributes);
        return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
    }

    private void skipAttributes() {
        char quote = 0;
        while (at < html.length()) {
            char c = html.charAt(at++);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return;
            }
        }
    }

    private void entity() {
        int end = html.indexOf(';', at);
        String name = end < 0 || end - at > 10 ? "" : html.substring(at + 1, end);
        String meant = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.getOrDefault(name, "");
        if (meant.isEmpty()) {
            text.append('&');
            at++;
        } else {
            text.append(meant);
            at = end + 1;
        }
    }

    private static String numbered(String digits) {
        try {
            boolean hex = digits.startsWith("x") || digits.startsWith("X");
            int code = Integer.parseInt(hex ? digits.substring(1) : digits, hex ? 16 : 10);
            return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
