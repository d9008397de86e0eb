package cohortkit.claims;

import cohortkit.core.DisplayNumber;
import java.util.Optional;
import java.util.OptionalDouble;

/** A printed p-value of a paired change: which correlations of before and after make it possible. */
record PairedFinding(PairedChange change, Optional<PrintedRange> correlations) implements Finding {

    @Override
    public Finding about(Figure figure) {
        return new PairedFinding(change, figure.printed().flatMap(change::correlationsFor));
    }

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.ARITHMETIC;
    }

    @Override
    public OptionalDouble lower() {
        return OptionalDouble.of(change.pValue(1));
    }

    @Override
    public OptionalDouble upper() {
        return OptionalDouble.of(change.pValue(-1));
    }

    @Override
    public String text() {
        return correlations
                .map(r -> "p as printed if r is " + DisplayNumber.fixed(r.lower(), 2) + " to "
                        + DisplayNumber.fixed(r.upper(), 2))
                .orElse("p " + DisplayNumber.pValue(change.pValue(1)) + " to "
                        + DisplayNumber.pValue(change.pValue(-1)));
    }

    @Override
    public String convention() {
        return "paired t test, correlation unknown";
    }

    @Override
    public Verdict verdict(Figure figure) {
        figure.requireNoLimits("the p-value of a paired test");
        if (figure.printed().isEmpty()) {
            return new Verdict.NotCheckable("it prints no p-value");
        }
        Printed p = figure.printed().get();
        Optional<PrintedRange> possible = change.correlationsFor(p);
        if (possible.isEmpty()) {
            return new Verdict.Contradicted("no correlation of before and after gives p " + p);
        }
        if (p.admitsAll(change.pValue(1), change.pValue(-1))) {
            return new Verdict.Consistent("every correlation of before and after gives p " + p);
        }
        return new Verdict.Possible("p " + p + " needs a correlation of before and after from "
                + DisplayNumber.fixed(possible.get().lower(), 2) + " to "
                + DisplayNumber.fixed(possible.get().upper(), 2));
    }
}
