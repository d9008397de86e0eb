package cohortkit.io;

import cohortkit.core.Codebook;
import java.util.List;

/**
 * A codebook that the data themselves suggest, to be read by people before it is used. It reads the same data without an
 * error. Types, levels and units are proposals; the note of each variable has the evidence: the observed range (no rule,
 * or the next patient would break it), and codes such as 999 that look as if they meant "missing". These are SUSPECTED
 * and not applied, until somebody writes them into the codebook's column "missing".
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("clinic.csv"), "id,age_years,smoker\n1,34,yes\n2,999,no\n3,51,no\n");
 * var draft = Workbook.open(folder.resolve("clinic.csv")).draft();
 * draft.codebook().variable("age_years").described()   // "a number in years"
 * draft.codebook().variable("age_years").note()   // "observed 34 to 51; SUSPECTED missing codes, not applied: 999 (once; the next value is 51)"
 * CodebookFile.write(draft.codebook(), folder.resolve("clinic-codebook.csv"))
 * }</pre>
 *
 * @param codebook a variable a column, in the order of the file
 * @param notes what no variable's note can say, such as a column that is left out
 */
public record CodebookDraft(Codebook codebook, List<String> notes) {

    public CodebookDraft {
        notes = List.copyOf(notes);
    }

    /** The codebook, then the notes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("draft of a codebook, ").append(codebook);
        notes.forEach(note -> text.append('\n').append(note));
        return text.toString();
    }
}
