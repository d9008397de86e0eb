package cohortkit.claims.files;

import cohortkit.claims.Constraint;
import cohortkit.claims.FeasibleTables;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a paper prints of one 2x2 table.
 *
 * @param total how many people
 * @param constraints the other numbers
 * @param conditions what is printed of intervals and p-values, asked of each table at last
 */
record PrintedSet(long total, List<Constraint> constraints, List<Predicate<TwoByTwo>> conditions) {

    PrintedSet {
        constraints = List.copyOf(constraints);
        conditions = List.copyOf(conditions);
    }

    FeasibleTables tables() {
        FeasibleTables tables = FeasibleTables.of(total, constraints.toArray(Constraint[]::new));
        return conditions.isEmpty()
                ? tables
                : tables.agreeing(table -> conditions.stream().allMatch(condition -> condition.test(table)));
    }
}
