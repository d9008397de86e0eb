package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** Times of day, and dates with times. */
class TimesTest {

    private static final LocalDateTime VISIT = LocalDateTime.of(2004, 3, 17, 8, 30, 15, 250_000_000);

    private final Cohort cohort = Cohort.of(Table.create(
            "t",
            TimeColumn.create("bed", LocalTime.of(22, 30), null, LocalTime.of(1, 15)),
            DateTimeColumn.create("visit", VISIT, VISIT.plusDays(1), null)));

    @Test
    void a_table_with_times_is_a_cohort_with_times() {
        assertThat(cohort.variable("bed").described()).isEqualTo("a time of day");
        assertThat(cohort.variable("visit").described()).isEqualTo("a date with time");
        assertThat(cohort.row(0).time("bed")).isEqualTo("22:30");
        assertThat(cohort.row(0).dateTime("visit")).isEqualTo(VISIT);
        assertThat(cohort.missing(1, "bed")).contains(Missing.BLANK);
        assertThat(cohort.missing("visit")).hasToString("{blank=1}");
        assertThat(cohort.where(p -> p.time("bed").isAfter(LocalTime.NOON)).size())
                .isEqualTo(1);
    }

    @Test
    void they_are_derived() {
        Cohort derived = cohort.derive(
                        Variable.time("up", ""), p -> p.time("bed").plusHours(8))
                .derive(Variable.dateTime("next", ""), p -> p.dateTime("visit").plusDays(7));
        assertThat(derived.row(0).time("up")).isEqualTo("06:30");
        assertThat(derived.row(1).dateTime("next")).isEqualTo(VISIT.plusDays(8));
        assertThat(derived.missing(1, "up")).contains(Missing.BLANK);
        assertThatThrownBy(() -> cohort.derive(Variable.time("up", ""), p -> "late"))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'up' is a time of day; the rule returned a String");
    }

    @Test
    void they_stand_in_conditions_as_hours_and_days() {
        assertThat(Condition.parse("bed >= 22.5").test(cohort.row(0))).contains(true);
        assertThat(Condition.parse("bed < 2").test(cohort.row(2))).contains(true);
        assertThat(Condition.parse("visit >= 2004-03-17").test(cohort.row(0))).contains(true);
        assertThat(Condition.parse("visit < 2004-03-17 + 0.5").test(cohort.row(0)))
                .contains(true);
        assertThat(Condition.parse("bed > 22 and visit > 2004-01-01").checkedAgainst(cohort.codebook()))
                .isNotNull();
    }

    @Test
    void what_is_no_time_cannot_be_asked_for_one() {
        Cohort text = Cohort.of(Table.create("t", StringColumn.create("bed", "late")));
        assertThatThrownBy(() -> text.row(0).time("bed"))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'bed' is a category of 1 level (late); time() cannot read it");
        assertThatThrownBy(() -> cohort.row(0).date("visit"))
                .isInstanceOf(InputException.class)
                .hasMessage("variable 'visit' is a date with time; date() cannot read it");
    }
}
