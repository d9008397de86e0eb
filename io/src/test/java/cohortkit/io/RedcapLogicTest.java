package cohortkit.io;

import static cohortkit.io.RedcapDictionaryTest.field;
import static cohortkit.io.RedcapDictionaryTest.read;
import static cohortkit.io.RedcapDictionaryTest.readWithCodes;
import static org.assertj.core.api.Assertions.assertThat;

import cohortkit.core.Codebook;
import cohortkit.core.Variable;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedcapLogicTest {

    static final String[] FIELDS = {
        field("sex", "visit", "radio", "Sex", "1, F | 2, M"),
        field("age", "visit", "text", "Age", "", "", "integer"),
        field("weight", "visit", "text", "Weight", "", "", "number"),
        field("dob", "visit", "text", "Birth", "", "", "date_mdy"),
        field("race", "visit", "checkbox", "Race", "1, A | 2, B"),
        field("city", "visit", "text", "City"),
    };

    private static Variable shownIf(String logic) {
        String[] fields = Arrays.copyOf(FIELDS, FIELDS.length + 1);
        fields[FIELDS.length] = field("x", "visit", "text", "X", "", "", "", "", "", logic);
        return read(fields).variable("x");
    }

    /** "Branching Logic", REDCap help: numbers may stand in quotes, and a blank is ''. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[sex] = '1' and [race(2)] = '1' -> sex = '1' and race___2 = '1'",
                "[sex]=1 -> sex = '1'",
                "[sex] <> \"2\" -> sex <> '2'",
                "([age] >= '18' or [weight] < 80.5) AND [city] != 'Rome' -> (age >= 18 or weight < 80.5) and city != 'Rome'",
                "[age] = '' -> missing(age)",
                "[age] <> '' and [sex] = '1' -> not missing(age) and sex = '1'",
                "isblankormissingcode([age]) -> missing(age)",
                "[dob] > '1990-05-01' -> dob > 1990-05-01",
                "[weight] / 2 > [age] - 1 -> weight / 2 > age - 1",
                "[age] > -5 -> age > - 5",
                "// a comment\n[sex] = '1' -> sex = '1'",
                "[city] = \"Xi'an\" -> city = \"Xi'an\"",
            })
    void branching_logic_is_asked_if(String both) {
        int at = both.indexOf(" -> ");
        Variable x = shownIf(both.substring(0, at));

        assertThat(x.note()).isEmpty();
        assertThat(x.rules().askedIf().orElseThrow().text()).isEqualTo(both.substring(at + 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datediff([dob], 'today', 'y') > 18 -> 'datediff' is not known",
                "[baseline_arm_1][sex] = '1' -> fields of other events are in other rows",
                "[event-name] = 'baseline_arm_1' -> [event-name] is no field of the dictionary",
                "[user-role-label] = 'x' -> [user-role-label] is no field of the dictionary",
                "[race] = '1' -> [race] is no field of the dictionary",
                "[race(3)] = '1' -> [race(3)] is no field of the dictionary",
                "[age] % 2 = 0 -> '%' is not known",
                "[sex] = '3' -> '3' is not a level of 'sex'; there are 1=F, 2=M",
            })
    void branching_logic_that_cannot_be_asked_stays_in_the_note_with_the_reason(String both) {
        int at = both.indexOf(" -> ");
        String logic = both.substring(0, at);
        Variable x = shownIf(logic);
        String reason = both.substring(at + 4);

        assertThat(x.rules().askedIf()).isEmpty();
        assertThat(x.note()).isEqualTo("branching logic not checked (" + reason + "): " + logic);
    }

    @Test
    void a_missing_code_in_branching_logic_is_no_value(@TempDir Path folder) throws Exception {
        Codebook codebook = readWithCodes(
                folder,
                "-99, Unknown",
                field("age", "visit", "text", "Age", "", "", "integer"),
                field("why", "visit", "text", "Why", "", "", "", "", "", "[age] = -99"));

        assertThat(codebook.variable("why").note())
                .isEqualTo("branching logic not checked ('-99' is a missing code of 'age'): [age] = -99");
    }
}
