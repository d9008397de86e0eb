package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.check.Check;
import cohortkit.core.InputException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pattern finds in a sentence, and the checks that are made of it. */
final class Matches {

    private Matches() {}

    /** Each match, from left to right. */
    static List<Matcher> all(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .map(found -> at(pattern, sentence, found))
                .toList();
    }

    private static Matcher at(Pattern pattern, String sentence, MatchResult found) {
        Matcher matcher = pattern.matcher(sentence);
        if (!matcher.find(found.start())) {
            throw new IllegalStateException("a match is lost: " + pattern);
        }
        return matcher;
    }

    /** A figure that looks like one and is none, such as 3/2 (5%), is nothing to check. */
    static void add(List<Check> checks, Supplier<Check> check) {
        try {
            checks.add(check.get());
        } catch (InputException notSuchAFigure) {
            return;
        }
    }

    static Printed p(Matcher m) {
        return Printed.parse("p" + m.group("rel") + m.group("p"));
    }

    static Printed share(String text) {
        return Printed.parse(text.replaceAll(" ?per ?cent", "%"));
    }

    static long whole(String digits) {
        try {
            return Long.parseLong(digits.replace(",", ""));
        } catch (NumberFormatException e) {
            throw new InputException("'" + digits + "' is too long for a count", e);
        }
    }
}
