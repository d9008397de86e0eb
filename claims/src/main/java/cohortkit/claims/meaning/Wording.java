package cohortkit.claims.meaning;

import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that say more than a design can show: people said to "develop" what a single look found them to have, causes read
 * off an association. Such a claim is not contradicted; these data cannot decide it.
 *
 * <pre>{@code
 * var wording = new Wording("They were more likely to develop insomnia.", Design.CROSS_SECTIONAL);
 * wording.words()                      // [develop]
 * wording.checked().verdict().kind()   // NOT_CHECKABLE
 * }</pre>
 *
 * @param sentence the claim
 * @param design of the data behind it
 */
public record Wording(String sentence, Design design) implements Check {

    private static final Pattern WORDS = Pattern.compile("(?i)\\b(?:develop(?:s|ed|ing)?|onset|incidence|"
            + "(?:increase|raise|reduce)[sd]? (?:the |a |their |your )?(?:\\w+ )?risk|risk of developing|cause[sd]?|"
            + "trigger(?:s|ed)?|lead(?:s|ing)? to|led to|result(?:s|ed)? in|due to)\\b");

    /** The words in question, as they stand. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(sentence);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return List.copyOf(words);
    }

    /** The check, if the sentence has such a word and the design did not see time pass. */
    public static Optional<Wording> in(String sentence, Design design) {
        Wording wording = new Wording(sentence, design);
        return design == Design.UNKNOWN
                        || design.sawTimePass()
                        || wording.words().isEmpty()
                ? Optional.empty()
                : Optional.of(wording);
    }

    @Override
    public Checked checked() {
        String quoted = words().stream().distinct().map(w -> "\"" + w + "\"").collect(Collectors.joining(", "));
        return new Checked("wording", quoted.isEmpty() ? "no such word" : quoted, verdict(quoted), "");
    }

    private Verdict verdict(String quoted) {
        if (quoted.isEmpty() || design.sawTimePass()) {
            return new Verdict.Possible("nothing that a " + design.label() + " design could not show");
        }
        return new Verdict.NotCheckable(
                "the design is " + design.label() + ": it shows who has it, not who develops it, nor what causes it");
    }
}
