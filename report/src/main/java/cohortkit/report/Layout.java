package cohortkit.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Widths of columns in characters; a table that is too wide is cut into panels that each begin with the first column. */
final class Layout {

    static final int INDENT = 2;

    private static final int LONGEST_WORD = 14;
    private static final int NARROWEST_FIRST = 20;

    /** Words break before numbers do, down to these widths. */
    private static final int WORDS_FIRST = 24;

    private static final int WORDS = 13;

    /** Numbers up to this length, such as "2.17 (1.35 to 3.49)", break last. */
    private static final int WHOLE = 19;

    /** Some of a table's columns, the first among them; the arrays are not to be written. */
    static final class Panel {
        private final int[] columns;
        private final int[] widths;

        Panel(int[] columns, int[] widths) {
            this.columns = columns;
            this.widths = widths;
        }

        int[] columns() {
            return columns;
        }

        int[] widths() {
            return widths;
        }

        int width(int gap) {
            return Arrays.stream(widths).sum() + gap * (widths.length - 1);
        }
    }

    private final int[] natural;
    private final int[] least;
    private final int[] wordy;
    private final int[] whole;

    Layout(Typeset set) {
        natural = new int[set.columns()];
        least = new int[set.columns()];
        wordy = new int[set.columns()];
        whole = new int[set.columns()];
        for (int column = 0; column < natural.length; column++) {
            measure(column, set.headers().get(column).plain(), 0);
            for (int row = 0; row < set.rows(); row++) {
                int indent = column == 0 ? INDENT * set.source(row).indent() : 0;
                if (!(set.isSection(row) && column == 0)) {
                    String cell = set.row(row).get(column).plain();
                    measure(column, cell, indent);
                    boolean kept = set.isRight(column) && TextTable.length(cell) <= WHOLE;
                    whole[column] = Math.max(whole[column], kept ? TextTable.length(cell) : 0);
                }
            }
            int words = column == 0 ? WORDS_FIRST : WORDS;
            whole[column] = Math.max(whole[column], least[column]);
            wordy[column] = set.isRight(column) ? natural[column] : Math.max(least[column], words);
        }
    }

    private void measure(int column, String text, int indent) {
        natural[column] = Math.max(natural[column], TextTable.length(text) + indent);
        int cap = column == 0 ? NARROWEST_FIRST : LONGEST_WORD;
        for (String word : text.split(" ", -1)) {
            least[column] = Math.max(least[column], Math.min(cap, TextTable.length(word) + indent));
        }
        least[column] = Math.max(1, least[column]);
        natural[column] = Math.max(1, natural[column]);
    }

    /** How wide the table is without any line broken. */
    int natural(int gap) {
        return Arrays.stream(natural).sum() + gap * (natural.length - 1);
    }

    /** How wide it is with all lines broken that can be. */
    int least(int gap) {
        return Arrays.stream(least).sum() + gap * (least.length - 1);
    }

    /** The panels that fit into a width. */
    List<Panel> panels(int width, int gap) {
        List<Panel> panels = new ArrayList<>();
        List<Integer> taken = new ArrayList<>(List.of(0));
        int used = least[0];
        for (int column = 1; column < natural.length; column++) {
            if (taken.size() > 1 && used + gap + least[column] > width) {
                panels.add(panel(taken, width, gap));
                taken = new ArrayList<>(List.of(0));
                used = least[0];
            }
            taken.add(column);
            used += gap + least[column];
        }
        panels.add(panel(taken, width, gap));
        return panels;
    }

    private Panel panel(List<Integer> taken, int width, int gap) {
        int[] columns = taken.stream().mapToInt(Integer::intValue).toArray();
        int[] widths = Arrays.stream(columns).map(column -> natural[column]).toArray();
        Panel panel = new Panel(columns, widths);
        shrink(panel, wordy, width, gap);
        shrink(panel, whole, width, gap);
        shrink(panel, least, width, gap);
        return panel;
    }

    /** Takes from the widest column that is above its floor until the panel fits. */
    private static void shrink(Panel panel, int[] floors, int width, int gap) {
        int[] widths = panel.widths();
        while (panel.width(gap) > width) {
            OptionalInt widest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > floors[panel.columns()[i]])
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a);
            if (widest.isEmpty()) {
                return;
            }
            widths[widest.getAsInt()]--;
        }
    }
}
