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
        line(x1, y1, x2, y2, color, width, "");
    }

    void dashed(double x1, double y1, double x2, double y2, String color) {
        line(x1, y1, x2, y2, color, 1, " stroke-dasharray=\"4 3\"");
    }

    private void line(double x1, double y1, double x2, double y2, String color, double width, String dashes) {
        body.append("<line x1=\"")
                .append(Svg.number(x1))
                .append("\" y1=\"")
                .append(Svg.number(y1))
                .append("\" x2=\"")
                .append(Svg.number(x2))
                .append("\" y2=\"")
                .append(Svg.number(y2))
                .append("\" stroke=\"")
                .append(color)
                .append("\" stroke-width=\"")
                .append(Svg.number(width))
                .append('"')
                .append(dashes)
                .append("/>\n");
    }

    /** A filled rectangle. */
    void bar(double x, double y, double width, double height, String color) {
        rectangle(x, y, width, height, "fill=\"" + color + "\"");
    }

    /** The outline of a rectangle, white inside. */
    void frame(double x, double y, double width, double height, String color) {
        rectangle(x, y, width, height, "fill=\"#ffffff\" stroke=\"" + color + "\"");
    }

    private void rectangle(double x, double y, double width, double height, String paint) {
        body.append("<rect x=\"")
                .append(Svg.number(x))
                .append("\" y=\"")
                .append(Svg.number(y))
                .append("\" width=\"")
                .append(Svg.number(width))
                .append("\" height=\"")
                .append(Svg.number(height))
                .append("\" ")
                .append(paint)
                .append("/>\n");
    }

    /** A filled circle. */
    void circle(double x, double y, double radius, String color) {
        body.append("<circle cx=\"")
                .append(Svg.number(x))
                .append("\" cy=\"")
                .append(Svg.number(y))
                .append("\" r=\"")
                .append(Svg.number(radius))
                .append("\" fill=\"")
                .append(color)
                .append("\"/>\n");
    }

    /** A circle, white inside. */
    void ring(double x, double y, double radius, String color) {
        body.append("<circle cx=\"")
                .append(Svg.number(x))
                .append("\" cy=\"")
                .append(Svg.number(y))
                .append("\" r=\"")
                .append(Svg.number(radius))
                .append("\" fill=\"#ffffff\" stroke=\"")
                .append(color)
                .append("\" stroke-width=\"1.5\"/>\n");
    }

    /** A filled polygon of x, y, x, y, ... */
    void polygon(String color, double... corners) {
        body.append("<polygon points=\"")
                .append(points(corners))
                .append("\" fill=\"")
                .append(color)
                .append("\"/>\n");
    }

    /** A line through x, y, x, y, ... */
    void path(String color, double width, double... points) {
        body.append("<polyline points=\"")
                .append(points(points))
                .append("\" fill=\"none\" stroke=\"")
                .append(color)
                .append("\" stroke-width=\"")
                .append(Svg.number(width))
                .append("\"/>\n");
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
        text(x, y, anchor, text, "");
    }

    void bold(double x, double y, Anchor anchor, String text) {
        text(x, y, anchor, text, " font-weight=\"bold\"");
    }

    void quiet(double x, double y, Anchor anchor, String text) {
        text(x, y, anchor, text, " fill=\"" + QUIET + "\"");
    }

    /** A text that is read upwards. */
    void upright(double x, double y, String text) {
        text(x, y, Anchor.MIDDLE, text, " transform=\"rotate(-90 " + Svg.number(x) + " " + Svg.number(y) + ")\"");
    }

    /** The length is written too, so that no font makes words run into each other. */
    private void text(double x, double y, Anchor anchor, String text, String style) {
        double length = FontWidths.of(text, style.contains("bold"));
        body.append("<text x=\"")
                .append(Svg.number(x))
                .append("\" y=\"")
                .append(Svg.number(y))
                .append("\" text-anchor=\"")
                .append(anchor.word)
                .append("\" textLength=\"")
                .append(Svg.number(length))
                .append("\" lengthAdjust=\"spacingAndGlyphs\"")
                .append(style)
                .append('>')
                .append(Svg.escaped(text))
                .append("</text>\n");
    }

    /** The picture of all that was drawn. */
    Picture picture(String title, List<String> description, double width, double height) {
        return new Picture(title, String.join(". ", description), width, height, body.toString());
    }
}
