package cohortkit.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;

/** Excel 97 to 2003. Its sheets are small by nature (65,536 rows), so that POI's user model serves. */
final class XlsFormat implements Format {

    private static final int MOST_ROWS = 65_536;
    private static final int MOST_COLUMNS = 256;

    @Override
    public boolean fits(byte[] start) {
        return Format.startsWith(start, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    }

    @Override
    public List<RawSheet> read(Content content) throws IOException {
        try (POIFSFileSystem files =
                content.isFile() ? new POIFSFileSystem(content.file(), true) : new POIFSFileSystem(content.open())) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw encrypted(content, null);
            }
            if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
                throw content.problem("it is an Office file, but not a workbook");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
                return sheets(content, workbook);
            }
        } catch (EncryptedDocumentException e) {
            throw encrypted(content, e);
        } catch (OldExcelFormatException e) {
            throw content.problem("it is from Excel 95 or before; save it as xlsx and try again", e);
        }
    }

    private static RuntimeException encrypted(Content content, Exception cause) {
        return content.problem("it is encrypted; save it without a password and try again", cause);
    }

    private static List<RawSheet> sheets(Content content, HSSFWorkbook workbook) {
        DateSystem dates =
                workbook.getInternalWorkbook().isUsing1904DateWindowing() ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
        TextPool texts = new TextPool();
        List<RawSheet> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean visible = workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE;
            SheetTraits traits = new SheetTraits(true, visible, dates, MOST_ROWS, MOST_COLUMNS);
            RawSheet sheet = new RawSheet(content.name(), workbook.getSheetName(i), traits, texts);
            fill(sheet, texts, workbook.getSheetAt(i));
            sheet.notes().detect("xls workbook; " + dates.words());
            sheets.add(sheet);
        }
        return sheets;
    }

    private static void fill(RawSheet sheet, TextPool texts, Sheet source) {
        for (Row row : source) {
            if (row.getZeroHeight()) {
                sheet.notes().hideRow(row.getRowNum() + 1);
            }
            for (Cell cell : row) {
                boolean computed = cell.getCellType() == CellType.FORMULA;
                CellType type = computed ? cell.getCachedFormulaResultType() : cell.getCellType();
                int at = row.getRowNum() + 1;
                int column = cell.getColumnIndex() + 1;
                switch (type) {
                    case NUMERIC -> sheet.number(at, column, cell.getNumericCellValue(), form(cell), computed);
                    case STRING -> {
                        String text = cell.getRichStringCellValue().getString();
                        if (!text.isEmpty()) {
                            sheet.text(at, column, CellKind.TEXT, texts.place(text), computed);
                        }
                    }
                    case BOOLEAN ->
                        sheet.text(
                                at,
                                column,
                                CellKind.LOGICAL,
                                texts.place(cell.getBooleanCellValue() ? "TRUE" : "FALSE"),
                                computed);
                    case ERROR -> sheet.text(at, column, CellKind.ERROR, texts.place(error(cell)), computed);
                    default -> {}
                }
            }
        }
        for (int column = 1; column <= MOST_COLUMNS; column++) {
            if (source.isColumnHidden(column - 1)) {
                sheet.notes().hideColumns(column, column);
            }
        }
        for (CellRangeAddress span : source.getMergedRegions()) {
            sheet.merge(new Span(
                    span.getFirstRow() + 1,
                    span.getFirstColumn() + 1,
                    span.getLastRow() + 1,
                    span.getLastColumn() + 1));
        }
    }

    private static NumberForm form(Cell cell) {
        String code = cell.getCellStyle().getDataFormatString();
        return code == null ? NumberForm.builtIn(cell.getCellStyle().getDataFormat()) : NumberForm.parse(code);
    }

    private static String error(Cell cell) {
        return FormulaError.isValidCode(cell.getErrorCellValue())
                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                : "#ERROR!";
    }
}
