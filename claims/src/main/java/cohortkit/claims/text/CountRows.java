package cohortkit.claims.text;

import cohortkit.claims.arithmetic.CountShare;
import cohortkit.claims.arithmetic.ShareOfTotal;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Doubtful;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table of counts with percentages, such as "29 (14.3)" in a column of "n (%)" below "(n = 203)": each percentage
 * against its column, and counts against the column of all.
 */
final class CountRows {

    private static final String MARKS = "[ *†‡§¶]*(?:[a-e])?";
    private static final String SHARE = "(?:\\d{1,3}(?:[.,]\\d+)?|\\.\\d+)";

    /** Such as "29 (14.3%)". */
    static final Pattern FIGURE =
            Pattern.compile("(?<count>\\d[\\d,]*) ?[(\\[] ?(?<share>" + SHARE + ") ?(?<sign>%?) ?[)\\]]" + MARKS);

    private static final Pattern OF =
            Pattern.compile("(?<count>\\d[\\d,]*) ?(?:/|of) ?(?<total>\\d[\\d,]*) ?[(\\[] ?(?<share>" + SHARE
                    + ") ?(?<sign>%?) ?[)\\]]" + MARKS);
    private static final Pattern COUNT_ALONE = Pattern.compile("(?<count>\\d[\\d,]*)" + MARKS);
    private static final Pattern SHARE_ALONE = Pattern.compile("(?<share>" + SHARE + ") ?(?<sign>%?)" + MARKS);

    /** What is measured and not counted: numbers in parentheses behind it are spreads. */
    private static final Pattern MEASURED = Pattern.compile(
            "(?i)\\b(?:mean|median|sd|se|iqr|range|years?|yrs?|kg|cm|mm|"
                    + "mg|score|bmi|age|index|level|dose|min|minutes|hours?|days?|weeks?|months?|ratio|rate)\\b|±|µ|/d?[lL]\\b");

    private static final Pattern TOTAL_ROW = Pattern.compile("(?i)(?:total|all|sum|overall)");

    private final CountHeader header = new CountHeader();
    private final Consumer<TextFinding> findings;
    private CountBlock block = new CountBlock("");
    private boolean hasRows;

    CountRows(Consumer<TextFinding> findings) {
        this.findings = findings;
    }

    /** Takes the next row, and says whether it knows what stands there; findings follow when the block of rows has ended. */
    boolean read(int number, String row) {
        List<String> cells = TableRows.cells(row);
        boolean isHeading = cells.stream().skip(1).allMatch(String::isBlank);
        boolean isKnown = true;
        if (isHeading) {
            flush();
            block = new CountBlock(cells.get(0));
        } else if (header.takes(cells, !hasRows)) {
            flush();
            block = new CountBlock("");
            hasRows = false;
        } else if (cells.size() == header.width()) {
            hasRows = true;
            data(number, row, cells);
        } else {
            isKnown = false;
        }
        return isKnown;
    }

    /** A table ends where text begins. */
    void end() {
        flush();
        block = new CountBlock("");
        header.forget();
        hasRows = false;
    }

    private void flush() {
        block.findings().forEach(findings);
    }

    private void data(int number, String row, List<String> cells) {
        String label = cells.get(0);
        Map<Integer, Long> counts = new LinkedHashMap<>();
        Map<Integer, String> shares = new LinkedHashMap<>();
        List<Check> own = new ArrayList<>();
        for (int i = 1; i < cells.size(); i++) {
            Matcher of = OF.matcher(cells.get(i));
            Matcher figure = FIGURE.matcher(cells.get(i));
            if (of.matches() && isShare(of, label, i)) {
                Matches.add(
                        own,
                        () -> new CountShare(
                                Matches.whole(of.group("count")),
                                Matches.whole(of.group("total")),
                                Matches.share(of.group("share") + "%")));
            } else if (figure.matches() && isShare(figure, label, i)) {
                counts.put(i, Matches.whole(figure.group("count")));
                shares.put(i, figure.group("share") + "%");
            } else if (header.isCountBesideShare(i) && !isMeasured(label)) {
                beside(cells, i, counts, shares);
            } else if (!header.isShare(i) || !counts.containsKey(i - 1)) {
                int column = i;
                alone(cells.get(i), i).ifPresent(share -> {
                    block.add(column, share, number, row);
                    own.add(new Doubtful(share, "some may be missing, or it may be of others"));
                });
            }
        }
        own.forEach(check -> findings.accept(new TextFinding(number, row, check.checked())));
        if (!counts.isEmpty()) {
            CountRow found = new CountRow(number, row, header, counts, shares);
            if (TOTAL_ROW.matcher(label).matches()) {
                block.total(found);
            } else {
                block.add(found);
            }
        }
    }

    private boolean isShare(Matcher figure, String label, int column) {
        return !figure.group("sign").isEmpty()
                || (!isMeasured(label)
                        && (header.isCountAndShare(column)
                                || CountHeader.isCountAndShare(label)
                                || CountHeader.isCountAndShare(block.heading())));
    }

    private static boolean isMeasured(String label) {
        return MEASURED.matcher(label).find();
    }

    private static void beside(List<String> cells, int column, Map<Integer, Long> counts, Map<Integer, String> shares) {
        Matcher count = COUNT_ALONE.matcher(cells.get(column));
        Matcher share = SHARE_ALONE.matcher(cells.get(column + 1));
        if (count.matches() && share.matches()) {
            counts.put(column, Matches.whole(count.group("count")));
            shares.put(column, share.group("share") + "%");
        }
    }

    /** A percentage without its count: people may be missing, so that it is never contradicted. */
    private Optional<ShareOfTotal> alone(String cell, int column) {
        Matcher share = SHARE_ALONE.matcher(cell);
        OptionalLong people = header.people(column);
        if (!share.matches() || share.group("sign").isEmpty() || people.isEmpty() || people.getAsLong() < 1) {
            return Optional.empty();
        }
        return Optional.of(new ShareOfTotal(Matches.share(share.group("share") + "%"), people.getAsLong()));
    }
}
