package cohortkit.claims.text;

import cohortkit.claims.Printed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One row of counts with percentages, under the header that it had. */
final class CountRow {

    private final int number;
    private final String text;
    private final Map<Integer, Long> counts;
    private final Map<Integer, ColumnShare> shares = new LinkedHashMap<>();
    private final Optional<CountSum> overColumns;

    /**
     * A row.
     *
     * @param counts by column
     * @param percentages of the same columns
     */
    CountRow(int number, String text, CountHeader header, Map<Integer, Long> counts, Map<Integer, String> percentages) {
        this.number = number;
        this.text = text;
        this.counts = new LinkedHashMap<>(counts);
        this.overColumns = overColumns(header);
        counts.forEach((column, count) -> {
            OptionalLong people = header.people(column);
            if (people.isPresent() && people.getAsLong() >= Math.max(1, count)) {
                Printed share = Printed.parse(percentages.getOrDefault(column, ""));
                shares.put(column, new ColumnShare(count, people.getAsLong(), share, others(header, column)));
            }
        });
    }

    private Map<String, Long> others(CountHeader header, int column) {
        Map<String, Long> others = new LinkedHashMap<>();
        long row = 0;
        long people = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            int other = entry.getKey();
            if (header.isAll(other)) {
                others.put("all of the row", entry.getValue());
            } else {
                row += entry.getValue();
                people += header.people(other).orElse(0);
            }
            if (other != column && header.people(other).isPresent()) {
                others.put("column " + other, header.people(other).getAsLong());
            }
        }
        others.put("the row", row);
        others.put("all columns", people);
        return others;
    }

    /** Where one column is of all people, and the others share them out. */
    private Optional<CountSum> overColumns(CountHeader header) {
        List<Long> parts = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        long people = 0;
        long allPeople = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            OptionalLong n = header.people(entry.getKey());
            if (n.isEmpty()) {
                return Optional.empty();
            }
            boolean isAll = header.isAll(entry.getKey());
            (isAll ? all : parts).add(entry.getValue());
            people += isAll ? 0 : n.getAsLong();
            allPeople += isAll ? n.getAsLong() : 0;
        }
        return all.size() == 1 && parts.size() > 1 && people == allPeople
                ? Optional.of(new CountSum(parts, all.get(0), "columns"))
                : Optional.empty();
    }

    int number() {
        return number;
    }

    String text() {
        return text;
    }

    Map<Integer, Long> counts() {
        return counts;
    }

    Map<Integer, ColumnShare> shares() {
        return shares;
    }

    /** The counts against the column of all. */
    Optional<CountSum> overColumns() {
        return overColumns;
    }
}
