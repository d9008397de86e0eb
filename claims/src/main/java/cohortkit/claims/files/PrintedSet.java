package cohortkit.claims.files;

import cohortkit.claims.Constraint;
import cohortkit.claims.FeasibleTables;
import java.util.List;

/**
 * What a paper prints of one 2x2 table.
 *
 * @param total how many people
 * @param constraints the other numbers
 */
record PrintedSet(long total, List<Constraint> constraints) {

    PrintedSet {
        constraints = List.copyOf(constraints);
    }

    FeasibleTables tables() {
        return FeasibleTables.of(total, constraints.toArray(Constraint[]::new));
    }
}
