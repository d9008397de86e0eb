package cohortkit.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tags around the rows of a worksheet in UTF-8, so that some of its rows can be read without the others. */
final class SheetFrame {

    private static final List<String> LOOKS =
            List.of("spans", "ht", "customHeight", "s", "customFormat", "thickBot", "thickTop");
    private static final List<String> EXCEL_LOOKS =
            List.of("spans", "ht", "customHeight", "s", "customFormat", "thickBot", "thickTop", "x14ac:dyDescent");

    private final byte[] opening;
    private final byte[] closing;
    private final byte[] rowEnd;
    private final int rowsStart;

    private SheetFrame(String opening, String closing, String rowEnd, int rowsStart) {
        this.rowsStart = rowsStart;
        this.opening = bytes(opening);
        this.closing = bytes(closing);
        this.rowEnd = bytes(rowEnd);
    }

    /** The frame of a sheet that begins so; none where it is not at hand. */
    static Optional<SheetFrame> of(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, 1 << 14), StandardCharsets.ISO_8859_1);
        int root = afterTag(text, "worksheet");
        int data = afterTag(text, "sheetData");
        if (root < 0 || data < root || text.charAt(data - 2) == '/' || !isUtf8(text)) {
            return Optional.empty();
        }
        String tag = text.substring(text.lastIndexOf('<', data - 1), data);
        String prefix = tag.substring(1, tag.indexOf("sheetData"));
        String closing = "</" + prefix + "sheetData></" + prefix + "worksheet>";
        return Optional.of(new SheetFrame(text.substring(0, root) + tag, closing, "</" + prefix + "row>", data));
    }

    private static int afterTag(String text, String name) {
        int at = text.indexOf(name);
        return at < 1 ? -1 : text.indexOf('>', at) + 1;
    }

    private static boolean isUtf8(String text) {
        int declared = text.startsWith("<?xml") ? text.indexOf("encoding", 0) : -1;
        return text.startsWith("<") && (declared < 0 || text.regionMatches(true, declared + 10, "UTF-8", 0, 5));
    }

    byte[] opening() {
        return opening.clone();
    }

    byte[] closing() {
        return closing.clone();
    }

    /** Attributes of rows that say nothing of their cells. */
    List<String> looks() {
        boolean excel = new String(opening, StandardCharsets.ISO_8859_1).contains(" xmlns:x14ac=\"");
        return excel ? EXCEL_LOOKS : LOOKS;
    }

    /** Where, in the start of the part, the first row may stand. */
    int rowsStart() {
        return rowsStart;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The length up to the end of the last row that ends there. */
    int lastRowEnd(byte[] part, int length) {
        for (int end = length; end >= rowEnd.length; end--) {
            if (part[end - 1] == '>' && Arrays.equals(part, end - rowEnd.length, end, rowEnd, 0, rowEnd.length)) {
                return end;
            }
        }
        return 0;
    }
}
