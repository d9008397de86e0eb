package cohortkit.claims.files;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.robustness.Claim;
import cohortkit.claims.robustness.Robustness;
import java.util.ArrayList;
import java.util.List;

/**
 * The claim of a figure recomputed over the defensible choices.
 *
 * <pre>{@code
 * var study = StudyFolder.open(Path.of("../examples/studies/low-birth-weight"));
 * study.robustness("smoke-young", Claim.parse(">1")).robustness()   // holds in 12 of 24
 * }</pre>
 *
 * @param checked the figure with its verdict
 * @param claim what it says of the association
 * @param exposure as the grid takes it
 * @param event the outcome and the value that counts, such as "low = 1=yes"
 * @param robustness in how many ways the claim holds
 */
public record RobustFigure(CheckedFigure checked, Claim claim, String exposure, String event, Robustness robustness) {

    /** What a reader should know of the ways. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of("exposure: " + exposure, "event: " + event));
        if (robustness.dimensions().stream()
                .anyMatch(dimension -> dimension.name().equals("reference"))) {
            notes.add("against one reference, people of other levels are left out; a model of all levels keeps them");
        }
        return List.copyOf(notes);
    }

    /** Such as "births smoke: > 1 holds in 12 of 24". */
    @Override
    public String toString() {
        return checked.study() + " " + checked.figure().id() + ": " + claim + " " + robustness;
    }
}
