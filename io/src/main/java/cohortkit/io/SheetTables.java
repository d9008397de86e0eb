package cohortkit.io;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A sheet and the tables on it.
 *
 * @param spans where they are; empty where the sheet shows no sign of more than one
 * @param parts the cells of each, or the sheet itself
 */
record SheetTables(RawSheet sheet, List<Span> spans, List<RawSheet> parts) {

    static SheetTables of(RawSheet sheet) {
        List<Span> spans = TableRegions.of(sheet);
        List<RawSheet> parts = spans.isEmpty()
                ? List.of(sheet)
                : spans.stream().map(sheet::part).toList();
        return new SheetTables(sheet, spans, parts);
    }

    /** Without the one that is the codebook. */
    SheetTables without(RawSheet codebook) {
        int[] others = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i) != codebook)
                .toArray();
        return new SheetTables(
                sheet,
                spans.isEmpty()
                        ? spans
                        : IntStream.of(others).mapToObj(spans::get).toList(),
                IntStream.of(others).mapToObj(parts::get).toList());
    }
}
