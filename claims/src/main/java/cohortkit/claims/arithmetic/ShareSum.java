package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.PrintedRange;
import cohortkit.claims.Rounding;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Boxes;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts against their sum, each with its rounding: percentages of exclusive groups against the printed percentage of all of
 * them, or against the whole.
 *
 * <pre>{@code
 * ShareSum.ofWhole("66.7%", "22%", "11.3%").checked()          // 66.7% + 22% + 11.3%: POSSIBLE, sum: ...
 * ShareSum.of("18.8%", "5.8%", "13.0%").checked().verdict().kind()   // POSSIBLE
 * ShareSum.ofWhole("40%", "40%", "40%").checked().verdict().kind()   // CONTRADICTED
 * }</pre>
 *
 * @param parts two or more
 * @param sum as printed; empty for the whole, exactly 1
 */
public record ShareSum(List<Printed> parts, Optional<Printed> sum) implements Check {

    /** Checks the number of parts. */
    public ShareSum {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new InputException("a sum needs two parts or more; was " + parts);
        }
    }

    /** Parts of a printed sum, from the texts as printed. */
    public static ShareSum of(String sum, String... parts) {
        return new ShareSum(Stream.of(parts).map(Printed::parse).toList(), Optional.of(Printed.parse(sum)));
    }

    /** Parts of the whole, from the texts as printed. */
    public static ShareSum ofWhole(String... parts) {
        return new ShareSum(Stream.of(parts).map(Printed::parse).toList(), Optional.empty());
    }

    @Override
    public Checked checked() {
        String figures = parts.stream().map(Printed::toString).collect(Collectors.joining(" + "))
                + sum.map(s -> " = " + s).orElse("");
        return new Checked("sum", figures, verdict(), "groups that exclude each other");
    }

    private Verdict verdict() {
        if (sum.isPresent()) {
            return Boxes.verdict(sum.get(), this::range);
        }
        String text = "parts sum to " + Boxes.text(parts.get(0), range(Rounding.HALF_EITHER));
        if (range(Rounding.HALF_EITHER).contains(1)) {
            return new Verdict.Possible(text);
        }
        if (range(Rounding.TRUNCATED).contains(1)) {
            return new Verdict.Possible(text + ": only if truncated");
        }
        return range(Rounding.ANY).contains(1)
                ? new Verdict.Possible(text + ": only if some were truncated and some rounded")
                : new Verdict.Contradicted(text + ", not to the whole");
    }

    private PrintedRange range(Rounding rounding) {
        double lower = 0;
        double upper = 0;
        for (Printed part : parts) {
            lower += part.range(rounding).lower();
            upper += part.range(rounding).upper();
        }
        // Decimal digits add up exactly; their doubles do not.
        return new PrintedRange(lower - 1e-12, upper + 1e-12);
    }
}
