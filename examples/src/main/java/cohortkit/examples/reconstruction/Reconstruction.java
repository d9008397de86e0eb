package cohortkit.examples.reconstruction;

import cohortkit.core.Codebook;
import java.util.List;
import java.util.Map;

/**
 * A study rebuilt from its published totals: rows that were invented so that their totals agree with what the paper
 * prints. Only the totals are evidence.
 *
 * <pre>{@code
 * DialysisReconstruction.study().rows().size()   // 333
 * }</pre>
 *
 * @param study the study's package name
 * @param title what stands above the table
 * @param codebook the variables in column order
 * @param headings the heading that is merged over neighbouring columns, by the first variable below it, with how many
 *     columns it spans
 * @param rows one map a participant, from variable to a Double, a String (level, text, identifier), a LocalDate, or a
 *     missing code; absent for a blank cell
 */
public record Reconstruction(
        String study, String title, Codebook codebook, Map<String, Heading> headings, List<Map<String, Object>> rows) {

    /** A heading over several columns. */
    public record Heading(String text, int columns) {}

    /** What every sheet, file name and report of such a workbook says. */
    public static final String LABEL = "reconstructed from published totals";

    public Reconstruction {
        rows = rows.stream().map(Map::copyOf).toList();
        headings = Map.copyOf(headings);
    }

    /** The bytes of the workbook; the same for the same reconstruction. */
    public byte[] workbook() {
        return ReconstructedWorkbook.bytes(this);
    }

    /** The workbook's file name. */
    public String fileName() {
        return study + "-" + LABEL.replace(' ', '-') + ".xlsx";
    }
}
