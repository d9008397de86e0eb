package cohortkit.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the tables on a sheet. Blank columns part two tables only where each side has a header and rows of its own; blank
 * rows only where a new header follows. In doubt it is one table, and nothing is cut.
 */
final class TableRegions {

    private static final int DEEPEST = 6;
    private static final int TITLE_ROWS = 4;
    private static final int ROWS_LOOKED_AT = 200;
    private static final Pattern IDENTIFIER_NAME = Pattern.compile("(?i)(.*[ _.-])?id");

    private final RawSheet sheet;

    private TableRegions(RawSheet sheet) {
        this.sheet = sheet;
    }

    /** The tables, from the top left; none where there is no sign of more than one. */
    static List<Span> of(RawSheet sheet) {
        if (sheet.rows() == 0) {
            return List.of();
        }
        TableRegions finder = new TableRegions(sheet);
        Span whole = finder.whole();
        if (!finder.hasGap(whole)) {
            return List.of();
        }
        List<Span> tables = finder.split(Region.of(sheet, whole), 0).stream()
                .filter(region -> isTable(region) || isCodebook(region))
                .map(Region::span)
                .toList();
        return tables.size() > 1 ? tables : List.of();
    }

    private Span whole() {
        BitSet columns = sheet.cells().columns(0);
        int first = columns.nextSetBit(0);
        return new Span(sheet.rowNumber(0), first, sheet.rowNumber(sheet.rows() - 1), columns.length() - 1);
    }

    /** Whether a blank row or column may part it, told without a look at most cells. */
    private boolean hasGap(Span whole) {
        int rows = sheet.rowNumber(sheet.rows() - 1) - sheet.rowNumber(0) + 1;
        BitSet used = new BitSet();
        for (int position = 0; position < Math.min(sheet.rows(), ROWS_LOOKED_AT); position++) {
            for (int i = sheet.firstCell(position); i >= 0; i = sheet.nextCell(position, i)) {
                used.set(sheet.column(i));
            }
        }
        return rows > sheet.rows() || used.cardinality() < whole.lastColumn() - whole.firstColumn() + 1;
    }

    private List<Region> split(Region region, int depth) {
        if (region.isEmpty() || depth > DEEPEST) {
            return List.of();
        }
        List<Region> groups = region.besideEachOther();
        for (int i = 1; i < groups.size(); i++) {
            if (areTwo(groups.get(i - 1), groups.get(i))) {
                int border = groups.get(i).span().firstColumn();
                return both(columns(region, 0, border - 1), columns(region, border, Integer.MAX_VALUE), depth);
            }
        }
        List<Region> sections = region.belowEachOther();
        for (int i = 1; i < sections.size(); i++) {
            if (startsTable(region, sections, i)) {
                int end = sections.get(i - 1).span().lastRow();
                int start = sections.get(i).span().firstRow();
                return both(
                        region.rows(region.span().firstRow(), end),
                        region.rows(start, region.span().lastRow()),
                        depth);
            }
        }
        return List.of(region);
    }

    private List<Region> both(Region one, Region other, int depth) {
        List<Region> tables = new ArrayList<>(split(one, depth + 1));
        tables.addAll(split(other, depth + 1));
        return tables;
    }

    private Region columns(Region region, int first, int last) {
        Span span = region.span();
        return Region.of(
                sheet,
                new Span(
                        span.firstRow(),
                        Math.max(first, span.firstColumn()),
                        span.lastRow(),
                        Math.min(last, span.lastColumn())));
    }

