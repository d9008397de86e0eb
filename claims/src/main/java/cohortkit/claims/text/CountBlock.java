package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.Verdict;
import cohortkit.claims.arithmetic.ShareOfTotal;
import cohortkit.claims.arithmetic.ShareSum;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Checked;
import cohortkit.claims.check.Doubtful;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows between two headings, such as the levels of a variable: their counts may sum to their column's people. */
final class CountBlock {

    private static final double ABOUT = 0.03;

    private final String heading;
    private final List<CountRow> rows = new ArrayList<>();
    private final Map<Integer, List<Printed>> shares = new LinkedHashMap<>();
    private @Nullable CountRow total;
    private int lastNumber;
    private String lastText = "";

    CountBlock(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    void add(CountRow row) {
        rows.add(row);
    }

    /** A percentage without its count. */
    void add(int column, ShareOfTotal share, int number, String text) {
        shares.computeIfAbsent(column, key -> new ArrayList<>()).add(share.share());
        lastNumber = number;
        lastText = text;
    }

    /** Percentages below a heading that sum to about all may be of groups that are all. */
    private List<TextFinding> sumsOfShares() {
        return shares.values().stream()
                .filter(parts -> parts.size() > 1 && !heading.isBlank() && isAboutAll(parts))
                .map(parts ->
                        new Doubtful(new ShareSum(parts, Optional.empty()), "the rows may not be all, or overlap"))
                .map(check -> new TextFinding(lastNumber, lastText, check.checked()))
                .toList();
    }

    private static boolean isAboutAll(List<Printed> parts) {
        double sum = parts.stream()
                .mapToDouble(part -> (part.range().lower() + part.range().upper()) / 2)
                .sum();
        return Math.abs(sum - 1) <= ABOUT;
    }

    /** The row of their sums. */
    void total(CountRow row) {
        total = row;
    }

    /** What was found, row by row, then of the rows together. */
    List<TextFinding> findings() {
        List<TextFinding> findings = new ArrayList<>();
        Map<Integer, Integer> complete = complete();
        for (int i = 0; i < rows.size(); i++) {
            CountRow row = rows.get(i);
            row.overColumns().ifPresent(sum -> findings.add(finding(row, sum)));
            int level = i;
            row.shares().forEach((column, share) -> {
                boolean isComplete = level < complete.getOrDefault(column, 0);
                findings.add(isComplete && share.needsMissing() ? missingNobody(row, share) : finding(row, share));
            });
            complete.forEach((column, levels) -> {
                if (levels == level + 1) {
                    findings.add(finding(row, sum(column, levels)));
                }
            });
        }
        findings.addAll(sumsOfShares());
        CountRow all = total;
        if (all != null) {
            all.overColumns().ifPresent(sum -> findings.add(finding(all, sum)));
            all.shares().values().forEach(share -> findings.add(finding(all, share)));
            all.counts().forEach((column, count) -> {
                if (rows.stream()
                                .filter(row -> row.counts().containsKey(column))
                                .count()
                        > 1) {
                    findings.add(finding(
                            all,
                            new Doubtful(
                                    new CountSum(counts(column, rows.size()), count, "rows"),
                                    "rows may be parts of each other")));
                }
            });
        }
        return findings;
    }

    private static TextFinding finding(CountRow row, Check check) {
        return new TextFinding(row.number(), row.text(), check.checked());
    }

    /** The columns of which the first rows sum to all their people, so that nobody is missing, and how many rows. */
    private Map<Integer, Integer> complete() {
        Map<Integer, Integer> columns = new LinkedHashMap<>();
        if (rows.size() > 1 && !heading.isBlank()) {
            rows.get(0).shares().keySet().forEach(column -> levels(column).ifPresent(n -> columns.put(column, n)));
        }
        return columns;
    }

    private OptionalInt levels(Integer column) {
        long sum = 0;
        boolean isOfColumn = false;
        for (int i = 0; i < rows.size(); i++) {
            ColumnShare share = rows.get(i).shares().get(column);
            if (share == null) {
                return OptionalInt.empty();
            }
            sum += share.count();
            isOfColumn |= share.count() > 0 && share.isOfColumn();
            if (sum >= share.people()) {
                return sum == share.people() && i > 0 && isOfColumn ? OptionalInt.of(i + 1) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private List<Long> counts(Integer column, int first) {
        return rows.subList(0, first).stream()
                .flatMap(row -> Stream.ofNullable(row.counts().get(column)))
                .toList();
    }

    private CountSum sum(Integer column, int first) {
        List<Long> counts = counts(column, first);
        return new CountSum(counts, counts.stream().mapToLong(Long::longValue).sum(), "rows");
    }

    private static TextFinding missingNobody(CountRow row, ColumnShare share) {
        String reason = "the rows sum to all " + share.people() + ", so that nobody is missing, and " + share.count()
                + "/" + share.people() + " is " + share.share().beside((double) share.count() / share.people());
        return new TextFinding(
                row.number(),
                row.text(),
                new Checked(
                        "percent of a count",
                        share.count() + "/" + share.people() + " (" + share.share() + ")",
                        new Verdict.Contradicted(reason),
                        "rows that exclude each other"));
    }
}
