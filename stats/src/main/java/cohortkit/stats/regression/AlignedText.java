package cohortkit.stats.regression;

import java.util.Arrays;
import java.util.List;

/** Rows under each other and sentences of at most 80 characters a line. */
final class AlignedText {

    static final int WIDTH = 80;

    private static final int WIDEST_TERM = 36;

    private static final int TITLE = 48;

    private final StringBuilder text = new StringBuilder();

    AlignedText(String title) {
        text.append(title);
    }

    /** With an outcome's name in its title, if that fits. */
    static AlignedText titled(String what, String outcome, String end) {
        String full = what + " " + outcome + end;
        return new AlignedText(full.length() <= TITLE ? full : what.replaceFirst("( of|,)$", "") + end);
    }

    /** Cells, the first column to the left and the others to the right. */
    void table(List<String[]> rows) {
        int[] widths = widths(rows);
        rows.forEach(row -> line(row, widths));
    }

    private static int[] widths(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        widths[0] = Math.min(widths[0], WIDEST_TERM);
        return widths;
    }

    /** How wide a table is. */
    static int width(List<String[]> rows) {
        int[] widths = widths(rows);
        return Arrays.stream(widths).sum() + 2 * (widths.length - 1);
    }

    /** A name that is too wide stands on a line of its own. */
    private void line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder(row[0]);
        if (row[0].length() > widths[0]) {
            line.append('\n').append(" ".repeat(widths[0]));
        } else {
            line.append(" ".repeat(widths[0] - row[0].length()));
        }
        for (int column = 1; column < row.length; column++) {
            line.append("  ")
                    .append(" ".repeat(widths[column] - row[column].length()))
                    .append(row[column]);
        }
        text.append('\n').append(line.toString().stripTrailing());
    }

    /** A line, or several with the later ones indented. */
    void wrap(String sentence) {
        int width = 0;
        for (String word : sentence.split(" ", -1)) {
            boolean starts = width == 0;
            if (starts || width + 1 + word.length() > WIDTH) {
                text.append('\n').append(starts ? "" : "  ").append(word);
                width = word.length() + (starts ? 0 : 2);
            } else {
                text.append(' ').append(word);
                width += 1 + word.length();
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
