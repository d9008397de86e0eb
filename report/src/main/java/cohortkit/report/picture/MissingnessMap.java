package cohortkit.report.picture;

import cohortkit.core.Cohort;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.core.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where values are missing: a row a variable, the participants from left to right in the order of the data, as dark as
 * the share that is missing there; the counts and reasons stand beside it.
 *
 * <pre>{@code
 * MissingnessMap.of(patients).description()   // "patient: complete...
 * }</pre>
 */
public final class MissingnessMap {

    private static final double ROW = 20;
    private static final double MARGIN = 12;
    private static final double GAP = 16;
    private static final double PLOT = 360;
    private static final double MOST_LABEL = 200;
    private static final double MOST_WORDS = 340;
    private static final int MOST_BINS = 120;

    private MissingnessMap() {}

    /**
     * The map of every variable.
     *
     * @throws InputException if the cohort is empty
     */
    public static Picture of(Cohort cohort) {
        if (cohort.size() == 0) {
            throw new InputException("the cohort has no rows; there is nothing to draw");
        }
        List<String> names = cohort.codebook().names();
        double label = names.stream()
                .mapToDouble(name -> FontWidths.of(name, false))
                .max()
                .orElse(0);
        double left = MARGIN + Math.min(MOST_LABEL, label) + GAP;
        double top = MARGIN + 30;
        Drawing drawing = new Drawing();
        String title = "Missing values of " + Count.of(cohort.size(), "participant");
        drawing.bold(MARGIN, MARGIN + 14, Drawing.Anchor.START, title);
        List<String> description = new ArrayList<>();
        double widest = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            double y = top + i * ROW;
            drawing.text(left - GAP, y + 14, Drawing.Anchor.END, FontWidths.fit(name, MOST_LABEL));
            row(drawing, cohort, name, left, y);
            String words = words(cohort.missing(name));
            widest = Math.max(widest, FontWidths.of(words, false));
            drawing.text(left + PLOT + GAP, y + 14, Drawing.Anchor.START, FontWidths.fit(words, MOST_WORDS));
            description.add(name + ": " + words);
        }
        double bottom = top + names.size() * ROW;
        drawing.quiet(left, bottom + 16, Drawing.Anchor.START, "first");
        drawing.quiet(left + PLOT, bottom + 16, Drawing.Anchor.END, "last participant");
        double width = left + PLOT + GAP + Math.min(MOST_WORDS, widest) + MARGIN;
        return drawing.picture(title, description, width, bottom + 28);
    }

    private static void row(Drawing drawing, Cohort cohort, String name, double left, double y) {
        drawing.frame(left, y + 2, PLOT, ROW - 4, Drawing.FAINT);
        int bins = Math.min(MOST_BINS, cohort.size());
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) bin * cohort.size() / bins);
            int to = (int) ((long) (bin + 1) * cohort.size() / bins);
            int missing = 0;
            for (int row = from; row < to; row++) {
                missing += cohort.missing(row, name).isPresent() ? 1 : 0;
            }
            if (missing > 0) {
                double share = (double) missing / (to - from);
                drawing.bar(left + PLOT * bin / bins, y + 2, PLOT / bins, ROW - 4, gray(share));
            }
        }
    }

    /** From a light gray, which is seen, to black. */
    private static String gray(double share) {
        int level = (int) Math.round(200 * (1 - share));
        return "#%02x%02x%02x".formatted(level, level, level);
    }

    private static String words(Map<Missing, Integer> reasons) {
        int total = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return total == 0
                ? "complete"
                : total + ": "
                        + reasons.entrySet().stream()
                                .map(reason -> reason.getKey() + " " + reason.getValue())
                                .collect(Collectors.joining(", "));
    }
}
