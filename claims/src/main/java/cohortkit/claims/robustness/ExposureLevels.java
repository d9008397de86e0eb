package cohortkit.claims.robustness;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.NearestNames;
import cohortkit.core.Variable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is exposed, and against whom: a binary variable, or one level of a category against each way to take the others. */
final class ExposureLevels {

    private static final String OTHERS = "all others";

    private final Cohort cohort;
    private final String exposure;

    ExposureLevels(Cohort cohort, String exposure) {
        this.cohort = cohort;
        this.exposure = exposure;
    }

    /** By the reference: 1 exposed, 0 reference, -1 neither or missing. */
    Map<String, int[]> byReference() {
        int equals = exposure.indexOf('=');
        if (equals < 0 || cohort.codebook().find(exposure).isPresent()) {
            return Map.of("", cohort.events(exposure));
        }
        Variable variable = cohort.variable(exposure.substring(0, equals).strip());
        String code = exposure.substring(equals + 1).strip();
        List<Level> levels = variable.levels();
        int index = variable.levelIndex(code)
                .orElseThrow(() -> new InputException("variable '" + variable.name() + "' has no level '" + code + "'; "
                        + NearestNames.of(code, levels.stream().map(Level::code).toList())));
        int[] values = cohort.levels(variable.name());
        Map<String, int[]> references = new LinkedHashMap<>();
        for (int other = 0; other < levels.size(); other++) {
            if (other != index) {
                references.put(levels.get(other).toString(), against(values, index, other));
            }
        }
        if (levels.size() > 2) {
            references.put(
                    OTHERS,
                    Arrays.stream(values)
                            .map(value -> value < 0 ? -1 : value == index ? 1 : 0)
                            .toArray());
        }
        return references;
    }

    private static int[] against(int[] values, int exposed, int reference) {
        return Arrays.stream(values)
                .map(value -> value == exposed ? 1 : value == reference ? 0 : -1)
                .toArray();
    }
}
