package cohortkit.claims;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** One estimate, held against the digits or, for a figure in words, against a condition. */
record EstimateFinding(EvidenceLevel level, Estimate estimate, Optional<Predicate<Estimate>> statement)
        implements Finding {

    static EstimateFinding printed(EvidenceLevel level, Estimate estimate) {
        return new EstimateFinding(level, estimate, Optional.empty());
    }

    static EstimateFinding statement(EvidenceLevel level, Estimate estimate, Predicate<Estimate> holds) {
        if (level == EvidenceLevel.NONE) {
            throw new InputException("a statement rests on evidence; without any, answer Finding.notCheckable(reason)");
        }
        return new EstimateFinding(level, estimate, Optional.of(holds));
    }

    @Override
    public OptionalDouble value() {
        return known(estimate.value());
    }

    @Override
    public OptionalDouble lower() {
        return known(estimate.interval().lower());
    }

    @Override
    public OptionalDouble upper() {
        return known(estimate.interval().upper());
    }

    static OptionalDouble known(double x) {
        return Double.isNaN(x) ? OptionalDouble.empty() : OptionalDouble.of(x);
    }

    @Override
    public Optional<Estimate> estimated() {
        return Optional.of(estimate);
    }

    @Override
    public String text() {
        return estimate.toString();
    }

    @Override
    public String convention() {
        return estimate.convention().toString();
    }

    @Override
    public Verdict verdict(Figure figure) {
        if (statement.isPresent()) {
            return onStatement(statement.get().test(estimate));
        }
        if (figure.printed().isEmpty()) {
            return new Verdict.NotCheckable("it prints no number to hold against " + text());
        }
        List<String> differences = differences(figure, estimate);
        return differences.isEmpty()
                ? new Verdict.Reproduced("printed " + figure.asPrinted() + ", computed " + text())
                : new Verdict.Contradicted(String.join("; ", differences));
    }

    private Verdict onStatement(boolean holds) {
        if (!holds) {
            return new Verdict.Contradicted(text() + " does not agree with the words");
        }
        String reason = text() + " agrees with the words";
        return level.isData() ? new Verdict.Reproduced(reason) : new Verdict.Consistent(reason);
    }

    /** What of the figure an estimate does not print as: value, lower limit, upper limit. */
    static List<String> differences(Figure figure, Estimate estimate) {
        if (figure.hasLimits() && !estimate.interval().exists()) {
            figure.requireNoLimits("the estimate " + estimate);
        }
        List<String> differences = new ArrayList<>();
        figure.printed().ifPresent(printed -> compare("", printed, estimate.value(), differences));
        figure.lower()
                .ifPresent(printed ->
                        compare("lower limit ", printed, estimate.interval().lower(), differences));
        figure.upper()
                .ifPresent(printed ->
                        compare("upper limit ", printed, estimate.interval().upper(), differences));
        return differences;
    }

    private static void compare(String part, Printed printed, double x, List<String> differences) {
        if (!printed.admits(x)) {
            String fits = printed.roundingThatAdmits(x)
                    .map(rounding -> " (fits if " + rounding.label() + ")")
                    .orElse("");
            differences.add(part + "printed " + printed + ", computed " + printed.beside(x) + fits);
        }
    }
}
