package cohortkit.claims;

import cohortkit.core.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An estimate from a reconstructed workbook, shown beside the evidence that the workbook was built from. The verdict is
 * the evidence's own. What is true of every feasible data set and not of the workbook is contradicted: the workbook is none
 * of them.
 */
record ReconstructedFinding(Estimate workbook, Finding evidence) implements Finding {

    @Override
    public Finding about(Figure figure) {
        return new ReconstructedFinding(workbook, evidence.about(figure));
    }

    @Override
    public EvidenceLevel level() {
        return evidence.level();
    }

    @Override
    public OptionalDouble value() {
        return EstimateFinding.known(workbook.value());
    }

    @Override
    public OptionalDouble lower() {
        return EstimateFinding.known(workbook.interval().lower());
    }

    @Override
    public OptionalDouble upper() {
        return EstimateFinding.known(workbook.interval().upper());
    }

    @Override
    public Optional<Estimate> estimated() {
        return Optional.of(workbook);
    }

    @Override
    public String text() {
        String text = workbook.toString();
        return evidence.text().equals(text) ? text : text + "; " + evidence.text();
    }

    @Override
    public String convention() {
        return workbook.convention() + "; workbook reconstructed from published totals; evidence: "
                + evidence.convention();
    }

    @Override
    public Verdict verdict(Figure figure) {
        List<String> differences = EstimateFinding.differences(figure, workbook);
        Verdict verdict = evidence.verdict(figure);
        return differences.isEmpty() || !(verdict instanceof Verdict.Consistent)
                ? verdict
                : new Verdict.Contradicted("the reconstructed workbook: " + String.join("; ", differences));
    }
}
