package cohortkit.core;

import cohortkit.core.ConditionToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into its words. */
final class ConditionLexer {

    // The date before the number, or 2020-01-31 would be a difference.
    private static final Pattern TOKEN = Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2}(?![\\w.]))"
            + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?![\\p{L}\\d_.]))"
            + "|(?<word>[\\p{L}_.][\\p{L}\\p{Nd}_.]*)"
            + "|`(?<name>[^`]+)`"
            + "|\"(?<double>[^\"]*)\""
            + "|'(?<single>[^']*)'"
            + "|(?<sign><=|>=|<>|!=|==|[=<>+*/(),-])");

    private final Place start;
    private final String text;

    ConditionLexer(String text) {
        this.text = text;
        this.start = new Place(text, 0);
    }

    /** All words; the last is the end. */
    List<ConditionToken> tokens() {
        List<ConditionToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = blanks(0);
        while (at < text.length()) {
            Place place = start.shifted(at);
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw place.parseProblem(problem(text.charAt(at)));
            }
            tokens.add(token(matcher, place));
            at = blanks(matcher.end());
        }
        tokens.add(new ConditionToken(Kind.END, "", start.shifted(at)));
        return tokens;
    }

    private static ConditionToken token(Matcher matcher, Place place) {
        if (matcher.group("date") != null) {
            return new ConditionToken(Kind.DATE, matcher.group(), place);
        }
        if (matcher.group("number") != null) {
            return new ConditionToken(Kind.NUMBER, matcher.group(), place);
        }
        if (matcher.group("word") != null) {
            return new ConditionToken(Kind.WORD, matcher.group(), place);
        }
        if (matcher.group("name") != null) {
            return new ConditionToken(Kind.QUOTED_NAME, matcher.group("name"), place);
        }
        if (matcher.group("sign") != null) {
            return new ConditionToken(Kind.SIGN, matcher.group(), place);
        }
        String quoted = matcher.group("double") == null ? matcher.group("single") : matcher.group("double");
        return new ConditionToken(Kind.TEXT, quoted, place);
    }

    private static String problem(char found) {
        return switch (found) {
            case '`', '"', '\'' -> "a quote is not closed";
            case '&' -> "found '&'; write and";
            case '|' -> "found '|'; write or";
            case '!' -> "found '!'; write not, or != for different";
            default ->
                Character.isDigit(found)
                        ? "a number ends in a letter; a name that starts with a digit stands in backquotes"
                        : "found '" + found + "'; a name that is not a plain word stands in backquotes";
        };
    }

    private int blanks(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
