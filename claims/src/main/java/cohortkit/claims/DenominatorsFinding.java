package cohortkit.claims;

import cohortkit.core.InputException;

/** A printed share of an unknown number of people: of how many denominators up to a known bound it can be the share. */
record DenominatorsFinding(long largest) implements Finding {

    DenominatorsFinding {
        if (largest < 1) {
            throw new InputException("the largest denominator must be at least 1; was " + largest);
        }
    }

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.FEASIBLE_SET;
    }

    @Override
    public String text() {
        return "some count of 1 to " + largest;
    }

    @Override
    public String convention() {
        return "whole numbers out of each denominator";
    }

    @Override
    public Verdict verdict(Figure figure) {
        figure.requireNoLimits("a count out of an unknown denominator");
        if (figure.printed().isEmpty()) {
            return new Verdict.NotCheckable("it prints no share");
        }
        long agreeing = 0;
        for (long n = 1; n <= largest; n++) {
            IntegersFinding counts =
                    IntegersFinding.of(n).about(figure.printed().get());
            agreeing += counts.low() <= counts.high() ? 1 : 0;
        }
        String found = agreeing + " of the denominators 1 to " + largest + " have a count that prints as "
                + figure.printed().get();
        if (agreeing == 0) {
            return new Verdict.Contradicted(found);
        }
        return agreeing == largest ? new Verdict.Consistent(found) : new Verdict.Possible(found);
    }
}
