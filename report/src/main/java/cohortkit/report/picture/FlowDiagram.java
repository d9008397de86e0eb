package cohortkit.report.picture;

import cohortkit.core.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * The participant flow that STROBE asks for (von Elm et al. 2007, Lancet 370:1453): who was there, who left and why, who
 * remained. The numbers are the pipeline's own.
 *
 * <pre>{@code
 * var adults = births.exclude("younger than 18", p -> p.number("age") < 18);
 * FlowDiagram.of(adults.flow()).description()   // "At the start: 189. Excluded, younger than 18: 25. Remaining: 164"
 * }</pre>
 */
public final class FlowDiagram {

    private static final double MARGIN = 12;
    private static final double MAIN = 190;
    private static final double SIDE = 300;
    private static final double BOX = 40;
    private static final double STEP = 100;
    private static final double GAP = 40;

    private FlowDiagram() {}

    /** The flow, the start above, the exclusions to the right. */
    public static Picture of(Flow flow) {
        Drawing drawing = new Drawing();
        List<String> description = new ArrayList<>();
        double center = MARGIN + MAIN / 2;
        double y = MARGIN;
        box(drawing, y, "At the start: " + flow.start());
        description.add("At the start: " + flow.start());
        for (Flow.Step step : flow.steps()) {
            double next = y + STEP;
            double middle = (y + BOX + next) / 2;
            arrow(drawing, center, y + BOX, center, next);
            arrow(drawing, center, middle, MARGIN + MAIN + GAP, middle);
            String excluded = "Excluded, " + step.reason() + ": " + step.excluded();
            String undecided = step.undecided() == 0 ? "" : "not decided, a value is missing: " + step.undecided();
            side(drawing, middle, fit(step), undecided);
            boolean last = next + STEP > MARGIN + flow.steps().size() * STEP + BOX;
            String remaining = (last ? "Remaining: " : "Left: ") + step.remaining();
            box(drawing, next, remaining);
            description.add(excluded + (undecided.isEmpty() ? "" : " (" + undecided + ")"));
            description.add(remaining);
            y = next;
        }
        return drawing.picture("Participant flow", description, 2 * MARGIN + MAIN + GAP + SIDE, y + BOX + MARGIN);
    }

    /** The reason may be cut, the count may not. */
    private static String fit(Flow.Step step) {
        String count = ": " + step.excluded();
        return FontWidths.fit("Excluded, " + step.reason(), SIDE - 16 - FontWidths.of(count, false)) + count;
    }

    private static void box(Drawing drawing, double y, String words) {
        drawing.frame(MARGIN, y, MAIN, BOX, Drawing.INK);
        drawing.text(MARGIN + MAIN / 2, y + BOX / 2 + 4.5, Drawing.Anchor.MIDDLE, words);
    }

    private static void side(Drawing drawing, double middle, String first, String second) {
        double x = MARGIN + MAIN + GAP;
        drawing.frame(x, middle - BOX / 2, SIDE, BOX, Drawing.QUIET);
        double line = second.isEmpty() ? middle + 4.5 : middle - 4;
        drawing.text(x + 8, line, Drawing.Anchor.START, FontWidths.fit(first, SIDE - 16));
        if (!second.isEmpty()) {
            drawing.quiet(x + 8, middle + 13, Drawing.Anchor.START, FontWidths.fit(second, SIDE - 16));
        }
    }

    private static void arrow(Drawing drawing, double x1, double y1, double x2, double y2) {
        drawing.line(x1, y1, x2, y2, Drawing.INK, 1.2);
        if (x1 == x2) {
            drawing.polygon(Drawing.INK, x2, y2, x2 - 4, y2 - 8, x2 + 4, y2 - 8);
        } else {
            drawing.polygon(Drawing.INK, x2, y2, x2 - 8, y2 - 4, x2 - 8, y2 + 4);
        }
    }
}
