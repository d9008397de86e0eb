package cohortkit.report;

import java.util.List;

/** A table whose words try to be something else: markup, formulas, escapes, turned letters, and very long. */
final class HostileTable {

    static final String MARKUP =
            "<script>alert('x')</script> & **bold** [a](http://b.c) \\input{x} $x$ ~~s~~ `c` | #1 %";
    static final String FORMULA = "=HYPERLINK(\"http://x\",\"y\")";
    static final String PLUS = "+1 --x ,,y ''z _x0041_";
    static final String TURNED = "\u05e9\u05dc\u05d5\u05dd \u202egnp.exe";
    static final String LONG = "L".repeat(150) + " " + "word ".repeat(80);

    private HostileTable() {}

    static PaperTable of() {
        return new PaperTable(
                MARKUP,
                List.of(
                        PaperTable.Column.left("@name"),
                        new PaperTable.Column(PaperCell.text(FORMULA).withFootnote(PLUS), PaperTable.Align.RIGHT),
                        PaperTable.Column.right(MARKUP),
                        PaperTable.Column.left("\t-text\u0007")),
                List.of(new PaperTable.Spanner(TURNED, 1, 2)),
                List.of(
                        new PaperTable.Row(
                                PaperTable.Kind.SECTION,
                                0,
                                List.of(PaperCell.text(LONG), PaperCell.BLANK, PaperCell.BLANK, PaperCell.BLANK)),
                        row(MARKUP, FORMULA),
                        row(FORMULA, TURNED),
                        row(PLUS, MARKUP),
                        row(TURNED, LONG),
                        PaperTable.Row.total(
                                PaperCell.text("[all]*"),
                                PaperCell.count(-3),
                                PaperCell.of(new CellValue.PValue(0.00001)).withFootnote(FORMULA),
                                PaperCell.text("\ud800half"))),
                List.of(FORMULA, MARKUP, TURNED));
    }

    private static PaperTable.Row row(String label, String words) {
        return new PaperTable.Row(
                PaperTable.Kind.DATA,
                1,
                List.of(
                        PaperCell.text(label),
                        PaperCell.of(new CellValue.Decimal(-0.4375, 2)),
                        PaperCell.of(new CellValue.MeanSd(1234.5678, 0.25, 1))
                                .withFootnote(PLUS)
                                .withFootnote(MARKUP),
                        PaperCell.text(words)));
    }

    /** Every cell as it should be read back, headers first, marks in brackets. */
    static List<List<String>> printed(PaperTable table, JournalStyle style) {
        Typeset set = new Typeset(table, style);
        List<List<String>> all = new java.util.ArrayList<>();
        all.add(set.headers().stream().map(Typeset.Cell::plain).toList());
        for (int row = 0; row < set.rows(); row++) {
            all.add(set.row(row).stream().map(Typeset.Cell::plain).toList());
        }
        return all;
    }
}
