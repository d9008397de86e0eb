package cohortkit.claims;

import cohortkit.core.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An invented data set that has the printed figure: the figure is possible, and no more is known. */
record WitnessFinding(Estimate estimate) implements Finding {

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.FEASIBLE_SET;
    }

    @Override
    public OptionalDouble value() {
        return EstimateFinding.known(estimate.value());
    }

    @Override
    public OptionalDouble lower() {
        return EstimateFinding.known(estimate.interval().lower());
    }

    @Override
    public OptionalDouble upper() {
        return EstimateFinding.known(estimate.interval().upper());
    }

    @Override
    public Optional<Estimate> estimated() {
        return Optional.of(estimate);
    }

    @Override
    public String text() {
        return estimate.toString();
    }

    @Override
    public String convention() {
        return estimate.convention() + "; one data set reconstructed from published totals";
    }

    @Override
    public Verdict verdict(Figure figure) {
        List<String> differences = EstimateFinding.differences(figure, estimate);
        return differences.isEmpty()
                ? new Verdict.Possible("one reconstructed data set has it; the printed figure alone fixes no data")
                : new Verdict.NotCheckable("the reconstructed data set does not have it, which proves nothing: "
                        + String.join("; ", differences));
    }
}
