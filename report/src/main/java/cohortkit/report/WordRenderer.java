package cohortkit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A table as a Word document: a real table no wider than the page's text, upright A4 where it fits and across where not,
 * footnotes and notes below. Lengths are in twentieths of a point.
 */
final class WordRenderer {

    /** How many characters of 9 points stand side by side. */
    private static final int UPRIGHT = 90;

    private static final int ACROSS = 140;
    private static final int GAP = 2;
    private static final int MARGIN = 1134;
    private static final int SHORT_SIDE = 11906;
    private static final int LONG_SIDE = 16838;
    private static final double POINTS = 9;

    private final Typeset set;
    private final Layout layout;
    private final boolean across;

    WordRenderer(PaperTable table, JournalStyle style) {
        this.set = new Typeset(table, style);
        this.layout = new Layout(set);
        this.across = layout.least(GAP) > UPRIGHT;
    }

    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreated(OfficeZip.CREATED);
            page(document);
            if (!set.table().title().isEmpty()) {
                XWPFParagraph title = document.createParagraph();
                run(title, set.table().title()).setBold(true);
                title.setKeepNext(true);
            }
            List<Layout.Panel> panels = layout.panels(across ? ACROSS : UPRIGHT, GAP);
            for (int i = 0; i < panels.size(); i++) {
                if (i > 0) {
                    document.createParagraph();
                }
                new WordTable(set, panels.get(i), textWidth()).append(document);
            }
            set.footnotes().byText().forEach((note, mark) -> {
                XWPFParagraph paragraph = document.createParagraph();
                raised(paragraph, mark);
                run(paragraph, " " + note);
            });
            set.table().notes().forEach(note -> run(document.createParagraph(), note));
            document.write(bytes);
        } catch (InvalidFormatException e) {
            throw new IOException("the date of creation is no date", e);
        }
        OfficeZip.copy(bytes.toByteArray(), out);
    }

    private int textWidth() {
        return (across ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
    }

    private void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(across ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(across ? SHORT_SIDE : LONG_SIDE));
        if (across) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
    }

    /** A printed cell, its marks raised. */
    static void cell(XWPFParagraph paragraph, Typeset.Cell cell, boolean right, boolean bold) {
        paragraph.setAlignment(right ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        run(paragraph, cell.text()).setBold(bold);
        if (!cell.marks().isEmpty()) {
            raised(paragraph, cell.marks());
        }
    }

    static XWPFRun run(XWPFParagraph paragraph, String text) {
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        XWPFRun run = paragraph.createRun();
        run.setFontFamily("Arial");
        run.setFontSize(POINTS);
        run.setText(text);
        return run;
    }

    private static void raised(XWPFParagraph paragraph, String marks) {
        XWPFRun run = run(paragraph, marks);
        run.setSubscript(VerticalAlign.SUPERSCRIPT);
    }
}
