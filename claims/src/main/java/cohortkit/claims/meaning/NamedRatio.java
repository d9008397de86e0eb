package cohortkit.claims.meaning;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import cohortkit.core.Measure;

/**
 * A ratio, by the name that the paper gives it, against the two risks that it compares: a risk ratio called odds, or the
 * reverse, is contradicted, and the verdict says which measure it is.
 *
 * <pre>{@code
 * NamedRatio.of(Measure.RISK_RATIO, "35%", "16%", "2.2").checked().verdict().kind()   // POSSIBLE
 * NamedRatio.of(Measure.ODDS_RATIO, "35%", "16%", "2.2").checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param named risk ratio or odds ratio
 * @param exposed the risk among the exposed, as printed
 * @param unexposed the risk among the unexposed, as printed
 * @param ratio as printed
 */
public record NamedRatio(Measure named, Printed exposed, Printed unexposed, Printed ratio) implements Check {

    /** Checks the measure and the risks. */
    public NamedRatio {
        if (named != Measure.RISK_RATIO && named != Measure.ODDS_RATIO) {
            throw new InputException("name a risk ratio or an odds ratio; was " + named.label());
        }
        if (exposed.range().lower() > 1 || unexposed.range().lower() > 1) {
            throw new InputException(
                    "a risk is at most 1, or 100%; was '" + exposed + "' and '" + unexposed + "': is a % missing?");
        }
    }

    /** From the texts as printed. */
    public static NamedRatio of(Measure named, String exposed, String unexposed, String ratio) {
        return new NamedRatio(named, Printed.parse(exposed), Printed.parse(unexposed), Printed.parse(ratio));
    }

    @Override
    public Checked checked() {
        return new Checked(
                "ratio by its name",
                named.label() + " " + ratio + " of " + exposed + " vs " + unexposed,
                verdict(),
                "a crude ratio of these two risks");
    }

    private Verdict verdict() {
        Verdict verdict = Boxes.verdict(ratio, rounding -> range(named, rounding));
        if (verdict.kind() != Verdict.Kind.CONTRADICTED) {
            return verdict;
        }
        Measure other = named == Measure.RISK_RATIO ? Measure.ODDS_RATIO : Measure.RISK_RATIO;
        boolean fits = Boxes.overlap(ratio, rounding -> range(other, rounding), Rounding.HALF_EITHER);
        return fits
                ? new Verdict.Contradicted(verdict.reason() + ": it is their " + other.label() + ", "
                        + Boxes.text(ratio, range(other, Rounding.HALF_EITHER)))
                : verdict;
    }

    private PrintedRange range(Measure measure, Rounding rounding) {
        PrintedRange first = share(exposed, rounding);
        PrintedRange second = share(unexposed, rounding);
        return new PrintedRange(
                ratio(measure, first.lower(), second.upper()), ratio(measure, first.upper(), second.lower()));
    }

    private static double ratio(Measure measure, double p, double q) {
        double top = measure == Measure.RISK_RATIO ? p : p * (1 - q);
        double bottom = measure == Measure.RISK_RATIO ? q : q * (1 - p);
        return top == 0 ? 0 : top / bottom;
    }

    private static PrintedRange share(Printed printed, Rounding rounding) {
        PrintedRange range = printed.range(rounding);
        return new PrintedRange(Math.max(0, Math.min(1, range.lower())), Math.max(0, Math.min(1, range.upper())));
    }
}
