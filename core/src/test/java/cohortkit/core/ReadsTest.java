package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ReadsTest {

    private final Reads reads = new Reads();

    private static Cohort people() {
        Table table = Table.create(
                DoubleColumn.create("age", 40, 70, 80),
                StringColumn.create("rls", "no", "yes", "no"),
                StringColumn.create("iron", "yes", "no", "no"));
        Codebook codebook =
                Codebook.of(Variable.number("age", ""), Variable.binary("rls", ""), Variable.binary("iron", ""));
        Provenance provenance =
                Provenance.of("people.csv", "", Map.of("age", 1, "rls", 2, "iron", 3), new int[] {2, 3, 5});
        return Cohort.of(table, codebook, Map.of(), provenance, new Ledger(List.of(), List.of()));
    }

    private List<Set<String>> variables() {
        return reads.parts().stream().map(Reads.Part::variables).toList();
    }

    @Test
    void a_condition_reads_of_all_rows_and_the_rest_of_those_that_it_chose() {
        Cohort old = people().readBy(reads).where(p -> p.number("age") > 50);
        assertThat(reads).hasToString("1 variable of 3 rows, 0 variables of 2 rows");
        old.events("rls");
        assertThat(variables()).containsExactly(Set.of("age"), Set.of("rls"));
        assertThat(reads.parts().get(1).rows().cell(1, "rls")).hasToString("Optional[people.csv!B5]");
        assertThat(old.row(0).is("iron", "no")).isTrue();
        assertThat(variables()).containsExactly(Set.of("age"), Set.of("rls", "iron"));
    }

    @Test
    void a_derived_variable_is_read_in_what_it_was_made_of() {
        Cohort before = people().derive(Variable.binary("old", ""), p -> p.number("age") > 50 || p.isMissing("iron"))
                .derive(Variable.binary("young", ""), p -> !p.is("old", "yes"));
        before.readBy(reads).events("young");
        assertThat(reads.parts().get(0).variables()).containsExactlyInAnyOrder("young", "old", "age", "iron");
        Reads later = new Reads();
        people().readBy(later).derive(Variable.number("twice", ""), p -> 2 * p.number("age"));
        assertThat(later.parts().get(0).variables()).containsExactly("age");
    }

    @Test
    void what_is_missing_is_read_too_and_a_table_is_everything() {
        people().readBy(reads).missing("iron");
        people().readBy(reads).missing(0, "rls");
        assertThat(variables()).containsExactly(Set.of("iron"), Set.of("rls"));
        Reads whole = new Reads();
        people().readBy(whole).table();
        assertThat(whole.parts().get(0).variables()).containsExactly("age", "rls", "iron");
        assertThat(new Reads()).hasToString("nothing");
    }

    @Test
    void who_asks_nothing_writes_nothing() {
        Cohort people = people();
        people.readBy(reads);
        people.events("rls");
        people.where(p -> p.is("rls", "yes"));
        assertThat(variables()).containsExactly(Set.of());
    }
}
