package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.check.Check;
import cohortkit.claims.feasible.RecoveredCount;
import cohortkit.claims.feasible.RecoveredCount.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A group whose count is printed against one whose size alone is, as in "39 of 182 patients, more than in the 108 controls". */
final class RecoveredScan {

    private static final Pattern GROUPS =
            Pattern.compile("(?<![\\d.,/])(?<count>\\d[\\d,]*) ?(?:/|(?:out )?of(?: the| all)?) ?"
                    + "(?<people>\\d[\\d,]*)(?![\\d/])(?: \\p{L}[\\p{L}-]*){0,3}(?: ?[(\\[]" + Patterns.PERCENT
                    + "[)\\]])?,? (?<words>(?:\\p{L}[\\p{L}-]* ){1,8})(?<others>\\d[\\d,]*)(?: \\p{L}[\\p{L}-]*){1,4}["
                    + " ,;]{0,2}[(\\[]?"
                    + Patterns.P);
    private static final Pattern THAN = Pattern.compile("(?i)(?<side>more|higher|fewer|less|lower)\\b.*\\bthan\\b.*");

    private RecoveredScan() {}

    static List<Check> of(String sentence) {
        List<Check> checks = new ArrayList<>();
        for (Matcher found : Matches.all(GROUPS, sentence)) {
            side(found.group("words"))
                    .ifPresent(side -> Matches.add(checks, () -> {
                        Printed p = Matches.p(found);
                        return new RecoveredCount(
                                Matches.whole(found.group("count")),
                                Matches.whole(found.group("people")),
                                Matches.whole(found.group("others")),
                                p,
                                side);
                    }));
        }
        return checks;
    }

    /** Empty where the words do not compare. */
    private static Optional<Side> side(String words) {
        Matcher than = THAN.matcher(words.strip() + " ");
        if (than.find()) {
            return Optional.of(than.group("side").matches("(?i)more|higher") ? Side.FEWER : Side.MORE);
        }
        return words.matches("(?i).*\\b(?:versus|vs|against|compared (?:with|to))\\b.*")
                ? Optional.of(Side.EITHER)
                : Optional.empty();
    }
}
