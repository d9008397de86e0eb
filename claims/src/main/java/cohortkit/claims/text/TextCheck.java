package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.arithmetic.IntervalP;
import cohortkit.claims.arithmetic.ShareLimits;
import cohortkit.claims.arithmetic.ShareOfTotal;
import cohortkit.claims.arithmetic.SwappedPValues;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Doubtful;
import cohortkit.claims.meaning.Design;
import cohortkit.claims.meaning.SubgroupClaim;
import cohortkit.claims.meaning.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of a text, each checked: sentence by sentence, with the sample size and the percentages of the sentences before
 * where a claim needs them.
 *
 * <pre>{@code
 * var text = TextCheck.of("Long dialysis mattered (OR 2.32, 95% CI 1.23-4.39, p=.002).");
 * text.findings().size()      // 1
 * text.hasContradiction()     // true
 * }</pre>
 *
 * @param sentences how many have a number
 * @param findings in the order of the text
 */
public record TextCheck(int sentences, List<TextFinding> findings) {

    private static final int MEMORY = 2;

    /** Copies the findings. */
    public TextCheck {
        findings = List.copyOf(findings);
    }

    /** Of plain text; the design is what a sentence itself names. */
    public static TextCheck of(String text) {
        return of(text, Design.UNKNOWN);
    }

    /** Of plain text from a study of a known design. */
    public static TextCheck of(String text, Design design) {
        Reader reader = new Reader(design);
        for (String sentence : Sentences.of(text)) {
            reader.read(sentence);
        }
        return reader.result();
    }

    /** Whether a figure is contradicted by every rounding rule. */
    public boolean hasContradiction() {
        return findings.stream().anyMatch(finding -> finding.checked().isContradicted());
    }

    /** What has been read so far. */
    private static final class Reader {

        private final Design design;
        private final List<String> before = new ArrayList<>();
        private final List<TextFinding> findings = new ArrayList<>();
        private final List<IntervalP> estimates = new ArrayList<>();
        private final TableRows rows = new TableRows();
        private final CountRows counts = new CountRows(findings::add);
        private boolean isCounted;
        private int numbered;
        private int number;
        private OptionalLong people = OptionalLong.empty();
        private int since;

        Reader(Design design) {
            this.design = design;
        }

        void read(String sentence) {
            number++;
            boolean hasNumber = Patterns.HAS_NUMBER.matcher(sentence).find();
            numbered += hasNumber ? 1 : 0;
            List<Check> checks = new ArrayList<>(scan(sentence));
            if (hasNumber) {
                subgroup(sentence).ifPresent(checks::add);
            }
            Design here = design == Design.UNKNOWN ? Design.of(sentence) : design;
            Wording.in(sentence, here).ifPresent(checks::add);
            checks.forEach(check -> findings.add(new TextFinding(number, sentence, check.checked())));
            checks.stream().filter(IntervalP.class::isInstance).forEach(check -> estimates.add((IntervalP) check));
            rememberPeople(sentence);
            if (checks.stream().allMatch(Reader::isOfLimits) && !isCounted) {
                shares(sentence);
            }
            before.add(sentence);
        }

        /** A percentage with its limits, whose people may stand elsewhere in the sentence. */
        private static boolean isOfLimits(Check check) {
            return check instanceof ShareLimits
                    || (check instanceof Doubtful doubtful && doubtful.check() instanceof ShareLimits);
        }

        private List<Check> scan(String sentence) {
            if (TableRows.isRow(sentence)) {
                isCounted = counts.read(number, sentence);
                return rows.read(sentence);
            }
            isCounted = false;
            rows.end();
            counts.end();
            return SentenceScan.of(sentence, since <= MEMORY ? people : OptionalLong.empty());
        }

        private void rememberPeople(String sentence) {
            since++;
            Matcher matcher = Patterns.PEOPLE.matcher(sentence);
            while (matcher.find()) {
                people = OptionalLong.of(Matches.whole(matcher.group("total")));
                since = 0;
            }
        }

        /** Percentages near a sample size, which may be of others: never a contradiction. */
        private void shares(String sentence) {
            if (people.isEmpty() || people.getAsLong() < 1 || since > MEMORY) {
                return;
            }
            Matcher matcher = Patterns.SHARE.matcher(sentence);
            while (matcher.find()) {
                Check share = new Doubtful(
                        new ShareOfTotal(Matches.share(matcher.group("share")), people.getAsLong()),
                        "it may be of others");
                findings.add(new TextFinding(number, sentence, share.checked()));
            }
        }

        private Optional<Check> subgroup(String sentence) {
            Matcher matcher = Patterns.SUBGROUP.matcher(sentence);
            if (people.isEmpty() || people.getAsLong() < 1 || !matcher.find()) {
                return Optional.empty();
            }
            long total = people.getAsLong();
            Printed claim = Printed.parse(matcher.group("claim"));
            return shareOf(matcher.group("condition"))
                    .flatMap(condition -> shareOf(matcher.group("group"))
                            .map(group -> new SubgroupClaim(condition, group, total, claim)));
        }

        /** The last percentage before that is said of a word. */
        private Optional<Printed> shareOf(String word) {
            Pattern pattern = Pattern.compile(
                    "(?<share>" + Patterns.PERCENT + ")[^.%\\d]{0,40}?\\b" + Pattern.quote(word) + "\\b",
                    Pattern.CASE_INSENSITIVE);
            for (int i = before.size() - 1; i >= 0; i--) {
                Matcher matcher = pattern.matcher(before.get(i));
                if (matcher.find()) {
                    return Optional.of(Printed.parse(matcher.group("share")));
                }
            }
            return Optional.empty();
        }

        TextCheck result() {
            counts.end();
            SwappedPValues swapped = new SwappedPValues(estimates);
            if (!swapped.pairs().isEmpty()) {
                findings.add(new TextFinding(number, "all estimates together", swapped.checked()));
            }
            return new TextCheck(numbered, findings);
        }
    }
}
