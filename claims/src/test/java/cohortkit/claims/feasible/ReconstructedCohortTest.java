package cohortkit.claims.feasible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.claims.Constraint;
import cohortkit.claims.FeasibleTables;
import cohortkit.claims.Quantity;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.stats.crosstab.CrossTable;
import cohortkit.stats.table.Strata;
import cohortkit.stats.table.Stratum;
import cohortkit.stats.table.TwoByTwo;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconstructedCohortTest {

    private static final FeasibleTables DIALYSIS = FeasibleTables.of(
            333,
            Constraint.of(Quantity.EXPOSED_SHARE, "14%"),
            Constraint.of(Quantity.RISK_EXPOSED, "35%"),
            Constraint.of(Quantity.RISK_UNEXPOSED, "16%"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2005, -7})
    void the_rows_make_a_table_of_the_set_and_say_that_they_are_invented(long seed) {
        Cohort invented = ReconstructedCohort.oneOf(DIALYSIS, seed);
        assertThat(DIALYSIS.tables()).contains(TwoByTwo.of(invented, "exposure", "outcome"));
        assertThat(invented.codebook().names()).containsExactly("person", "exposure", "outcome", "origin");
        assertThat(IntStream.range(0, invented.size())
                        .mapToObj(i -> invented.table().stringColumn("origin").get(i)))
                .containsOnly("reconstructed from published totals");
        assertThat(invented.codebook().variable("exposure").note()).isEqualTo(ReconstructedCohort.LABEL);
        assertThat(ReconstructedCohort.oneOf(DIALYSIS, seed).table().toString())
                .isEqualTo(invented.table().toString());
    }

    @Test
    void other_seeds_reach_every_table_of_the_set() {
        Set<TwoByTwo> reached = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            reached.add(TwoByTwo.of(ReconstructedCohort.oneOf(DIALYSIS, seed), "exposure", "outcome"));
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(DIALYSIS.tables());
    }

    @Test
    void each_count_goes_to_its_own_cell() {
        Cohort two = ReconstructedCohort.of(new TwoByTwo(1, 2, 3, 4), 1);
        assertThat(TwoByTwo.of(two, "exposure", "outcome")).isEqualTo(new TwoByTwo(1, 2, 3, 4));
        Cohort cross = ReconstructedCohort.of(TableShape.of(3, 2), new long[] {1, 2, 3, 4, 5, 6}, 1);
        assertThat(CrossTable.of(cross, "row", "column")).isEqualTo(CrossTable.fromCounts(new long[][] {
            {1, 2}, {3, 4}, {5, 6}
        }));
        Cohort strata =
                ReconstructedCohort.of(TableShape.of(2, 2).withStrata(2), new long[] {1, 2, 3, 4, 5, 6, 7, 8}, 1);
        assertThat(Strata.of(strata, "row", "column", "stratum").strata())
                .extracting(Stratum::table)
                .containsExactly(new TwoByTwo(4, 3, 2, 1), new TwoByTwo(8, 7, 6, 5));
        assertThat(strata.codebook()).extracting(Variable::name).contains("stratum");
    }

    @Test
    void a_set_of_any_size_gives_one_of_its_tables() {
        TableShape shape = TableShape.of(3, 2);
        CountTables tables = CountTables.of(shape)
                .sum(shape.all(), "15")
                .share(shape.row(1), shape.all(), "40%")
                .sum(shape.column(1), "5");
        Cohort invented = ReconstructedCohort.oneOf(tables, 4);
        assertThat(invented.where(row -> row.is("row", "1")).size()).isEqualTo(6);
        assertThat(invented.where(row -> row.is("column", "1")).size()).isEqualTo(5);
        assertThat(invented.size()).isEqualTo(15);
    }

    @Test
    void what_cannot_be_is_refused() {
        FeasibleTables none = DIALYSIS.agreeing(table -> false);
        assertThatThrownBy(() -> ReconstructedCohort.oneOf(none, 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("nothing can be reconstructed: 0 tables of 333");
        TableShape shape = TableShape.of(1, 2);
        CountTables empty = CountTables.of(shape).sum(shape.all(), "156").share(shape.column(1), shape.all(), "43.9%");
        assertThatThrownBy(() -> ReconstructedCohort.oneOf(empty, 1)).hasMessageContaining("no table agrees");
        assertThatThrownBy(() -> ReconstructedCohort.of(new TwoByTwo(1_000_000, 1, 0, 0), 1))
                .hasMessageContaining("at most 1000000 people");
        assertThatThrownBy(() -> ReconstructedCohort.of(shape, new long[] {1, 2, 3}, 1))
                .hasMessageContaining("has 2 counts; there are 3");
    }
}