    /** Whether what stands beside each other is not one table with a blank column. */
    private boolean areTwo(Region left, Region right) {
        if (left.width() < 2 || right.width() < 2 || left.header() < 0 || right.header() < 0) {
            return false;
        }
        if (isCodebook(left) || isCodebook(right)) {
            return true;
        }
        List<RawCell> leftHeader = left.row(left.header());
        List<RawCell> rightHeader = right.row(right.header());
        if (!HeaderLooks.isHeader(leftHeader) || !HeaderLooks.isHeader(rightHeader)) {
            return false;
        }
        if (Math.abs(leftHeader.get(0).row() - rightHeader.get(0).row()) > 1) {
            return true;
        }
        boolean underHeading = left.span().firstRow() == right.span().firstRow()
                && rightHeader.get(0).row() > right.span().firstRow();
        if (!underHeading && sharesName(leftHeader, rightHeader)) {
            return true;
        }
        String firstName = Spaces.clean(rightHeader.get(0).shown());
        return left.span().lastRow() != right.span().lastRow()
                && (IDENTIFIER_NAME.matcher(firstName).matches() || isList(right));
    }

    private static boolean sharesName(List<RawCell> one, List<RawCell> other) {
        Set<String> names = new HashSet<>();
        one.forEach(cell -> names.add(Spaces.lower(Spaces.clean(cell.shown()))));
        return other.stream().anyMatch(cell -> names.contains(Spaces.lower(Spaces.clean(cell.shown()))));
    }

    /** Whether its first column names something different in each row, without a gap: words, or the numbers of a list. */
    private boolean isList(Region region) {
        Set<String> keys = new HashSet<>();
        boolean words = true;
        boolean counts = true;
        int[] rows = region.after(region.header(), Integer.MAX_VALUE);
        for (int i = 0; i < rows.length; i++) {
            List<RawCell> row = region.row(rows[i]);
            RawCell first = row.get(0);
            if (row.size() < region.width()) {
                return false;
            }
            keys.add(first.shown());
            words &= HeaderLooks.isWord(first);
            counts &= first.kind() == CellKind.NUMBER && (first.number() == i || first.number() == i + 1);
        }
        boolean dense = region.span().lastRow() - sheet.rowNumber(region.header()) == rows.length;
        return rows.length > 1 && dense && keys.size() == rows.length && (words || counts);
    }

    /** Whether it has a header and rows; two columns of words are notes. */
    private static boolean isTable(Region region) {
        int header = region.header();
        if (header < 0 || !HeaderLooks.isHeader(region.row(header))) {
            return false;
        }
        int[] rows = region.after(header, ROWS_LOOKED_AT);
        return rows.length > 0
                && (region.width() > 2
                        || region.row(header).stream().anyMatch(cell -> region.hasValues(rows, cell.column())));
    }

    private static boolean isCodebook(Region region) {
        int header = region.header();
        return header >= 0
                && mayNameCodebook(region.row(header))
                && CodebookSheet.find(List.of(region.cells())).isPresent();
    }

    private static boolean mayNameCodebook(List<RawCell> header) {
        EnumSet<CodebookSheet.Field> fields = EnumSet.noneOf(CodebookSheet.Field.class);
        header.forEach(cell -> CodebookSheet.Field.of(cell.shown()).ifPresent(fields::add));
        return fields.contains(CodebookSheet.Field.NAME) && fields.contains(CodebookSheet.Field.TYPE);
    }

    /** Whether a table of its own begins with that section, maybe under lines of one cell. */
    private boolean startsTable(Region region, List<Region> sections, int index) {
        Region section = sections.get(index);
        int header = section.header();
        if (header < 0 || !HeaderLooks.isHeader(section.row(header)) || section.after(header, 1).length == 0) {
            return false;
        }
        int titles = sheet.rowNumber(header) - section.span().firstRow();
        int above = region.header();
        if (titles > TITLE_ROWS || above < 0 || above >= header) {
            return false;
        }
        boolean titled = titles > 0 || isTitle(sections.get(index - 1));
        if (new NewHeader(region, above, header).isNew(titled)) {
            return true;
        }
        int end = sections.get(index - 1).span().lastRow();
        return (mayNameCodebook(section.row(header))
                        && isCodebook(section.rows(
                                sheet.rowNumber(header), section.span().lastRow())))
                || (mayNameCodebook(region.row(above)) && isCodebook(region.rows(sheet.rowNumber(above), end)));
    }

    private static boolean isTitle(Region section) {
        return section.span().firstRow() == section.span().lastRow() && section.width() == 1;
    }
}
