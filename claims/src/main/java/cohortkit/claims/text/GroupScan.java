package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.arithmetic.CountShare;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Doubtful;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts with percentages behind a named group, as in "of the 203 patients, 29 (14.3%) had RLS". The total is the group, or a
 * count between them that fits better, as a subgroup of a subgroup has it.
 */
final class GroupScan {

    private static final Pattern GROUP =
            Pattern.compile("(?i)\\b(?:of|among) (?:the |these |those |our |all )*(?<total>\\d[\\d,]*)(?= \\p{L})");
    private static final Pattern COUNT = Pattern.compile(
            "(?<![\\d.,/=±-])(?<![/=±-] )(?<count>\\d[\\d,]*)(?: \\p{L}[\\p{L}-]*){0,2} ?[(\\[] ?(?<share>"
                    + Patterns.PERCENT + ") ?[)\\]]");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])\\d[\\d,]*(?![\\d.,]*\\d| ?%)");

    private final String sentence;

    private GroupScan(String sentence) {
        this.sentence = sentence;
    }

    static List<Check> of(String sentence) {
        return new GroupScan(sentence).checks();
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        List<Matcher> groups = Matches.all(GROUP, sentence);
        for (Matcher count : Matches.all(COUNT, sentence)) {
            groups.stream()
                    .filter(group -> group.end() <= count.start())
                    .reduce((first, last) -> last)
                    .filter(group -> isNoShareOf(group, count))
                    .ifPresent(group -> Matches.add(checks, () -> check(group, count)));
        }
        return checks;
    }

    /** "48 of the 59 patients (81.3%)" has its percentage of the group already. */
    private static boolean isNoShareOf(Matcher group, Matcher count) {
        return group.start("total") != count.start("count");
    }

    private Check check(Matcher group, Matcher found) {
        long count = Matches.whole(found.group("count"));
        Printed share = Matches.share(found.group("share"));
        CountShare ofGroup = new CountShare(count, Matches.whole(group.group("total")), share);
        if (!ofGroup.checked().isContradicted()) {
            return ofGroup;
        }
        List<Long> between = numbers(group.end(), found.start("count"));
        OptionalLong better = between.stream()
                .mapToLong(Long::longValue)
                .filter(n -> n >= count && n > 0 && share.admits(count, n))
                .findFirst();
        if (better.isPresent()) {
            return new CountShare(count, better.getAsLong(), share);
        }
        return between.isEmpty() ? ofGroup : new Doubtful(ofGroup, "it may be of others");
    }

    private List<Long> numbers(int from, int to) {
        return Matches.all(NUMBER, sentence.substring(from, to)).stream()
                .filter(m -> m.group().length() < 12)
                .map(m -> Matches.whole(m.group()))
                .toList();
    }
}
