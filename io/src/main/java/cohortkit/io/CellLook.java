package cohortkit.io;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How a written cell looks in a spreadsheet program. */
enum CellLook {
    PLAIN("General"),
    DATE("yyyy-mm-dd"),
    TIME("hh:mm:ss"),
    DATE_TIME("yyyy-mm-dd hh:mm:ss"),
    /** Stays text when it is edited, so that 007 does. */
    TEXT("@"),
    /** Text that would be run if it were typed: as if typed behind an apostrophe. */
    QUOTED("@") {
        @Override
        void dress(Workbook workbook, CellStyle style) {
            style.setQuotePrefixed(true);
        }
    },
    HEADER("@") {
        @Override
        void dress(Workbook workbook, CellStyle style) {
            Font bold = workbook.createFont();
            bold.setBold(true);
            style.setFont(bold);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setQuotePrefixed(true);
        }
    };

    private final String format;

    CellLook(String format) {
        this.format = format;
    }

    CellStyle style(Workbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        dress(workbook, style);
        return style;
    }

    void dress(Workbook workbook, CellStyle style) {}

    /** The look of a number, a date or a time. */
    static CellLook of(NumberForm form) {
        return switch (form.shape()) {
            case DATE -> DATE;
            case TIME -> TIME;
            case DATE_TIME -> DATE_TIME;
            case NUMBER, PERCENT, DURATION -> PLAIN;
        };
    }

    /** The look of a text. */
    static CellLook of(String text) {
        return CsvText.isRisky(text) ? QUOTED : TEXT;
    }
}
