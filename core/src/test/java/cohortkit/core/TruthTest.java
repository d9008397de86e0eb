package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kleene (1952), Introduction to Metamathematics, section 64: the strong tables. */
class TruthTest {

    private static final List<Truth> ALL = List.of(Truth.YES, Truth.UNDECIDED, Truth.NO);

    private static String table(java.util.function.BinaryOperator<Truth> joint) {
        return ALL.stream()
                .map(a -> ALL.stream().map(b -> letter(joint.apply(a, b))).collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static String letter(Truth truth) {
        return truth.name().substring(0, 1);
    }

    @Test
    void and_or_and_not_are_the_strong_tables() {
        assertThat(table(Truth::and)).isEqualTo("YUN UUN NNN");
        assertThat(table(Truth::or)).isEqualTo("YYY YUU YUN");
        assertThat(ALL.stream().map(Truth::not).toList()).containsExactly(Truth.NO, Truth.UNDECIDED, Truth.YES);
    }

    @Test
    void an_answer_is_what_every_way_to_fill_the_gap_would_give() {
        for (Truth a : ALL) {
            for (Truth b : ALL) {
                assertThat(a.and(b)).isEqualTo(common(a, b, true));
                assertThat(a.or(b)).isEqualTo(common(a, b, false));
            }
        }
    }

    private static Truth common(Truth a, Truth b, boolean and) {
        List<Truth> answers = filled(a).stream()
                .flatMap(x -> filled(b).stream().map(y -> Truth.of(and ? x && y : x || y)))
                .distinct()
                .toList();
        return answers.size() == 1 ? answers.get(0) : Truth.UNDECIDED;
    }

    private static List<Boolean> filled(Truth truth) {
        return truth == Truth.UNDECIDED ? Arrays.asList(true, false) : List.of(truth == Truth.YES);
    }
}
