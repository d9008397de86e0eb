package cohortkit.claims;

import cohortkit.core.Convention;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** A value of which only the range is known. */
record RangeFinding(
        EvidenceLevel level, Measure measure, double lowest, double highest, Convention how, Predicate<Printed> occurs)
        implements Finding {

    RangeFinding {
        if (!(lowest <= highest)) {
            throw new InputException(
                    "a range of the " + measure.label() + " needs lowest <= highest; was " + lowest + " to " + highest);
        }
        if (level == EvidenceLevel.NONE) {
            throw new InputException("a range rests on evidence; without any, answer Finding.notCheckable(reason)");
        }
    }

    static String text(Measure measure, double lowest, double highest) {
        String low = text(measure, lowest);
        String high = text(measure, highest);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String text(Measure measure, double x) {
        return Estimate.withoutInterval(measure, x, Convention.of("", "")).toString();
    }

    @Override
    public OptionalDouble value() {
        return lowest == highest ? OptionalDouble.of(lowest) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble lower() {
        return OptionalDouble.of(lowest);
    }

    @Override
    public OptionalDouble upper() {
        return OptionalDouble.of(highest);
    }

    @Override
    public String text() {
        return text(measure, lowest, highest);
    }

    @Override
    public String convention() {
        return how.toString();
    }

    @Override
    public Verdict verdict(Figure figure) {
        figure.requireNoLimits("a range of the " + measure.label());
        if (figure.printed().isEmpty()) {
            return new Verdict.NotCheckable("it prints no number to hold against " + text());
        }
        Printed printed = figure.printed().get();
        String found =
                lowest == highest ? printed.beside(lowest) : printed.beside(lowest) + " to " + printed.beside(highest);
        if (printed.admitsAll(lowest, highest)) {
            return new Verdict.Consistent("printed " + printed + ", computed " + found);
        }
        return printed.admitsSome(lowest, highest) && occurs.test(printed)
                ? new Verdict.Possible("printed " + printed + " holds a part of " + found)
                : new Verdict.Contradicted("printed " + printed + ", computed " + found);
    }
}
