package cohortkit.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a {@link PaperTable}: its value and its footnotes. Equal footnotes of a table share a mark.
 *
 * <pre>{@code
 * PaperCell.of(new CellValue.PValue(0.03)).withFootnote("Fisher exact test")   // 0.030 [Fisher exact test]
 * }</pre>
 *
 * @param value what it says
 * @param footnotes the texts, in order
 */
public record PaperCell(CellValue value, List<String> footnotes) {

    /** Nothing. */
    public static final PaperCell BLANK = text("");

    public PaperCell {
        footnotes = footnotes.stream().map(Words::clean).toList();
    }

    /** A value without footnotes. */
    public static PaperCell of(CellValue value) {
        return new PaperCell(value, List.of());
    }

    /** Words without footnotes. */
    public static PaperCell text(String text) {
        return of(new CellValue.Words(text));
    }

    /** A count without footnotes. */
    public static PaperCell count(long n) {
        return of(new CellValue.Whole(n));
    }

    /** The same with one more footnote. */
    public PaperCell withFootnote(String text) {
        List<String> more = new ArrayList<>(footnotes);
        more.add(text);
        return new PaperCell(value, more);
    }

    /** Such as "0.030 [Fisher exact test]". */
    @Override
    public String toString() {
        return value.printed(Journal.PLAIN.style()) + (footnotes.isEmpty() ? "" : " " + footnotes);
    }
}
