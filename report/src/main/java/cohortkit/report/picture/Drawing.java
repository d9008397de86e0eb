package cohortkit.report.picture;

import java.util.List;

/** Shapes and texts in the order in which they are drawn. */
final class Drawing {

    /** Which end of a text stands at its place. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    static final String INK = "#111111";
    static final String QUIET = "#5a5a5a";
    static final String FAINT = "#c8c8c8";
    /** Okabe and Ito's blue: told from black and from each other color here by everybody, and dark enough on white. */
    static final String BLUE = "#0072b2";

    private final StringBuilder body = new StringBuilder();

    void line(double x1, double y1, double x2, double y2, String color, double width) {
        shape("line", of("x1", x1) + of("y1", y1) + of("x2", x2) + of("y2", y2) + stroke(color, width));
    }

    void dashed(double x1, double y1, double x2, double y2, String color) {
        String dashes = stroke(color, 1) + of("stroke-dasharray", "4 3");
        shape("line", of("x1", x1) + of("y1", y1) + of("x2", x2) + of("y2", y2) + dashes);
    }

    /** A filled rectangle. */
    void bar(double x, double y, double width, double height, String color) {
        shape("rect", box(x, y, width, height) + of("fill", color));
    }

    /** The outline of a rectangle, white inside. */
    void frame(double x, double y, double width, double height, String color) {
        shape("rect", box(x, y, width, height) + of("fill", "#ffffff") + of("stroke", color));
    }

    private static String box(double x, double y, double width, double height) {
        return of("x", x) + of("y", y) + of("width", width) + of("height", height);
    }

    /** A filled circle. */
    void circle(double x, double y, double radius, String color) {
        shape("circle", of("cx", x) + of("cy", y) + of("r", radius) + of("fill", color));
    }

    /** A circle, white inside. */
    void ring(double x, double y, double radius, String color) {
        shape("circle", of("cx", x) + of("cy", y) + of("r", radius) + of("fill", "#ffffff") + stroke(color, 1.5));
    }

    /** A filled polygon of x, y, x, y, ... */
    void polygon(String color, double... corners) {
        shape("polygon", of("points", points(corners)) + of("fill", color));
    }

    /** A line through x, y, x, y, ... */
    void path(String color, double width, double... points) {
        shape("polyline", of("points", points(points)) + of("fill", "none") + stroke(color, width));
    }

    private static String points(double... points) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            text.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(Svg.number(points[i]));
        }
        return text.toString();
    }

    /** A text whose line of writing is at y. */
    void text(double x, double y, Anchor anchor, String text) {
        text(x, y, anchor, text, false, "");
    }

    void bold(double x, double y, Anchor anchor, String text) {
        text(x, y, anchor, text, true, of("font-weight", "bold"));
    }

    void quiet(double x, double y, Anchor anchor, String text) {
        text(x, y, anchor, text, false, of("fill", QUIET));
    }

    /** A text that is read upwards. */
    void upright(double x, double y, String text) {
        String turn = of("transform", "rotate(-90 " + Svg.number(x) + " " + Svg.number(y) + ")");
        text(x, y, Anchor.MIDDLE, text, false, turn);
    }

    /** The length is written too, so that no font makes words run into each other. */
    private void text(double x, double y, Anchor anchor, String text, boolean bold, String style) {
        String length = of("textLength", FontWidths.of(text, bold)) + of("lengthAdjust", "spacingAndGlyphs");
        body.append("<text")
                .append(of("x", x) + of("y", y) + of("text-anchor", anchor.word) + length + style)
                .append('>')
                .append(Svg.escaped(text))
                .append("</text>\n");
    }

    private void shape(String name, String attributes) {
        body.append('<').append(name).append(attributes).append("/>\n");
    }

    private static String stroke(String color, double width) {
        return of("stroke", color) + of("stroke-width", width);
    }

    private static String of(String attribute, double value) {
        return of(attribute, Svg.number(value));
    }

    private static String of(String attribute, String value) {
        return " " + attribute + "=\"" + value + "\"";
    }

    /** The picture of all that was drawn. */
    Picture picture(String title, List<String> description, double width, double height) {
        return new Picture(title, String.join(". ", description), width, height, body.toString());
    }
}
