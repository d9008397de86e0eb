package cohortkit.report;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** One panel of a table in a Word document, with fixed column widths. */
final class WordTable {

    private static final int INDENT = 200;
    private static final int PADDING = 60;
    private static final int THICK = 8;
    private static final int THIN = 4;

    private final Typeset set;
    private final Layout.Panel panel;
    private final int[] widths;

    /**
     * A panel.
     *
     * @param width how wide it may be, in twentieths of a point
     */
    WordTable(Typeset set, Layout.Panel panel, int width) {
        this.set = set;
        this.panel = panel;
        int characters = Arrays.stream(panel.widths()).sum() + 2 * panel.widths().length;
        this.widths = Arrays.stream(panel.widths())
                .map(w -> (int) ((long) (w + 2) * width / characters))
                .toArray();
    }

    void append(XWPFDocument document) {
        XWPFTable table = document.createTable(1, widths.length);
        setUp(table);
        if (set.table().spanners().isEmpty()) {
            header(table.getRow(0));
        } else {
            spanners(table.getRow(0));
            header(table.createRow());
        }
        for (int row = 0; row < set.rows(); row++) {
            row(fresh(table), row);
        }
    }

    private void setUp(XWPFTable table) {
        int total = Arrays.stream(widths).sum();
        CTTblPr properties = table.getCTTbl().getTblPr();
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(total);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(0, PADDING, 0, PADDING);
        table.setTopBorder(XWPFBorderType.SINGLE, THICK, 0, "auto");
        table.setBottomBorder(XWPFBorderType.SINGLE, THICK, 0, "auto");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
    }

    /** A row with as many cells as there are columns, whatever was merged above it. */
    private XWPFTableRow fresh(XWPFTable table) {
        XWPFTableRow row = table.createRow();
        while (row.getTableCells().size() < widths.length) {
            row.addNewTableCell();
        }
        row.setCantSplitRow(true);
        return row;
    }

    private void spanners(XWPFTableRow row) {
        row.setRepeatHeader(true);
        int i = 0;
        int cell = 0;
        while (i < widths.length) {
            int over = over(panel.columns()[i]);
            int end = i + 1;
            while (over >= 0 && end < widths.length && over == over(panel.columns()[end])) {
                end++;
            }
            XWPFTableCell filled = row.getCell(cell++);
            merge(row, filled, i, end);
            if (over >= 0) {
                XWPFParagraph paragraph = filled.getParagraphs().get(0);
                String words = set.table().spanners().get(over).header();
                WordRenderer.cell(paragraph, new Typeset.Cell(words, ""), false, true);
                paragraph.setAlignment(org.apache.poi.xwpf.usermodel.ParagraphAlignment.CENTER);
                rule(filled, false);
            }
            i = end;
        }
    }

    private int over(int column) {
        List<PaperTable.Spanner> spanners = set.table().spanners();
        for (int i = 0; i < spanners.size(); i++) {
            if (spanners.get(i).first() <= column && column <= spanners.get(i).last()) {
                return i;
            }
        }
        return -1;
    }

    private void header(XWPFTableRow row) {
        while (row.getTableCells().size() < widths.length) {
            row.addNewTableCell();
        }
        row.setRepeatHeader(true);
        fill(row, set.headers(), 0, true);
        row.getTableCells().forEach(cell -> rule(cell, false));
    }

    private void row(XWPFTableRow row, int index) {
        PaperTable.Row source = set.source(index);
        boolean bold = source.kind() == PaperTable.Kind.TOTAL;
        if (set.isSection(index)) {
            XWPFParagraph paragraph = row.getCell(0).getParagraphs().get(0);
            paragraph.setIndentationLeft(INDENT * source.indent());
            paragraph.setKeepNext(true);
            WordRenderer.cell(paragraph, set.row(index).get(0), false, true);
            merge(row, row.getCell(0), 0, widths.length);
            return;
        }
        fill(row, set.row(index), source.indent(), bold);
        if (bold) {
            row.getTableCells().forEach(cell -> rule(cell, true));
        }
    }

    private void fill(XWPFTableRow row, List<Typeset.Cell> cells, int indent, boolean bold) {
        for (int i = 0; i < widths.length; i++) {
            XWPFTableCell cell = row.getCell(i);
            width(cell, widths[i]);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            if (i == 0) {
                paragraph.setIndentationLeft(INDENT * indent);
            }
            int column = panel.columns()[i];
            WordRenderer.cell(paragraph, cells.get(column), set.isRight(column), bold);
        }
    }

    /** The cell takes the columns from {@code first} to before {@code end}; those that it covers go. */
    private void merge(XWPFTableRow row, XWPFTableCell cell, int first, int end) {
        width(cell, Arrays.stream(widths, first, end).sum());
        if (end - first > 1) {
            properties(cell).addNewGridSpan().setVal(BigInteger.valueOf(end - first));
            for (int extra = first + 1; extra < end; extra++) {
                row.removeCell(row.getTableCells().indexOf(cell) + 1);
            }
        }
    }

    private static void width(XWPFTableCell cell, int width) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(Integer.toString(width));
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties == null ? cell.getCTTc().addNewTcPr() : properties;
    }

    private static void rule(XWPFTableCell cell, boolean above) {
        CTTcPr properties = properties(cell);
        CTTcBorders borders = properties.isSetTcBorders() ? properties.getTcBorders() : properties.addNewTcBorders();
        var border = above ? borders.addNewTop() : borders.addNewBottom();
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(THIN));
    }
}
