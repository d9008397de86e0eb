package cohortkit.io;

import java.util.BitSet;

/** Shows the evidence of a column each cell, the many that are like ones before only by their number. */
final class EvidenceReader implements CellReader {

    private final ColumnEvidence evidence;
    private final ContentCache<Boolean> seen;
    private final BitSet seenTexts = new BitSet();

    EvidenceReader(ColumnEvidence evidence, int rows) {
        this.evidence = evidence;
        this.seen = new ContentCache<>(rows);
    }

    ColumnEvidence evidence() {
        return evidence;
    }

    @Override
    public void read(RawSheet sheet, int position, int index) {
        if (evidence.mayIdentify()) {
            int place = sheet.cells().textPlace(index);
            if (place < 0 || !evidence.addIdentifier(place)) {
                evidence.add(sheet.cell(position, index), place);
            }
        } else if (!isLikeOthers(sheet, index)) {
            readNew(sheet, position, index);
        }
    }

    /** Where all these cells are like ones before, their count is enough. */
    @Override
    public void read(RawSheet sheet, ColumnCells cells) {
        if (evidence.mayIdentify()) {
            readIdentifiers(sheet, cells);
        } else if (!(evidence.isManifold() && (evidence.addNumbers(cells) || evidence.addDays(cells)))
                && !areAllSeen(cells)) {
            CellReader.super.read(sheet, cells);
        }
    }

    private void readIdentifiers(RawSheet sheet, ColumnCells cells) {
        for (int i = 0; i < cells.rows(); i++) {
            if (cells.indexes[i] >= 0) {
                int place = cells.isText(i) ? (int) cells.values[i] : -1;
                if (place < 0 || !evidence.addIdentifier(place)) {
                    evidence.add(sheet.cell(cells.positions[i], cells.indexes[i]), place);
                }
            }
        }
    }

    private boolean areAllSeen(ColumnCells cells) {
        int count = 0;
        for (int i = 0; i < cells.rows(); i++) {
            if (cells.indexes[i] >= 0) {
                count++;
                boolean isSeen =
                        cells.isText(i) ? seenTexts.get((int) cells.values[i]) : seen.get(cells.content(i)) != null;
                if (!isSeen) {
                    return false;
                }
            }
        }
        evidence.addAgain(count);
        return true;
    }

    private boolean isLikeOthers(RawSheet sheet, int index) {
        return evidence.isManifold()
                && sheet.cells().isPlainNumber(index)
                && evidence.addNumber(sheet.plainNumber(index), sheet.cells().decimals(index));
    }

    private void readNew(RawSheet sheet, int position, int index) {
        int place = sheet.cells().textPlace(index);
        if (place >= 0) {
            if (seenTexts.get(place)) {
                evidence.addAgain(1);
            } else if (evidence.add(sheet.cell(position, index), -1)) {
                seenTexts.set(place);
            }
            return;
        }
        long content = sheet.cells().content(index);
        if (seen.get(content) != null) {
            evidence.addAgain(1);
        } else if (evidence.add(sheet.cell(position, index), -1)) {
            seen.put(content, true);
        }
    }
}
