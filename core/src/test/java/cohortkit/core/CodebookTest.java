package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodebookTest {

    private static final Variable SEX =
            Variable.category("sex", "Sex", new Level("1", "male"), new Level("2", "female"));

    @Test
    void a_variable_keeps_its_levels_in_order_with_the_reference_first() {
        assertThat(SEX.reference()).isEqualTo(new Level("1", "male"));
        assertThat(SEX.withReference("2").levels()).extracting(Level::code).containsExactly("2", "1");
        assertThat(SEX.levelIndex("female")).hasValue(1);
        assertThat(SEX.levelIndex("3")).isEmpty();
    }

    @Test
    void a_variable_keeps_its_rules_through_every_change() {
        Variable weeks = Variable.number("weeks", "")
                .asRequired()
                .withAskedIf("pregnant = 'yes'")
                .withCheck("weeks < 45")
                .withCheck("weeks > 0")
                .withUnit("w")
                .withRange(new Range(1, 50))
                .withMissing("99", "refused");

        assertThat(weeks.rules())
                .isEqualTo(new VariableRules(
                        true,
                        java.util.Optional.of(Condition.parse("pregnant = 'yes'")),
                        List.of(Condition.parse("weeks < 45"), Condition.parse("weeks > 0"))));
        assertThat(weeks.withRules(VariableRules.NONE).rules()).isEqualTo(SEX.rules());
        assertThat(SEX.asRequired().withReference("2").rules().required()).isTrue();
        assertThatThrownBy(() -> SEX.withCheck("sex ="))
                .hasMessageStartingWith("the condition does not parse at position 6: expected a variable");
    }

    @Test
    void a_label_that_is_left_out_is_the_name() {
        assertThat(Variable.number("age", "").label()).isEqualTo("age");
    }

    @Test
    void refuses_variables_that_contradict_themselves() {
        assertThatThrownBy(() -> Variable.number(" ", "")).hasMessage("a variable needs a name");
        assertThatThrownBy(() -> Variable.category("x", ""))
                .hasMessage("variable 'x' is a category without levels; list them, such as 0=no; 1=yes");
        assertThatThrownBy(() -> Variable.category("x", "", Level.of("a"), Level.of("a")))
                .hasMessage("variable 'x' lists a level twice: [a, a]");
        assertThatThrownBy(() -> SEX.withMissing("2", "refused"))
                .hasMessage("variable 'sex': '2' is a level and a missing code");
        assertThatThrownBy(() -> SEX.withReference("3"))
                .hasMessage("'3' is not a level of 'sex'; there are 1=male, 2=female");
        assertThatThrownBy(() -> Variable.number("age", "").reference())
                .hasMessage("variable 'age' is a number and has no reference level");
        assertThatThrownBy(() -> new Range(2, 1)).hasMessage("a valid range needs min <= max; was 2.0 to 1.0");
        assertThatThrownBy(() -> new Missing(" ")).hasMessage("a missing code needs a reason, such as 9=refused");
        assertThatThrownBy(() -> Codebook.of(SEX, SEX)).hasMessage("the codebook names 'sex' twice; rename one");
    }

    @Test
    void answers_a_slip_of_the_keyboard_with_the_nearest_name() {
        Codebook codebook = Codebook.of(Variable.binary("rls", ""), Variable.number("age", ""), SEX);

        assertThatThrownBy(() -> codebook.variable("rsl")).hasMessage("no variable 'rsl'; did you mean 'rls'?");
        assertThatThrownBy(() -> codebook.variable("SEX")).hasMessage("no variable 'SEX'; did you mean 'sex'?");
        assertThatThrownBy(() -> Codebook.of().variable("x")).hasMessage("no variable 'x'; there are none");
    }

    @Test
    void missing_codes_for_every_variable_leave_identifiers_levels_and_own_reasons_alone() {
        Map<String, Missing> codes = new LinkedHashMap<>();
        codes.put("2", new Missing("refused"));
        codes.put("-9", new Missing("unknown"));
        Codebook codebook = Codebook.of(
                        Variable.identifier("id", ""),
                        SEX.withNote("by birth"),
                        Variable.number("age", "").withMissing("-9", "lost"))
                .withMissing(codes);

        assertThat(codebook.variable("id").missingCodes()).isEmpty();
        assertThat(codebook.variable("sex").missingCodes()).isEqualTo(Map.of("-9", new Missing("unknown")));
        assertThat(codebook.variable("sex").note()).isEqualTo("by birth; 2 is a level and stays one");
        assertThat(codebook.variable("age").missingCodes())
                .isEqualTo(Map.of("-9", new Missing("lost"), "2", new Missing("refused")));
        assertThat(codebook.toString()).contains("(by birth; 2 is a level and stays one)");
    }

    @Test
    void a_codebook_for_some_columns_stays_one_when_it_grows_and_is_none_when_it_is_selected() {
        Codebook partial = Codebook.of(SEX).asPartial();

        assertThat(Codebook.of(SEX).isPartial()).isFalse();
        assertThat(partial.with(Variable.number("age", ""))
                        .withMissing(Map.of())
                        .isPartial())
                .isTrue();
        assertThat(partial).isNotEqualTo(Codebook.of(SEX));
        assertThat(partial.select(List.of("sex"))).isEqualTo(Codebook.of(SEX));
    }

    @Test
    void replaces_and_selects_without_changing_itself() {
        Codebook codebook = Codebook.of(Variable.number("age", ""), SEX);
        Codebook relabelled = codebook.with(SEX.withUnit("-"));

        assertThat(relabelled).isNotEqualTo(codebook);
        assertThat(relabelled.names()).containsExactly("age", "sex");
        assertThat(codebook.select(List.of("sex", "age")).names()).containsExactly("sex", "age");
        assertThat(codebook.select(List.of("age", "sex"))).isEqualTo(codebook).hasSameHashCodeAs(codebook);
        assertThat(codebook.select(List.of("sex", "age"))).isNotEqualTo(codebook);
    }

    @Test
    void describes_each_kind_of_variable() {
        assertThat(Codebook.of(
                        Variable.identifier("id", ""), Variable.text("note", "A note"), Variable.date("day", ""), SEX))
                .hasToString("4 variables\nid    an identifier\nnote  text: A note\nday   a date\n"
                        + "sex   a category of 2 levels (1, 2): Sex");
    }
}
