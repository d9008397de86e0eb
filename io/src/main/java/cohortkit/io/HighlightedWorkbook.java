package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Severity;
import cohortkit.core.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellUtil;

/**
 * Copies a workbook and marks each cell that its import ledger names: a background by severity, and a comment with what
 * became of the cell and why. Everything else stays as it was; the original is not touched.
 *
 * <pre>{@code
 * var marked = folder.resolve("marked.xlsx");
 * HighlightedWorkbook.write(file, patients.ledger(), marked);
 * Workbook.open(marked).cohort().size() == patients.size()   // true
 * }</pre>
 *
 * <p>The copy is made in memory, about 100 bytes for each byte of the file.
 */
public final class HighlightedWorkbook {

    private static final String AUTHOR = "Cohortkit";
    /** What POI's user model took for a file of 20 MB, rounded up. */
    private static final long MEMORY_PER_BYTE = 100;

    private static final int COMMENT_COLUMNS = 4;
    private static final int COMMENT_ROWS = 5;
    /** A comment is to be read in a small window. */
    private static final int MOST_TEXT = 8_000;

    private final Workbook workbook;
    private final CreationHelper make;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final Map<Sheet, Drawing<?>> drawings = new HashMap<>();

    private HighlightedWorkbook(Workbook workbook) {
        this.workbook = workbook;
        this.make = workbook.getCreationHelper();
    }

    /**
     * Writes the copy, or leaves the old one if that fails.
     *
     * @param original a workbook, xlsx, xlsm or xls
     * @param ledger of its import
     * @param copy with the original's extension
     * @throws InputException if the original is no workbook, is too large for the memory or cannot be copied, or the copy
     *     cannot be written
     */
    public static void write(Path original, Ledger ledger, Path copy) {
        String extension = extension(original);
        if (!List.of("xlsx", "xlsm", "xls").contains(extension)) {
            throw new InputException(
                    "'" + original.getFileName() + "' has no cells to highlight: it is no workbook (.xlsx, "
                            + ".xlsm, .xls) by its name; write the ledger as .html instead");
        }
        if (!extension(copy).equals(extension)) {
            throw new InputException("cannot write '" + copy + "': the copy of a ." + extension
                    + " workbook is one; give it the extension ." + extension);
        }
        requireMemory(original, Runtime.getRuntime().maxMemory());
        OutputFile.writeBytes(copy, out -> {
            // From a stream: what is opened as a file is saved back to it, or cannot be changed.
            try (InputStream in = Files.newInputStream(original);
                    Workbook workbook = WorkbookFactory.create(in)) {
                new HighlightedWorkbook(workbook).mark(ledger);
                workbook.write(out);
            } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | POIXMLException e) {
                throw new IOException("'" + original.getFileName() + "' cannot be copied: " + e.getMessage(), e);
            }
        });
    }

    static void requireMemory(Path original, long memory) {
        long bytes = original.toFile().length();
        if (bytes > memory / MEMORY_PER_BYTE) {
            throw new InputException("'" + original.getFileName() + "' is too large to be copied with its colors: "
                    + (bytes >> 20) + " MB, and " + (memory >> 20)
                    + " MB of memory take at most " + ((memory / MEMORY_PER_BYTE) >> 20)
                    + " MB; write the ledger as .html, or give Java more memory (-Xmx)");
        }
    }

    private static String extension(Path path) {
        String name = Spaces.lower(String.valueOf(path.getFileName()));
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void mark(Ledger ledger) {
        Map<CellRef, List<Ledger.Entry>> byCell = new LinkedHashMap<>();
        for (Ledger.Entry entry : ledger.entries()) {
            byCell.computeIfAbsent(entry.cell(), cell -> new ArrayList<>()).add(entry);
        }
        byCell.forEach(this::mark);
    }

    private void mark(CellRef at, List<Ledger.Entry> entries) {
        Sheet sheet = workbook.getSheet(at.sheet());
        if (sheet == null) {
            throw new InputException("the ledger names the sheet '" + at.sheet()
                    + "', which the workbook does not have; " + "give the workbook that the ledger is of");
        }
        Row row = CellUtil.getRow(at.row() - 1, sheet);
        Cell cell = CellUtil.getCell(row, at.column() - 1);
        Severity worst = Severity.NOTE;
        StringBuilder text = new StringBuilder();
        for (Ledger.Entry entry : entries) {
            Severity severity = entry.action().severity();
            worst = severity.compareTo(worst) > 0 ? severity : worst;
            text.append(text.isEmpty() ? "" : "\n").append(sentence(entry));
        }
        cell.setCellStyle(style(cell.getCellStyle(), worst));
        comment(sheet, cell, text.toString());
    }

    /** Such as "note: recoded -> missing: not recorded (missing code 999)". */
    private static String sentence(Ledger.Entry entry) {
        String result = entry.result().isEmpty() ? "" : " -> " + entry.result();
        return Spaces.lower(entry.action().severity().name()) + ": "
                + Spaces.lower(entry.action().name()).replace('_', ' ') + result + " (" + entry.rule() + ")";
    }

    private CellStyle style(CellStyle plain, Severity severity) {
        return styles.computeIfAbsent(plain.getIndex() + " " + severity, key -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(plain);
            style.setFillForegroundColor(color(severity).getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    /** Told apart by color-blind people too; the comment says it in words. */
    private static IndexedColors color(Severity severity) {
        return switch (severity) {
            case NOTE -> IndexedColors.PALE_BLUE;
            case WARNING -> IndexedColors.LIGHT_YELLOW;
            case ERROR -> IndexedColors.LIGHT_ORANGE;
        };
    }

    private void comment(Sheet sheet, Cell cell, String text) {
        Comment old = cell.getCellComment();
        String whole =
                old == null || old.getString() == null ? text : old.getString().getString() + "\n" + text;
        String shown = CellText.shortened(whole, MOST_TEXT);
        if (old != null) {
            old.setString(make.createRichTextString(shown));
            return;
        }
        ClientAnchor anchor = make.createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + COMMENT_COLUMNS);
        Comment comment =
                drawings.computeIfAbsent(sheet, Sheet::createDrawingPatriarch).createCellComment(anchor);
        comment.setAddress(cell.getAddress());
        comment.setAuthor(AUTHOR);
        comment.setString(make.createRichTextString(shown));
    }
}
