package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.Optional;

/**
 * Sensitivity, specificity and prevalence against the predictive values that they imply by Bayes' theorem. Each predictive
 * value is monotone in the three, so that its ends lie at corners of the rounding box.
 *
 * <pre>{@code
 * PredictiveValues.of("90%", "84%", "14%", "48%", "98%").checked().verdict().kind()   // POSSIBLE
 * PredictiveValues.of("90%", "84%", "14%", "90%", "98%").checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param sensitivity as printed
 * @param specificity as printed
 * @param prevalence as printed
 * @param positive the positive predictive value, if printed
 * @param negative the negative predictive value, if printed
 */
public record PredictiveValues(
        Printed sensitivity,
        Printed specificity,
        Printed prevalence,
        Optional<Printed> positive,
        Optional<Printed> negative)
        implements Check {

    /** Checks that the figures are shares and that there is something to check. */
    public PredictiveValues {
        if (positive.isEmpty() && negative.isEmpty()) {
            throw new InputException("give a positive or a negative predictive value to check");
        }
        for (Printed share : new Printed[] {sensitivity, specificity, prevalence}) {
            if (share.range().lower() > 1) {
                throw new InputException("a share is at most 1, or 100%; was '" + share + "': is a % missing?");
            }
        }
    }

    /** With both predictive values, from the texts as printed. */
    public static PredictiveValues of(
            String sensitivity, String specificity, String prevalence, String positive, String negative) {
        return new PredictiveValues(
                Printed.parse(sensitivity),
                Printed.parse(specificity),
                Printed.parse(prevalence),
                Optional.of(Printed.parse(positive)),
                Optional.of(Printed.parse(negative)));
    }

    @Override
    public Checked checked() {
        String figures = "Se " + sensitivity + ", Sp " + specificity + ", prevalence " + prevalence
                + positive.map(v -> ", PPV " + v).orElse("")
                + negative.map(v -> ", NPV " + v).orElse("");
        return new Checked("predictive values", figures, verdict(), "one group of people");
    }

    private Verdict verdict() {
        Optional<Verdict> first = positive.map(v -> Boxes.verdict(v, this::positives));
        Optional<Verdict> second = negative.map(v -> Boxes.verdict(v, this::negatives));
        String text = first.map(v -> "PPV " + v.reason()).orElse("")
                + (first.isPresent() && second.isPresent() ? "; " : "")
                + second.map(v -> "NPV " + v.reason()).orElse("");
        if (is(first, Verdict.Kind.CONTRADICTED) || is(second, Verdict.Kind.CONTRADICTED)) {
            return new Verdict.Contradicted(text);
        }
        return is(first, Verdict.Kind.POSSIBLE) || is(second, Verdict.Kind.POSSIBLE)
                ? new Verdict.Possible(text)
                : new Verdict.Consistent(text);
    }

    private static boolean is(Optional<Verdict> verdict, Verdict.Kind kind) {
        return verdict.filter(v -> v.kind() == kind).isPresent();
    }

    private PrintedRange positives(Rounding rounding) {
        PrintedRange se = share(sensitivity, rounding);
        PrintedRange sp = share(specificity, rounding);
        PrintedRange p = share(prevalence, rounding);
        return new PrintedRange(
                bayes(se.lower(), 1 - sp.lower(), p.lower()), bayes(se.upper(), 1 - sp.upper(), p.upper()));
    }

    private PrintedRange negatives(Rounding rounding) {
        PrintedRange se = share(sensitivity, rounding);
        PrintedRange sp = share(specificity, rounding);
        PrintedRange p = share(prevalence, rounding);
        return new PrintedRange(
                bayes(sp.lower(), 1 - se.lower(), 1 - p.upper()), bayes(sp.upper(), 1 - se.upper(), 1 - p.lower()));
    }

    private static double bayes(double right, double wrong, double share) {
        double found = right * share;
        double all = found + wrong * (1 - share);
        return all == 0 ? 1 : found / all;
    }

    private static PrintedRange share(Printed printed, Rounding rounding) {
        PrintedRange range = printed.range(rounding);
        return new PrintedRange(Math.max(0, Math.min(1, range.lower())), Math.max(0, Math.min(1, range.upper())));
    }
}
