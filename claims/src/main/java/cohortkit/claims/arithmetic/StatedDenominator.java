package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.core.InputException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Percentages whose text names one group, while their whole numbers fit another: which of a study's groups has a count for
 * each of them.
 *
 * <pre>{@code
 * var severity = StatedDenominator.of("with RLS", Map.of("with RLS", 52L, "all", 109L), "22.0%", "20.2%");
 * severity.fitting()                     // [all]
 * severity.checked().verdict().kind()    // CONTRADICTED
 * }</pre>
 *
 * @param stated the group that the text names, one of {@code groups}
 * @param groups the study's groups by name, with their sizes
 * @param shares as printed
 */
public record StatedDenominator(String stated, Map<String, Long> groups, List<Printed> shares) implements Check {

    /** Checks that the stated group is there. */
    public StatedDenominator {
        groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        shares = List.copyOf(shares);
        if (!groups.containsKey(stated)) {
            throw new InputException("there is no group '" + stated + "'; there are " + groups.keySet());
        }
        if (shares.isEmpty()) {
            throw new InputException("give the percentages to check");
        }
    }

    /** From the texts as printed. */
    public static StatedDenominator of(String stated, Map<String, Long> groups, String... shares) {
        return new StatedDenominator(
                stated, groups, Stream.of(shares).map(Printed::parse).toList());
    }

    /** The groups of which every percentage is a whole number, rounded to the nearest, by name. */
    public List<String> fitting() {
        return groups.keySet().stream()
                .filter(name ->
                        shares.stream().allMatch(share -> kind(share, groups.get(name)) == Verdict.Kind.CONSISTENT))
                .toList();
    }

    private static Verdict.Kind kind(Printed share, Long n) {
        return new ShareOfTotal(share, n).checked().verdict().kind();
    }

    @Override
    public Checked checked() {
        String figures = shares.stream().map(Printed::toString).collect(Collectors.joining(", "));
        return new Checked(
                "denominator", figures + " of " + text(stated), verdict(), "no missing answers in the group");
    }

    private Verdict verdict() {
        List<String> wrong = shares.stream()
                .map(share ->
                        new ShareOfTotal(share, groups.get(stated)).checked().verdict())
                .filter(verdict -> verdict.kind() == Verdict.Kind.CONTRADICTED)
                .map(Verdict::reason)
                .toList();
        List<String> others = fitting();
        String fits = others.isEmpty()
                ? "no group fits all"
                : "all fit " + others.stream().map(this::text).collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            return new Verdict.Contradicted(fits + "; " + String.join("; ", wrong));
        }
        return others.contains(stated)
                ? new Verdict.Consistent(fits)
                : new Verdict.Possible("only if truncated; else " + fits);
    }

    private String text(String group) {
        return group + " (n = " + groups.get(group) + ")";
    }
}
