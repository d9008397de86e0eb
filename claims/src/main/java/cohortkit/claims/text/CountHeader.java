package cohortkit.claims.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of a table say of its columns: how many people, whether they are all people, and whether counts or
 * percentages stand below.
 */
final class CountHeader {

    /** Such as "(n = 203)". */
    private static final Pattern PEOPLE = Pattern.compile("(?<![\\p{L}\\d])[nN] ?= ?(?<n>\\d[\\d,]*)(?![.\\d])");

    /** Such as "n (%)" or "No. (percent)". */
    private static final Pattern COUNT_AND_SHARE = Pattern.compile(
            "(?i)(?<!\\p{L})(?:n|nr|no\\.?|number|counts?|freq\\.?|frequency|patients) ?[,(\\[/]? ?(?:%|per ?cent)");

    private static final Pattern COUNT = Pattern.compile("(?i)(?:n|nr|no\\.?|number|counts?|freq\\.?|frequency)");
    private static final Pattern SHARE = Pattern.compile("(?i)[(\\[]?(?:%|per ?cent(?:age)?)[)\\]]?");
    private static final Pattern LABEL = Pattern.compile("(?i)p(?:[- ]?values?)?|mean.*|median.*");
    private static final Pattern ALL = Pattern.compile("(?i)\\b(?:total|all|overall|whole|everybody|everyone)\\b");
    private static final Pattern SIZE = Pattern.compile(
            "(?i)n|(?:no\\.?|number) of (?:\\p{L}+ )?(?:patients|participants|people|women|men|subjects)|"
                    + "sample size|group size");
    private static final Pattern WHOLE = Pattern.compile("\\d[\\d,]*");

    private List<String> names = List.of();
    private List<OptionalLong> people = List.of();

    /** Whether a row says how many people the columns have, in a cell or by its name. */
    static boolean saysPeople(List<String> cells) {
        return cells.stream().anyMatch(cell -> PEOPLE.matcher(cell).find())
                || (!cells.isEmpty() && SIZE.matcher(cells.get(0)).matches());
    }

    /** Takes a row if it is a header, and says whether it was. */
    boolean takes(List<String> cells, boolean isFirst) {
        List<String> behind = cells.subList(1, cells.size());
        if (behind.stream().anyMatch(cell -> PEOPLE.matcher(cell).find() && !isFigure(cell))) {
            takePeople(cells);
            return true;
        }
        if (behind.stream().allMatch(CountHeader::isLabel) && behind.stream().anyMatch(cell -> !cell.isBlank())) {
            takeLabels(cells);
            return true;
        }
        if (isFirst && SIZE.matcher(cells.get(0)).matches() && behind.stream().allMatch(WHOLE.asMatchPredicate())) {
            takeSizes(cells);
            return true;
        }
        boolean isText = behind.stream()
                        .noneMatch(cell -> Patterns.HAS_NUMBER.matcher(cell).find())
                && behind.stream().filter(cell -> !cell.isBlank()).count() > 1;
        if (isText) {
            names = cells;
            people = Collections.nCopies(cells.size(), OptionalLong.empty());
        }
        return isText;
    }

    private static boolean isFigure(String cell) {
        return CountRows.FIGURE.matcher(cell).find();
    }

    private static boolean isLabel(String cell) {
        return cell.isBlank()
                || COUNT_AND_SHARE.matcher(cell).lookingAt()
                || COUNT.matcher(cell).matches()
                || SHARE.matcher(cell).matches()
                || LABEL.matcher(cell).matches();
    }

    /** An empty cell behind a number of people belongs to it, as where a header spans a column of n and one of percent. */
    private void takePeople(List<String> cells) {
        List<String> before = names.size() == cells.size() && people.stream().allMatch(OptionalLong::isEmpty)
                ? names
                : Collections.nCopies(cells.size(), "");
        List<OptionalLong> found = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Matcher matcher = PEOPLE.matcher(cells.get(i));
            boolean continues = i > 1 && cells.get(i).isBlank();
            if (i > 0 && matcher.find()) {
                found.add(OptionalLong.of(Matches.whole(matcher.group("n"))));
            } else {
                found.add(continues ? found.get(i - 1) : OptionalLong.empty());
            }
            named.add(before.get(i) + " " + (continues ? named.get(i - 1) : cells.get(i)));
        }
        names = named;
        people = found;
    }

    /** Where the cells beside those with numbers of people span both rows of the header, the second has cells below the others. */
    private void takeLabels(List<String> cells) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (cells.size() == names.size() || people.get(i).isPresent()) {
                columns.add(i);
            }
        }
        if (columns.size() != cells.size()) {
            names = cells;
            people = Collections.nCopies(cells.size(), OptionalLong.empty());
            return;
        }
        List<String> named = new ArrayList<>(names);
        for (int i = 0; i < cells.size(); i++) {
            int column = columns.get(i);
            named.set(column, names.get(column) + " | " + cells.get(i));
        }
        names = named;
    }

    private void takeSizes(List<String> cells) {
        if (names.size() != cells.size()) {
            names = Collections.nCopies(cells.size(), "");
        }
        List<OptionalLong> found = new ArrayList<>(List.of(OptionalLong.empty()));
        cells.stream().skip(1).forEach(cell -> found.add(OptionalLong.of(Matches.whole(cell))));
        people = found;
    }

    void forget() {
        names = List.of();
        people = List.of();
    }

    int width() {
        return names.size();
    }

    OptionalLong people(int column) {
        return people.get(column);
    }

    boolean isAll(int column) {
        return ALL.matcher(names.get(column)).find();
    }

    /** Whether counts with percentages are said to stand there. */
    boolean isCountAndShare(int column) {
        return isCountAndShare(names.get(column)) || isCountAndShare(names.get(0));
    }

    static boolean isCountAndShare(String label) {
        return COUNT_AND_SHARE.matcher(label).find();
    }

    /** Whether counts stand there, and their percentages in the next column. */
    boolean isCountBesideShare(int column) {
        return column + 1 < width() && COUNT.matcher(last(column)).matches() && isShare(column + 1);
    }

    boolean isShare(int column) {
        return SHARE.matcher(last(column)).matches();
    }

    private String last(int column) {
        String name = names.get(column);
        return name.substring(name.lastIndexOf('|') + 1).strip();
    }
}
