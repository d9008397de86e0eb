package cohortkit.claims;

import cohortkit.core.InputException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which journals print a number. */
final class PrintedForms {

    private static final String THERE_ARE = "there are 14%, 67.4 %, 2.2, .05, 1,962, 1 962, 3·5, 3,5, −0.3, <0.05, ≥2, "
            + "p<0.05, p = .000 and 1 in 4; limits stand apart, in lower and upper";

    private static final Pattern WHOLE = Pattern.compile("(?<p>[pP] ?(?=[<>≤≥=]))?(?<relation><=|>=|[<>≤≥=])? ?"
            + "(?<sign>[-+])?(?<digits>[\\d., ]*\\d) ?(?<percent>%|percent|per cent)?");

    private static final Pattern FREQUENCY = Pattern.compile("1 in ([1-9]\\d{0,8})");
    private static final Pattern POINT = Pattern.compile("\\d+|\\d*\\.\\d+");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern SPACE_GROUPS = Pattern.compile("[1-9]\\d{0,2}( \\d{3})+([.,]\\d+)?");
    private static final Pattern POINT_GROUPS = Pattern.compile("[1-9]\\d{0,2}((\\.\\d{3})+,\\d+|(\\.\\d{3}){2,})");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(0|[1-9]\\d*)?,\\d+");

    private PrintedForms() {}

    static Printed read(String text) {
        Matcher frequency = FREQUENCY.matcher(plainCharacters(text));
        if (frequency.matches()) {
            return new PrintedFrequency(Long.parseLong(frequency.group(1)), text.strip());
        }
        Matcher matcher = WHOLE.matcher(plainCharacters(text));
        if (!matcher.matches()) {
            throw unreadable(text);
        }
        String sign = "-".equals(matcher.group("sign")) ? "-" : "";
        BigDecimal value = new BigDecimal(sign + pointOnly(matcher.group("digits"), text));
        Printed.Unit unit = matcher.group("percent") == null ? Printed.Unit.PLAIN : Printed.Unit.PERCENT;
        String relation = matcher.group("relation");
        PrintedNumber number = new PrintedNumber(value, unit, text.strip());
        return relation == null || relation.equals("=")
                ? number
                : new PrintedBound(relation(relation), number, text.strip());
    }

    /** One kind of space, minus, point and comparison, so that the patterns stay readable. */
    private static String plainCharacters(String text) {
        return text.replaceAll("[\u00a0\u2007\u2009\u202f]", " ")
                .strip()
                .replaceAll("[\u2212\u2013]", "-")
                .replaceAll("[\u00b7\u2219\u22c5]", ".")
                .replace('\u2a7d', '≤')
                .replace('\u2a7e', '≥');
    }

    private static String pointOnly(String digits, String text) {
        if (POINT.matcher(digits).matches()) {
            return digits;
        }
        if (COMMA_GROUPS.matcher(digits).matches()) {
            return digits.replace(",", "");
        }
        if (SPACE_GROUPS.matcher(digits).matches()) {
            return digits.replace(" ", "").replace(',', '.');
        }
        if (POINT_GROUPS.matcher(digits).matches()) {
            return digits.replace(".", "").replace(',', '.');
        }
        if (DECIMAL_COMMA.matcher(digits).matches()) {
            return digits.replace(',', '.');
        }
        throw unreadable(text);
    }

    private static PrintedBound.Relation relation(String sign) {
        return switch (sign) {
            case "<" -> PrintedBound.Relation.LESS;
            case ">" -> PrintedBound.Relation.GREATER;
            case "<=", "≤" -> PrintedBound.Relation.AT_MOST;
            default -> PrintedBound.Relation.AT_LEAST;
        };
    }

    private static InputException unreadable(String text) {
        return new InputException("'" + text + "' cannot be read as a printed number; " + THERE_ARE);
    }
}
