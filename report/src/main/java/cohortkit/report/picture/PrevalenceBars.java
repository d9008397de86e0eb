package cohortkit.report.picture;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.stats.Prevalence;
import java.util.ArrayList;
import java.util.List;

/**
 * Prevalences as bars from 0, with their intervals; the numbers stand beside them.
 *
 * <pre>{@code
 * PrevalenceBars.of(Prevalence.by(births, "low", "smoke")).description()   // "smoke = no: 25.2 %...
 * }</pre>
 */
public final class PrevalenceBars {

    private static final double ROW = 30;
    private static final double MARGIN = 12;
    private static final double GAP = 16;
    private static final double PLOT = 300;
    private static final double MOST_LABEL = 300;

    private PrevalenceBars() {}

    /**
     * One bar a prevalence.
     *
     * @throws InputException if there is none
     */
    public static Picture of(List<Prevalence> prevalences) {
        if (prevalences.isEmpty()) {
            throw new InputException("there are no prevalences to draw");
        }
        double label = MARGIN
                + Math.min(
                        MOST_LABEL,
                        widest(prevalences.stream().map(PrevalenceBars::label).toList()))
                + GAP;
        double words = widest(prevalences.stream().map(PrevalenceBars::words).toList());
        double top = MARGIN + 30;
        double bottom = top + prevalences.size() * ROW;
        double most = prevalences.stream()
                .mapToDouble(p ->
                        Math.max(p.proportion().value(), p.estimate().interval().upper()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Axis axis = new Axis(false, 0, Math.min(1, Math.max(0.01, most * 1.05)), label, label + PLOT);
        Drawing drawing = new Drawing();
        String title = "Prevalence of " + prevalences.get(0).variable();
        drawing.bold(MARGIN, MARGIN + 14, Drawing.Anchor.START, title);
        List<String> description = new ArrayList<>();
        for (int i = 0; i < prevalences.size(); i++) {
            Prevalence prevalence = prevalences.get(i);
            double y = top + i * ROW;
            drawing.text(
                    label - GAP, y + ROW / 2 + 4.5, Drawing.Anchor.END, FontWidths.fit(label(prevalence), MOST_LABEL));
            bar(drawing, axis, prevalence, y);
            drawing.text(label + PLOT + GAP, y + ROW / 2 + 4.5, Drawing.Anchor.START, words(prevalence));
            description.add(label(prevalence) + ": " + words(prevalence));
        }
        drawing.line(label, top, label, bottom, Drawing.INK, 1);
        drawing.line(label, bottom, label + PLOT, bottom, Drawing.INK, 1);
        for (double tick : axis.ticks()) {
            drawing.line(axis.at(tick), bottom, axis.at(tick), bottom + 5, Drawing.INK, 1);
            drawing.text(axis.at(tick), bottom + 19, Drawing.Anchor.MIDDLE, Axis.words(tick * 100) + " %");
        }
        double width = Math.max(label + PLOT + GAP + words + MARGIN, 2 * MARGIN + FontWidths.of(title, true));
        return drawing.picture(title, description, width, bottom + 30);
    }

    private static void bar(Drawing drawing, Axis axis, Prevalence prevalence, double y) {
        double value = prevalence.proportion().value();
        if (Double.isNaN(value)) {
            return; // 0 of 0: the words say so
        }
        drawing.bar(axis.at(0), y + 5, axis.at(value) - axis.at(0), ROW - 10, Drawing.FAINT);
        double lower = axis.at(prevalence.estimate().interval().lower());
        double upper = axis.at(prevalence.estimate().interval().upper());
        double middle = y + ROW / 2;
        drawing.line(lower, middle, upper, middle, Drawing.INK, 1.5);
        drawing.line(lower, middle - 4, lower, middle + 4, Drawing.INK, 1.5);
        drawing.line(upper, middle - 4, upper, middle + 4, Drawing.INK, 1.5);
    }

    private static double widest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> FontWidths.of(text, false))
                .max()
                .orElse(0);
    }

    private static String label(Prevalence prevalence) {
        return prevalence.group().isEmpty() ? "all" : prevalence.group();
    }

    private static String words(Prevalence prevalence) {
        double value = prevalence.proportion().value();
        String share = Double.isNaN(value)
                ? "NA"
                : DisplayNumber.percent(value, 1) + " % ("
                        + DisplayNumber.percent(prevalence.estimate().interval().lower(), 1) + " to "
                        + DisplayNumber.percent(prevalence.estimate().interval().upper(), 1) + ")";
        return share + ", n = " + prevalence.proportion().n();
    }
}
