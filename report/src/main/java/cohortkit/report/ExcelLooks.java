package cohortkit.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The cell styles of a workbook, each made once. */
final class ExcelLooks {

    /** How a text looks. */
    enum Look {
        LEFT,
        INDENTED,
        DEEPER,
        RIGHT,
        HEAD,
        HEAD_RIGHT,
        CENTER,
        NOTE;

        static Look indented(int indent) {
            return indent == 0 ? LEFT : indent == 1 ? INDENTED : DEEPER;
        }
    }

    private final Workbook workbook;
    private final Map<Look, CellStyle> texts = new EnumMap<>(Look.class);
    private final Map<String, CellStyle> numbers = new HashMap<>();

    ExcelLooks(Workbook workbook) {
        this.workbook = workbook;
    }

    /** A style for text, which stays text when it is edited. */
    CellStyle text(Look look) {
        return texts.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setQuotePrefixed(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(look != Look.NOTE && look != Look.HEAD);
        style.setAlignment(
                switch (look) {
                    case RIGHT, HEAD_RIGHT -> HorizontalAlignment.RIGHT;
                    case CENTER -> HorizontalAlignment.CENTER;
                    default -> HorizontalAlignment.LEFT;
                });
        style.setIndention((short) (look == Look.INDENTED ? 1 : look == Look.DEEPER ? 2 : 0));
        if (look == Look.HEAD || look == Look.HEAD_RIGHT || look == Look.CENTER) {
            Font bold = workbook.createFont();
            bold.setBold(true);
            style.setFont(bold);
        }
        return style;
    }

    /** Whether a value is one finite number. */
    static boolean isNumber(CellValue value) {
        return value.parts().size() == 1 && Double.isFinite(value.parts().get(0).value());
    }

    /** A style that shows a number with the decimals that it is printed with, and its footnotes' marks behind it. */
    CellStyle number(CellValue value, JournalStyle style, String marks) {
        String shown = format(value, style) + (marks.isEmpty() ? "" : "\" [" + marks + "]\"");
        return numbers.computeIfAbsent(shown, format -> {
            CellStyle made = workbook.createCellStyle();
            made.setVerticalAlignment(VerticalAlignment.TOP);
            made.setAlignment(HorizontalAlignment.RIGHT);
            made.setDataFormat(workbook.createDataFormat().getFormat(format));
            return made;
        });
    }

    /** Such as "0.000", or {@code "<0.0001"} for a p-value that is printed as a bound. */
    private static String format(CellValue value, JournalStyle style) {
        String printed = value.printed(style);
        if (printed.startsWith("<") || printed.startsWith(">")) {
            return '"' + printed + '"';
        }
        if (printed.contains("E")) {
            return "0.00E+00";
        }
        int mark = printed.indexOf(style.decimalMark());
        int decimals =
                mark < 0 ? 0 : printed.length() - mark - style.decimalMark().length();
        boolean percent = (value instanceof CellValue.Estimated estimated
                        && estimated.estimate().measure().isPercent())
                || value instanceof CellValue.EstimatedPercent;
        return "0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)) + (percent ? "%" : "");
    }
}
