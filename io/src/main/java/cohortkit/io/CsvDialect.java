package cohortkit.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text is cut into fields.
 *
 * @param delimiter the one that is asked for, that a first line sep=; names, or that cuts most lines into the same number
 *     of fields
 * @param fields that number; 1 where no delimiter does
 */
record CsvDialect(char delimiter, int fields) {

    /** Cuts nothing: no text has it. */
    static final char NONE = '\u0001';

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LINES = 50;
    private static final Pattern NAMED = Pattern.compile("\"?sep=(.)\"?[\r\n]", Pattern.DOTALL);
    private static final Pattern NUMBER_WITH_COMMAS = Pattern.compile("[+-]?[0-9]+(,[0-9]+)+(\\.[0-9]+)?");

    static CsvDialect of(String opening) {
        return of(opening, Optional.empty());
    }

    static CsvDialect of(String opening, Optional<Character> given) {
        Matcher named = NAMED.matcher(opening);
        Optional<Character> known = given.isEmpty() && named.lookingAt()
                ? Optional.of(named.group(1).charAt(0))
                : given;
        if (known.isPresent()) {
            return most(linesByFields(opening, known.get()), known.get());
        }
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
        return best.delimiter() == ',' && isColumnOfNumbers(opening) ? new CsvDialect(NONE, 1) : best;
    }

    private static CsvDialect most(Map<Integer, Integer> linesByFields, char delimiter) {
        return linesByFields.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> new CsvDialect(delimiter, entry.getKey()))
                .orElse(new CsvDialect(delimiter, 1));
    }

    /** Whether it is one column in which commas stand in numbers only, such as 1,234. */
    private static boolean isColumnOfNumbers(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        if (lines.isEmpty() || lines.get(0).indexOf(',') >= 0) {
            return false;
        }
        boolean commas = false;
        for (String line : lines) {
            boolean number = NUMBER_WITH_COMMAS.matcher(line.strip()).matches();
            if (line.indexOf(',') >= 0 && !number) {
                return false;
            }
            commas |= number;
        }
        return commas;
    }

    /** Such as "fields parted by comma". */
    String words() {
        return switch (delimiter) {
            case NONE -> "one field a line";
            case ',' -> fields == 1 ? "one field a line" : "fields parted by comma";
            case ';' -> "fields parted by semicolon";
            case '\t' -> "fields parted by tab";
            case '|' -> "fields parted by bar";
            default -> "fields parted by '" + delimiter + "'";
        };
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
