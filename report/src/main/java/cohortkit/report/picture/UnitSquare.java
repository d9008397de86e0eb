package cohortkit.report.picture;

/** A square whose two axes run from 0 to 1, with its ticks, its diagonal and the names of the axes. */
final class UnitSquare {

    static final double LEFT = 64;
    static final double TOP = 44;
    static final double SIDE = 300;
    static final double BOTTOM = TOP + SIDE;
    static final double WIDTH = LEFT + SIDE + 24;
    static final double HEIGHT = BOTTOM + 52;

    static final Axis X = new Axis(false, 0, 1, LEFT, LEFT + SIDE);
    static final Axis Y = new Axis(false, 0, 1, BOTTOM, TOP);

    private UnitSquare() {}

    static void draw(Drawing drawing, String title, String below, String beside) {
        drawing.bold(12, 26, Drawing.Anchor.START, title);
        drawing.frame(LEFT, TOP, SIDE, SIDE, Drawing.INK);
        drawing.dashed(X.at(0), Y.at(0), X.at(1), Y.at(1), Drawing.QUIET);
        for (double tick : X.ticks()) {
            drawing.line(X.at(tick), BOTTOM, X.at(tick), BOTTOM + 5, Drawing.INK, 1);
            drawing.text(X.at(tick), BOTTOM + 19, Drawing.Anchor.MIDDLE, Axis.words(tick));
            drawing.line(LEFT - 5, Y.at(tick), LEFT, Y.at(tick), Drawing.INK, 1);
            drawing.text(LEFT - 9, Y.at(tick) + 4.5, Drawing.Anchor.END, Axis.words(tick));
        }
        drawing.quiet(LEFT + SIDE / 2, BOTTOM + 40, Drawing.Anchor.MIDDLE, below);
        drawing.upright(18, TOP + SIDE / 2, beside);
    }
}
