package cohortkit.cli;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.Ledger;
import java.util.function.Consumer;

/** A file's parts, and how many cells of them were not taken as they stood. */
final class FileParts implements CohortParts {

    private final CohortParts parts;
    private long entries;
    private boolean counted;

    FileParts(CohortParts parts) {
        this.parts = parts;
    }

    @Override
    public Codebook codebook() {
        return parts.codebook();
    }

    @Override
    public void forEach(Consumer<Cohort> reader) {
        if (counted) {
            parts.forEach(reader);
            return;
        }
        entries = 0;
        parts.forEach(part -> {
            entries += count(part);
            reader.accept(part);
        });
        counted = true;
    }

    /** Every part has the header of the first. */
    private long count(Cohort part) {
        int first =
                part.cell(0, part.codebook().names().get(0)).map(CellRef::row).orElse(0);
        return entries == 0
                ? part.ledger().entries().size()
                : part.ledger().entries().stream()
                        .map(Ledger.Entry::cell)
                        .filter(cell -> cell.row() >= first)
                        .count();
    }

    /** How many entries the ledger of the whole file has, after the parts were read once. */
    long entries() {
        return entries;
    }
}
