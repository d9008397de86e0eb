package cohortkit.io;

import java.util.HashMap;
import java.util.Map;

/**
 * How a text is cut into fields.
 *
 * @param delimiter the one that cuts most lines into the same number of fields
 * @param fields that number; 1 where no delimiter does
 */
record CsvDialect(char delimiter, int fields) {

    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int LINES = 50;

    static CsvDialect of(String opening) {
        CsvDialect best = new CsvDialect(',', 1);
        int mostLines = 0;
        for (char delimiter : DELIMITERS) {
            Map<Integer, Integer> linesByFields = linesByFields(opening, delimiter);
            for (Map.Entry<Integer, Integer> entry : linesByFields.entrySet()) {
                int fields = entry.getKey();
                int lines = entry.getValue();
                if (fields > 1 && (lines > mostLines || (lines == mostLines && fields > best.fields()))) {
                    best = new CsvDialect(delimiter, fields);
                    mostLines = lines;
                }
            }
        }
        return best;
    }

    private static Map<Integer, Integer> linesByFields(String text, char delimiter) {
        Map<Integer, Integer> lines = new HashMap<>();
        boolean quoted = false;
        int fields = 1;
        int count = 0;
        boolean blank = true;
        for (int i = 0; i < text.length() && count < LINES; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields++;
            } else if ((c == '\n' || c == '\r') && !quoted) {
                if (!blank) {
                    lines.merge(fields, 1, Integer::sum);
                    count++;
                }
                fields = 1;
                blank = true;
                continue;
            }
            blank = false;
        }
        if (!blank && count < LINES) {
            lines.merge(fields, 1, Integer::sum);
        }
        return lines;
    }
}
