package cohortkit.io;

import cohortkit.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.poi.openxml4j.opc.PackagePart;

/**
 * Reads a worksheet. A long one is cut after ends of rows and read on all cores: each part gets the sheet's opening tags
 * before it and the closing ones behind it, and is then XML by itself. Where a cut went wrong (inside a comment, say) one of
 * the parts is no XML; whatever is wrong with a part, the sheet is read again as one, which tells what it is.
 */
final class XlsxSheet {

    private static final int PART = 2 << 20;

    private final PackagePart part;
    private final int sharedTexts;
    private final List<NumberForm> forms;
    private final ImportProgress progress;

    XlsxSheet(PackagePart part, int sharedTexts, List<NumberForm> forms, ImportProgress progress) {
        this.progress = progress;
        this.part = part;
        this.sharedTexts = sharedTexts;
        this.forms = forms;
    }

    /** The sheet with its cells; it had none before. */
    RawSheet fill(RawSheet empty) throws IOException {
        RawSheet fresh = empty.apart();
        try (InputStream in = part.getInputStream()) {
            byte[] start = in.readNBytes(PART);
            Optional<SheetFrame> frame = start.length == PART ? SheetFrame.of(start) : Optional.empty();
            if (frame.isPresent() && readInParts(empty, frame.get(), start, in)) {
                return empty;
            }
        }
        XmlParts.read(part, new XlsxCells(fresh, sharedTexts, forms));
        return fresh;
    }

    private boolean readInParts(RawSheet sheet, SheetFrame frame, byte[] start, InputStream in) throws IOException {
        double[] done = {0};
        try (InOrder<RawSheet> parts = new InOrder<>(next -> {
            sheet.append(next, 0);
            done[0] += PART;
            progress.read(sheet.rows(), part.getSize() > 0 ? Math.min(1, done[0] / part.getSize()) : Double.NaN);
        })) {
            byte[] rest = start;
            boolean first = true;
            for (boolean more = true; more; first = false) {
                byte[] rows = Arrays.copyOf(rest, rest.length + PART);
                int length = rest.length + in.readNBytes(rows, rest.length, PART);
                more = length == rows.length;
                int end = more ? frame.lastRowEnd(rows, length) : length;
                if (end == 0) {
                    return false;
                }
                Piece piece = new Piece(rows, end, first, !more);
                RawSheet apart = sheet.apart();
                parts.add(() -> read(apart, frame, piece));
                rest = Arrays.copyOfRange(rows, end, length);
            }
            parts.finish();
            return true;
        } catch (ZipException e) {
            throw e;
        } catch (IOException | InputException e) {
            return false;
        }
    }

    /** Rows of a sheet, with what stands above the first of them and below the last. */
    private static final class Piece {
        private final byte[] rows;
        private final int end;
        private final boolean first;
        private final boolean last;

        Piece(byte[] rows, int end, boolean first, boolean last) {
            this.rows = rows;
            this.end = end;
            this.first = first;
            this.last = last;
        }

        /** What is XML by itself of all that stands from a row on. */
        InputStream from(int start, SheetFrame frame) {
            byte[] opening = first ? Arrays.copyOf(rows, frame.rowsStart()) : frame.opening();
            byte[] closing = last ? new byte[0] : frame.closing();
            InputStream opened = new SequenceInputStream(
                    new ByteArrayInputStream(opening), new ByteArrayInputStream(rows, start, end - start));
            return new SequenceInputStream(opened, new ByteArrayInputStream(closing));
        }
    }

    /** Scans the usual rows, and reads as XML what else there is. */
    private RawSheet read(RawSheet sheet, SheetFrame frame, Piece piece) throws IOException {
        int start = piece.first ? frame.rowsStart() : 0;
        XlsxValue values = new XlsxValue(sheet, sharedTexts, forms);
        int rest = new SheetScan(sheet, values, frame.looks()).read(piece.rows, start, piece.end);
        XlsxCells cells = new XlsxCells(sheet, sharedTexts, forms);
        XmlParts.read(piece.from(rest, frame), XmlParts.name(part), cells);
        if (!(piece.first && rest == start) && !cells.isPlaced()) {
            throw new IOException("rows without numbers");
        }
        return sheet;
    }
}
