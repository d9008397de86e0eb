package cohortkit.claims;

import cohortkit.core.InputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The counts of a known denominator that print as a share: {@code low} to {@code high}, none if low is above.
 *
 * @param printed the figure's digits; empty until the figure is known
 */
record IntegersFinding(long denominator, Optional<Printed> printed, long low, long high) implements Finding {

    private static final int MOST_NAMED = 4;

    static IntegersFinding of(long denominator) {
        if (denominator < 1) {
            throw new InputException("a share needs a denominator of at least 1; was " + denominator);
        }
        return new IntegersFinding(denominator, Optional.empty(), 1, 0);
    }

    @Override
    public Finding about(Figure figure) {
        return figure.printed().map(this::about).orElse(this);
    }

    IntegersFinding about(Printed share) {
        // One to either side, for an end that the double cut off.
        long first = Math.max(0, count(share.range().lower(), RoundingMode.FLOOR) - 1);
        long last = Math.min(denominator, count(share.range().upper(), RoundingMode.CEILING) + 1);
        while (first <= last && !share.admits(first, denominator)) {
            first++;
        }
        while (first <= last && !share.admits(last, denominator)) {
            last--;
        }
        return new IntegersFinding(denominator, Optional.of(share), first, last);
    }

    private long count(double share, RoundingMode mode) {
        double clipped = Math.max(-1, Math.min(2, share));
        return new BigDecimal(clipped)
                .multiply(BigDecimal.valueOf(denominator))
                .setScale(0, mode)
                .longValue();
    }

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.FEASIBLE_SET;
    }

    @Override
    public OptionalDouble value() {
        return low == high ? lower() : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble lower() {
        return share(low);
    }

    @Override
    public OptionalDouble upper() {
        return share(high);
    }

    private OptionalDouble share(long count) {
        return low > high ? OptionalDouble.empty() : OptionalDouble.of((double) count / denominator);
    }

    @Override
    public String text() {
        return (low > high ? "none" : counts()) + " of " + denominator;
    }

    private String counts() {
        if (high - low >= MOST_NAMED) {
            return low + " to " + high;
        }
        String last = Long.toString(high);
        return low == high
                ? last
                : LongStream.range(low, high).mapToObj(Long::toString).collect(Collectors.joining(", ")) + " or "
                        + last;
    }

    @Override
    public String convention() {
        return "whole numbers out of " + denominator;
    }

    @Override
    public Verdict verdict(Figure figure) {
        figure.requireNoLimits("a count out of " + denominator);
        if (figure.printed().isEmpty()) {
            return new Verdict.NotCheckable("it prints no share of " + denominator);
        }
        Printed share = figure.printed().get();
        IntegersFinding found = about(share);
        if (found.low > found.high) {
            return new Verdict.Contradicted(
                    "no count of " + denominator + " prints as " + share + ": " + nearest(share));
        }
        return new Verdict.Consistent((found.low == found.high ? "only " : "")
                + found.text()
                + (found.low == found.high ? " prints as " : " print as ")
                + share);
    }

    /** The counts on either side of the printed share, and the rounding by which one of them would fit. */
    private String nearest(Printed share) {
        PrintedRange range = share.range();
        double middle = Double.isInfinite(range.lower())
                ? range.upper()
                : Double.isInfinite(range.upper()) ? range.lower() : (range.lower() + range.upper()) / 2;
        long below = Math.max(0, Math.min(denominator - 1, count(middle, RoundingMode.FLOOR)));
        return beside(below, share) + ", " + beside(below + 1, share);
    }

    private String beside(long count, Printed share) {
        String rounding = share.roundingThatAdmits(count, denominator)
                .map(r -> " (fits if " + r.label() + ")")
                .orElse("");
        return count + " is " + share.beside((double) count / denominator) + rounding;
    }
}
