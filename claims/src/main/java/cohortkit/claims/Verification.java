package cohortkit.claims;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The verdicts on a study's figures. Its text is a table of at most 80 columns.
 *
 * <pre>{@code
 * Study.named("dialysis").verify().asDeclared()   // true
 * }</pre>
 *
 * @param study what was verified
 * @param figures each with its verdict, in the order of print
 */
public record Verification(Study study, List<CheckedFigure> figures) {

    private static final int WIDTH = 80;
    private static final int TITLE_WIDTH = 48;
    private static final int GAP = 2;
    private static final int[] WIDEST = {16, 12, WIDTH, 12, 13};
    private static final int COMPUTED = 2;

    /** Copies the list. */
    public Verification {
        figures = List.copyOf(figures);
    }

    /** Whether each figure has the verdict that its study declares. */
    public boolean asDeclared() {
        return differing().isEmpty();
    }

    /** The figures whose verdict is not the declared one. */
    public List<CheckedFigure> differing() {
        return figures.stream().filter(checked -> !checked.asDeclared()).toList();
    }

    /** How many figures have each verdict, zeros included. */
    public Map<Verdict.Kind, Long> counts() {
        Map<Verdict.Kind, Long> counts = new EnumMap<>(Verdict.Kind.class);
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            counts.put(
                    kind,
                    figures.stream().filter(c -> c.verdict().kind() == kind).count());
        }
        return counts;
    }

    /** A title line, an aligned table, and each verdict that is not the declared one. */
    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "printed", "computed", "evidence", "verdict"));
        for (CheckedFigure checked : figures) {
            rows.add(List.of(
                    checked.figure().id(),
                    checked.figure().printed().map(Printed::toString).orElse("(words)"),
                    checked.computed(),
                    checked.finding().level().label(),
                    checked.verdict().kind().name()));
        }
        int[] widths = widths(rows);
        Stream<String> table = rows.stream().map(row -> line(row, widths));
        Stream<String> differing = differing().stream()
                .map(c -> cut(
                        c.figure().id() + ": declared " + c.figure().expected() + ", is "
                                + c.verdict().kind() + ": " + c.verdict().reason(),
                        WIDTH));
        return Stream.of(Stream.of(title()), table, differing)
                .flatMap(lines -> lines)
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
    }

    private String title() {
        int differing = differing().size();
        String counted = ": " + figures.size() + (figures.size() == 1 ? " figure, " : " figures, ")
                + (differing == 0 ? "all as declared" : differing + " not as declared");
        return cut(study.name(), TITLE_WIDTH - counted.length()) + counted;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[WIDEST.length];
        int others = 0;
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            ToIntFunction<List<String>> length = row -> row.get(column).length();
            widths[i] = Math.min(WIDEST[i], rows.stream().mapToInt(length).max().orElse(0));
            others += i == COMPUTED ? GAP : widths[i] + GAP;
        }
        widths[COMPUTED] = Math.min(widths[COMPUTED], WIDTH - others + GAP);
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(row.get(i), widths[i]);
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + GAP));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
