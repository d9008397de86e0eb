package cohortkit.report;

import java.util.ArrayList;
import java.util.List;

/** A table as aligned text of at most 80 columns; wider ones are cut into panels. */
final class TextRenderer {

    private static final int WIDTH = 80;
    private static final int GAP = 2;

    private final Typeset set;
    private final StringBuilder text = new StringBuilder();

    TextRenderer(PaperTable table, JournalStyle style) {
        this.set = new Typeset(table, style);
    }

    String render() {
        lines(set.table().title());
        for (Layout.Panel panel : new Layout(set).panels(WIDTH, GAP)) {
            text.append(text.isEmpty() ? "" : "\n");
            panel(panel);
        }
        if (!set.footnotes().byText().isEmpty() || !set.table().notes().isEmpty()) {
            text.append('\n');
        }
        set.footnotes().byText().forEach((note, mark) -> lines("[" + mark + "] " + note));
        set.table().notes().forEach(this::lines);
        return text.toString();
    }

    private void lines(String words) {
        if (!words.isEmpty()) {
            TextTable.wrap(words, WIDTH).forEach(line -> text.append(line).append('\n'));
        }
    }

    private void panel(Layout.Panel panel) {
        spanners(panel);
        List<List<String>> headers = new ArrayList<>();
        for (int i = 0; i < panel.columns().length; i++) {
            headers.add(TextTable.wrap(set.headers().get(panel.columns()[i]).plain(), panel.widths()[i]));
        }
        append(panel, headers, true);
        text.append("-".repeat(panel.width(GAP))).append('\n');
        for (int row = 0; row < set.rows(); row++) {
            row(panel, row);
        }
    }

    private void row(Layout.Panel panel, int row) {
        String blank = " ".repeat(Layout.INDENT * set.source(row).indent());
        if (set.isSection(row)) {
            String label = set.row(row).get(0).plain();
            int room = Math.max(panel.width(GAP), Layout.INDENT + blank.length()) - blank.length();
            TextTable.wrap(label, room)
                    .forEach(line -> text.append((blank + line).stripTrailing()).append('\n'));
            return;
        }
        if (set.source(row).kind() == PaperTable.Kind.TOTAL) {
            text.append("-".repeat(panel.width(GAP))).append('\n');
        }
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < panel.columns().length; i++) {
            String cell = set.row(row).get(panel.columns()[i]).plain();
            if (i == 0) {
                int room = Math.max(1, panel.widths()[0] - blank.length());
                String margin = " ".repeat(Math.min(blank.length(), panel.widths()[0] - 1));
                cells.add(TextTable.wrap(cell, room).stream()
                        .map(line -> margin + line)
                        .toList());
            } else {
                cells.add(TextTable.wrap(cell, panel.widths()[i]));
            }
        }
        append(panel, cells, false);
    }

    /** Headers stand on their rule, other cells at the top of their row. */
    private void append(Layout.Panel panel, List<List<String>> cells, boolean atBottom) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                int index = atBottom ? line - (height - cells.get(i).size()) : line;
                boolean filled = index >= 0 && index < cells.get(i).size();
                String cell = filled ? cells.get(i).get(index) : "";
                String blanks = " ".repeat(Math.max(0, panel.widths()[i] - TextTable.length(cell)));
                out.append(i == 0 ? "" : " ".repeat(GAP));
                out.append(set.isRight(panel.columns()[i]) ? blanks + cell : cell + blanks);
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    private void spanners(Layout.Panel panel) {
        List<PaperTable.Spanner> spanners = set.table().spanners();
        if (spanners.isEmpty()) {
            return;
        }
        List<List<String>> words = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (PaperTable.Spanner spanner : spanners) {
            int start = -1;
            int end = 0;
            int at = 0;
            for (int i = 0; i < panel.columns().length; i++) {
                if (panel.columns()[i] >= spanner.first() && panel.columns()[i] <= spanner.last()) {
                    start = start < 0 ? at : start;
                    end = at + panel.widths()[i];
                }
                at += panel.widths()[i] + GAP;
            }
            if (start >= 0) {
                places.add(new int[] {start, end - start});
                words.add(new ArrayList<>(TextTable.wrap(spanner.header(), end - start)));
            }
        }
        int height = words.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line <= height; line++) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < words.size() && height > 0; i++) {
                int index = line - (height - words.get(i).size());
                int width = places.get(i)[1];
                String word = line == height
                        ? "-".repeat(width)
                        : index < 0 ? "" : words.get(i).get(index);
                out.append(" ".repeat(places.get(i)[0] - TextTable.length(out.toString())));
                out.append(" ".repeat((width - TextTable.length(word)) / 2)).append(word);
            }
            text.append(height == 0 ? "" : out.toString().stripTrailing() + "\n");
        }
    }
}
