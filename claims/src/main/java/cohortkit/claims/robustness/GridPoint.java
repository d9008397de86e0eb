package cohortkit.claims.robustness;

import cohortkit.core.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One way through all choices, and what comes out of it: a row of the data behind a picture.
 *
 * <pre>{@code
 * var robustness = AssociationGrid.of(patients, "rls", "insomnia").excluding("age < 30").claim(">1");
 * robustness.points().get(0).choices()   // {method=risk ratio, log Wald, exclusion of age < 30=no}
 * }</pre>
 *
 * @param choices the option of each dimension, in their order
 * @param estimate what was found; empty where the way does not lead to an estimate
 * @param holds whether the claim is kept
 * @param reason why there is no estimate; empty if there is one
 */
public record GridPoint(Map<String, String> choices, Optional<Estimate> estimate, boolean holds, String reason) {

    public GridPoint {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** Such as "interval = log Wald, rows = all: 2.17 (...), holds". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        choices.forEach((name, option) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(" = ")
                .append(option));
        return text + ": "
                + estimate.map(e -> e + (holds ? ", holds" : ", does not hold")).orElse("no estimate: " + reason);
    }
}
