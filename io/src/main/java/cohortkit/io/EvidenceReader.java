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
            int place = sheet.textPlace(index);
            if (place < 0 || !evidence.addIdentifier(place)) {
                evidence.add(sheet.cell(position, index));
            }
        } else if (!isLikeOthers(sheet, index)) {
            readNew(sheet, position, index);
        }
    }

    /** Where all these cells are like ones before, their count is enough. */
    @Override
    public void read(RawSheet sheet, ColumnCells cells) {
        boolean known = !evidence.mayIdentify()
                && ((evidence.isManifold() && evidence.addNumbers(cells)) || areAllSeen(sheet, cells));
        if (!known) {
            CellReader.super.read(sheet, cells);
        }
    }

    private boolean areAllSeen(RawSheet sheet, ColumnCells cells) {
        int count = 0;
        for (int i = 0; i < cells.rows(); i++) {
            if (cells.indexes[i] >= 0) {
                count++;
                boolean isSeen = cells.isText(i)
                        ? seenTexts.get((int) cells.values[i])
                        : seen.get(sheet.content(cells.indexes[i])) != null;
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
                && sheet.isPlainNumber(index)
                && evidence.addNumber(sheet.plainNumber(index), sheet.decimals(index));
    }

    private void readNew(RawSheet sheet, int position, int index) {
        int place = sheet.textPlace(index);
        if (place >= 0) {
            if (seenTexts.get(place)) {
                evidence.addAgain(1);
            } else if (evidence.add(sheet.cell(position, index))) {
                seenTexts.set(place);
            }
            return;
        }
        long content = sheet.content(index);
        if (seen.get(content) != null) {
            evidence.addAgain(1);
        } else if (evidence.add(sheet.cell(position, index))) {
            seen.put(content, true);
        }
    }
}
