package cohortkit.io;

import cohortkit.core.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** REDCap's ways of writing labels, choices and column names. */
final class RedcapText {

    private static final String BETWEEN = "___";
    private static final Pattern TAG = Pattern.compile("(?i)</?(a|abbr|b|big|blockquote|br|center|code|del|div|em|font|"
            + "h[1-6]|hr|i|img|ins|label|li|mark|ol|p|pre|s|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|"
            + "th|thead|tr|u|ul)\\b[^<>]*>");
    private static final Pattern BLOCK = Pattern.compile("(?i)</?(br|div|h[1-6]|hr|li|p|td|th|tr)\\b[^<>]*>");

    private static final Pattern BARS = Pattern.compile("[|\\r\\n]");

    private RedcapText() {}

    /** Text without HTML, which labels and choices may hold; {@code age < 18} is none. */
    static String plain(String html) {
        String text = html;
        if (text.indexOf('<') >= 0) {
            text = TAG.matcher(BLOCK.matcher(text).replaceAll(" ")).replaceAll("");
        }
        if (text.indexOf('&') >= 0) {
            text = text.replace("&nbsp;", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&#039;", "'")
                    .replace("&amp;", "&");
        }
        return Spaces.clean(text);
    }

    /** Reads "1, Yes | 2, No, never": the first comma ends the code, a bar the label. */
    static List<Level> choices(String text) {
        List<Level> choices = new ArrayList<>();
        for (String item : BARS.split(text, -1)) {
            int comma = item.indexOf(',');
            String code = Spaces.clean(comma < 0 ? item : item.substring(0, comma));
            String label = comma < 0 ? "" : plain(item.substring(comma + 1));
            if (!code.isEmpty()) {
                choices.add(new Level(code, label.isEmpty() ? code : label));
            }
        }
        return choices;
    }

    /**
     * The column of one choice of a checkbox: the code in lower case, with an underscore for all but letters and digits,
     * so that -99 of race is race____99 (redcapAPI#90, REDCapTidieR#31).
     */
    static String checkboxColumn(String field, String code) {
        return field + BETWEEN + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    /** The field of a checkbox's column; empty if it is none. */
    static String checkboxField(String column) {
        int at = column.indexOf(BETWEEN);
        return at <= 0 || at + BETWEEN.length() >= column.length() ? "" : column.substring(0, at);
    }
}
