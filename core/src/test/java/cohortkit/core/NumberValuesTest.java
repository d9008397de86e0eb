package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class NumberValuesTest {

    private static Cohort cohort(int rows) {
        double[] age = new double[rows];
        Arrays.setAll(age, i -> i % 7 == 3 ? Double.NaN : i);
        double[] weight = new double[rows];
        Arrays.setAll(weight, i -> -i);
        return Cohort.of(Table.create("t", DoubleColumn.create("age", age), DoubleColumn.create("weight", weight)));
    }

    private static void requireSame(Cohort cohort, String variable) {
        NumberValues values = cohort.numberValues(variable);
        double[] all = cohort.numbers(variable);
        assertThat(values.size()).isEqualTo(all.length);
        double[] run = new double[12];
        values.read(2, run, 9);
        assertThat(Arrays.copyOf(run, 9)).containsExactly(Arrays.copyOfRange(all, 2, 11));
        assertThat(values.at(5)).isEqualTo(all[5]);
    }

    @Test
    void runs_are_those_of_the_numbers() {
        for (int rows : new int[] {40, 12_000}) {
            requireSame(cohort(rows), "age");
            requireSame(cohort(rows), "weight");
            requireSame(cohort(rows).where("some", row -> row.number("weight") > -30), "weight");
            requireSame(cohort(rows).derive(Variable.number("twice", "twice"), row -> 2 * row.number("age")), "twice");
            assertThat(cohort(rows).missing("age")).isEqualTo(Map.of(Missing.BLANK, (rows + 3) / 7));
            assertThat(cohort(rows).missing("weight")).isEmpty();
            assertThat(cohort(rows).missing(3, "age")).contains(Missing.BLANK);
            assertThat(cohort(rows).missing(3, "weight")).isEmpty();
        }
    }

    @Test
    void a_cohort_does_not_change_with_its_table() {
        DoubleColumn column = DoubleColumn.create("x", 1, 2);
        Cohort cohort = Cohort.of(Table.create("t", column));
        column.set(0, 7.0);
        ((DoubleColumn) cohort.table().column("x")).set(1, 8.0);

        assertThat(cohort.numbers("x")).containsExactly(1, 2);
        assertThat(cohort.numberValues("x").at(0)).isEqualTo(1);
        assertThatThrownBy(() -> cohort.numberValues("x").read(1, new double[5], 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
