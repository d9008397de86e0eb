package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.core.Measure;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;

/** A fit as people read it. */
final class FitText {

    private static final int TITLE = 48;

    private static final int WIDTH = 80;

    private static final int WIDEST_TERM = 36;

    private final Fit fit;
    private final StringBuilder text = new StringBuilder();

    FitText(Fit fit) {
        this.fit = fit;
        title();
        table();
        footer();
    }

    private void title() {
        String kind = fit.model().model().label() + " regression";
        kind = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        String n = ", n = " + fit.observations();
        String full = kind + " of " + fit.model().formula().outcome() + n;
        text.append(full.length() <= TITLE ? full : kind + n);
    }

    private void table() {
        List<String[]> rows = new ArrayList<>();
        String symbol = fit.printedRatio().map(Measure::symbol).orElse(Measure.COEFFICIENT.symbol());
        String level = DisplayNumber.shortest(fit.inference().level() * 100) + " % CI";
        rows.add(new String[] {"term", symbol, level, "p"});
        for (Tidy row : fit.tidy()) {
            rows.add(new String[] {
                row.term(),
                number(row.estimate()),
                number(row.confLow()) + " to " + number(row.confHigh()),
                DisplayNumber.pValue(row.pValue())
            });
        }
        fit.aliased().forEach(term -> rows.add(new String[] {term, "aliased", "", ""}));
        int[] widths = new int[4];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        widths[0] = Math.min(widths[0], WIDEST_TERM);
        rows.forEach(row -> line(row, widths));
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

    private String number(double coefficient) {
        return DisplayNumber.ratio(fit.printedRatio().isPresent() ? Math.exp(coefficient) : coefficient);
    }

    private void footer() {
        wrap(fit.inference().test());
        var references = fit.estimation().frame().references().values();
        if (!references.isEmpty()) {
            wrap("reference: " + String.join(", ", references));
        }
        if (fit.model().weights().variable().isPresent()) {
            wrap(fit.model().weights().toString());
        }
        wrap(fit.completeCases().toString());
        fit.notes().forEach(this::wrap);
    }

    private void wrap(String sentence) {
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
