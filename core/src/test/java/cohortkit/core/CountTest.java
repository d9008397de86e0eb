package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void one_is_one_and_all_others_are_many() {
        assertThat(Count.of(1, "row")).hasToString("1 row");
        assertThat(Count.of(0, "row")).hasToString("0 rows");
        assertThat(Count.of(2, "person", "people")).hasToString("2 people");
        assertThat(Count.of(1, "stratum", "strata")).hasToString("1 stratum");
        assertThat(Count.of(4_000_000_000L, "row")).hasToString("4000000000 rows");
    }
}
