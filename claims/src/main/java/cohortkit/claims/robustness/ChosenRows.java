package cohortkit.claims.robustness;

import cohortkit.core.Cohort;
import cohortkit.core.Variable;
import cohortkit.stats.Frequencies;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.Weights;
import cohortkit.stats.table.TwoByTwo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of one choice of rows, and the table and the fits that are made of them, each once. */
final class ChosenRows {

    private static final String EXPOSED = "exposed in the grid";
    private static final String EVENT = "event in the grid";

    private final Cohort cohort;
    private final int[] exposures;
    private final int[] outcomes;
    private final Optional<String> frequency;
    private final Map<String, Fit> fits = new HashMap<>();
    private @Nullable Cohort derived;
    private @Nullable TwoByTwo table;

    /**
     * One choice.
     *
     * @param exposures 1, 0, or -1 for people who are left out
     * @param outcomes the same
     * @param frequency how many people a row stands for; empty: one
     */
    ChosenRows(Cohort cohort, int[] exposures, int[] outcomes, Optional<String> frequency) {
        this.cohort = cohort;
        this.exposures = exposures;
        this.outcomes = outcomes;
        this.frequency = frequency;
    }

    TwoByTwo table() {
        TwoByTwo found = table == null ? counted() : table;
        table = found;
        return found;
    }

    private TwoByTwo counted() {
        long[] people = frequency.map(n -> Frequencies.of(cohort, n)).orElseGet(() -> Frequencies.ones(cohort));
        long[] cells = new long[4];
        for (int i = 0; i < exposures.length; i++) {
            if (exposures[i] >= 0 && outcomes[i] >= 0) {
                cells[2 * (1 - exposures[i]) + 1 - outcomes[i]] += people[i];
            }
        }
        return new TwoByTwo(cells[0], cells[1], cells[2], cells[3]);
    }

    /** The exposure's term is the first behind the intercept. */
    Fit fit(Model model, List<String> adjusters) {
        return fits.computeIfAbsent(model + " " + adjusters, key -> {
            String others = adjusters.stream().map(name -> " + `" + name + "`").collect(Collectors.joining());
            return model.of("`" + EVENT + "` ~ `" + EXPOSED + "`" + others)
                    .with(frequency.map(Weights::frequency).orElseGet(Weights::none))
                    .fit(derived());
        });
    }

    private Cohort derived() {
        Cohort found = derived;
        if (found == null) {
            found = with(with(cohort, EXPOSED, exposures), EVENT, outcomes);
            derived = found;
        }
        return found;
    }

    private static Cohort with(Cohort cohort, String name, int[] values) {
        int[] next = {0};
        // The rows are asked in their order.
        return cohort.derive(Variable.binary(name, name), row -> {
            int value = values[next[0]++];
            return value < 0 ? null : value == 1;
        });
    }
}
