package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Count;
import cohortkit.core.Ledger.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which of the tables on a sheet is read, and what becomes of the others.
 *
 * @param sheet all cells
 * @param cells those in which the table is looked for
 * @param others other tables
 * @param read where cells stand that are accounted for: those of the table, and of a codebook; empty for all
 * @param detected how it was found, in words; empty if there was no choice
 */
record TablePlace(RawSheet sheet, RawSheet cells, List<Span> others, List<Span> read, String detected) {

    /** A table is taken for the data without a codebook if it has so many times the rows of any other. */
    private static final int FAR_MORE = 5;

    static TablePlace in(CellRange range, RawSheet sheet) {
        RawSheet cells = sheet.part(range.span());
        if (cells.rows() == 0) {
            throw sheet.problem("there are no cells in the range " + range.span());
        }
        int left = sheet.cells().cells() - cells.cells().cells();
        String words =
                "range " + range.span() + ", as the options say; " + Count.of(left, "cell") + " outside it not read";
        return new TablePlace(sheet, cells, List.of(), List.of(), words);
    }

    static TablePlace whole(RawSheet sheet) {
        return new TablePlace(sheet, sheet, List.of(), List.of(), "");
    }

    /** The table that fits the codebook, that has the header row asked for, or that is the only large one. */
    static TablePlace choose(SheetTables all, Optional<RawSheet> codebookPart, Optional<Codebook> codebook, int row) {
        SheetTables tables = codebookPart.map(all::without).orElse(all);
        RawSheet sheet = all.sheet();
        if (all.spans().isEmpty() || tables.parts().isEmpty()) {
            return whole(sheet);
        }
        int chosen = tables.parts().size() == 1 ? 0 : chosen(tables, codebook, row);
        if (chosen < 0) {
            return choose(new SheetTables(sheet, List.of(), List.of(sheet)), Optional.empty(), codebook, row);
        }
        Span span = tables.spans().get(chosen);
        List<Span> others =
                tables.spans().stream().filter(other -> !other.equals(span)).toList();
        List<Span> read =
                all.spans().stream().filter(some -> !others.contains(some)).toList();
        String why = row > 0
                ? "the header row is in it"
                : codebook.isPresent() ? "it fits the codebook" : "it has far more rows than the others";
        String words = others.isEmpty() ? "" : "of " + tables.spans().size() + " tables that at " + span + ": " + why;
        return new TablePlace(sheet, tables.parts().get(chosen), others, read, words);
    }

    /** The index of one; -1 for the sheet as a whole. */
    private static int chosen(SheetTables tables, Optional<Codebook> codebook, int row) {
        if (row > 0) {
            int[] with = IntStream.range(0, tables.spans().size())
                    .filter(i -> tables.spans().get(i).firstRow() <= row
                            && row <= tables.spans().get(i).lastRow())
                    .toArray();
            return with.length == 1 ? with[0] : -1;
        }
        int[] points = codebook.isPresent() ? scores(tables, codebook.get()) : sizes(tables);
        int best = IntStream.range(0, points.length).reduce(0, (a, b) -> points[b] > points[a] ? b : a);
        if (codebook.isPresent()
                && (points[best] == 0 || new CodebookHeader(tables.sheet(), codebook.get()).score() > points[best])) {
            return -1;
        }
        int near = codebook.isPresent() ? points[best] : points[best] / FAR_MORE + 1;
        if (IntStream.of(points).filter(point -> point >= near).count() > 1) {
            String names = String.join(
                    ", ", tables.spans().stream().map(Span::toString).toList());
            String what = codebook.isPresent() ? " tables that fit the codebook (" : " tables (";
            throw tables.sheet()
                    .problem("there are " + points.length + what + names + "); name one by its range, such as "
                            + tables.spans().get(best));
        }
        return best;
    }

    private static int[] scores(SheetTables tables, Codebook codebook) {
        return tables.parts().stream()
                .mapToInt(part -> new CodebookHeader(part, codebook).score())
                .toArray();
    }

    private static int[] sizes(SheetTables tables) {
        return tables.parts().stream().mapToInt(RawSheet::rows).toArray();
    }

    /** Everything on the sheet that is in no place that is read, a row of a table an entry. */
    void report(LedgerLines ledger) {
        for (Span other : others) {
            ledger.add(
                    other.firstRow(),
                    other.firstColumn(),
                    "",
                    Action.SUSPICIOUS,
                    "",
                    "another table, " + other + ", is left out; name its range to read it");
        }
        for (int position = 0; !read.isEmpty() && position < sheet.rows(); position++) {
            List<RawCell> row = sheet.row(position);
            for (Span other : others) {
                ledger.dropRow(row.stream().filter(cell -> isIn(other, cell)).toList(), "in another table, " + other);
            }
            ledger.dropRow(
                    row.stream()
                            .filter(cell -> others.stream().noneMatch(span -> isIn(span, cell))
                                    && read.stream().noneMatch(span -> isIn(span, cell)))
                            .toList(),
                    "outside the table");
        }
    }

    private static boolean isIn(Span span, RawCell cell) {
        return span.contains(cell.row(), cell.column());
    }
}
