package cohortkit.io;

import java.util.ArrayList;
import java.util.List;

/** The parts of a text between marks; a mark in single, double or back quotes parts nothing. */
final class Parts {

    private Parts() {}

    static List<String> of(String text, String marks) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (marks.indexOf(c) >= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
