package cohortkit.claims.text;

import cohortkit.claims.Verdict;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts of people against their printed sum, which has no rounding.
 *
 * @param parts of people who are in one of them alone
 * @param sum as printed
 * @param what they are, such as "columns"
 */
record CountSum(List<Long> parts, long sum, String what) implements Check {

    CountSum {
        parts = List.copyOf(parts);
    }

    long total() {
        return parts.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public Checked checked() {
        String text = parts.stream().map(String::valueOf).collect(Collectors.joining(" + "));
        Verdict verdict = total() == sum
                ? new Verdict.Consistent("they sum to " + sum)
                : new Verdict.Contradicted("they sum to " + total() + ", printed " + sum);
        return new Checked("sum of counts", text + " = " + sum, verdict, what + " that exclude each other");
    }
}
