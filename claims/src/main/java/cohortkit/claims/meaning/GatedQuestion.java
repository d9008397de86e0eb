package cohortkit.claims.meaning;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.DisplayNumber;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.table.TwoByTwo;

/**
 * Two answers of a questionnaire that were asked only behind a gate, so that everybody with either answer passed it: among
 * those asked, the gate is a collider, and the odds ratio may turn round.
 *
 * <pre>{@code
 * var diagnoses = new GatedQuestion(new TwoByTwo(5, 38, 180, 12462), 854, Printed.parse("0.46"));
 * diagnoses.inAll()                      // 9.11 (95 % CI 3.54 to 23.41; log Wald)
 * diagnoses.amongAsked()                 // 0.46 (95 % CI 0.18 to 1.19; log Wald)
 * diagnoses.checked().verdict().kind()   // POSSIBLE
 * }</pre>
 *
 * @param all everybody; those not asked count as without either
 * @param asked how many passed the gate
 * @param ratio the odds ratio as printed
 */
public record GatedQuestion(TwoByTwo all, long asked, Printed ratio) implements Check {

    /** Checks that everybody with either answer was asked. */
    public GatedQuestion {
        if (asked < all.a() + all.b() + all.c() || asked > all.n()) {
            throw new InputException("between " + (all.a() + all.b() + all.c()) + " and " + all.n()
                    + " people can have been asked; was " + asked);
        }
    }

    /** Of everybody. */
    public Estimate inAll() {
        return all.oddsRatio();
    }

    /** Of those who were asked. */
    public Estimate amongAsked() {
        return new TwoByTwo(all.a(), all.b(), all.c(), asked - all.a() - all.b() - all.c()).oddsRatio();
    }

    /** Whether the gate turns the association round. */
    public boolean isReversed() {
        return (inAll().value() - 1) * (amongAsked().value() - 1) < 0;
    }

    @Override
    public Checked checked() {
        return new Checked("gated question", "OR " + ratio, verdict(), "those not asked have neither");
    }

    private Verdict verdict() {
        String text = "odds ratio " + DisplayNumber.ratio(inAll().value()) + " in all " + all.n() + ", "
                + DisplayNumber.ratio(amongAsked().value()) + " among the " + asked + " asked"
                + (isReversed() ? ": the gate turns it round" : "");
        if (ratio.admits(inAll().value())) {
            return new Verdict.Consistent(text);
        }
        return ratio.admits(amongAsked().value())
                ? new Verdict.Possible(text + "; it holds among those asked alone")
                : new Verdict.Contradicted(text);
    }
}
