package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dictionaries are invented. What REDCap does is named by its source. */
class RedcapDictionaryTest {

    static final String HEADER = """
            "Variable / Field Name","Form Name","Section Header","Field Type","Field Label",\
            "Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number",\
            "Text Validation Min","Text Validation Max",Identifier?,"Branching Logic (Show field only if...)",\
            "Required Field?","Custom Alignment","Question Number (surveys only)","Matrix Group Name",\
            "Matrix Ranking?","Field Annotation"
            """;

    /** name, form, type, label, choices, note, validation, min, max, branching, required, annotation. */
    static String field(String... cells) {
        StringBuilder line = new StringBuilder();
        int[] places = {0, 1, 3, 4, 5, 6, 7, 8, 9, 11, 12, 17};
        String[] all = new String[18];
        java.util.Arrays.fill(all, "");
        for (int i = 0; i < cells.length; i++) {
            all[places[i]] = cells[i];
        }
        for (String cell : all) {
            line.append(line.isEmpty() ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }

    private static final String RECORD = field("record_id", "visit", "text", "Record ID");

    static Codebook read(String... fields) {
        return CodebookFile.read(
                "dictionary.csv", (HEADER + RECORD + String.join("", fields)).getBytes(StandardCharsets.UTF_8));
    }

    static Codebook readWithCodes(Path folder, String codes, String... fields) throws Exception {
        Path file = Files.writeString(folder.resolve("dictionary.csv"), HEADER + RECORD + String.join("", fields));
        return CodebookFile.read(file, codes);
    }

    private static Variable variable(String name, String... cells) {
        String[] all = new String[cells.length + 2];
        all[0] = name;
        all[1] = "visit";
        System.arraycopy(cells, 0, all, 2, cells.length);
        return read(field(all)).variable(name);
    }

    /** "Data Exports", REDCap help; REDCapR, vignette "Retrieving Longitudinal and Repeating Structures". */
    @Test
    void an_export_s_own_columns_stand_where_it_has_them() {
        Codebook codebook = read(
                field("age", "visit", "text", "Age"),
                field("dose", "medication_list", "text", "Dose", "", "", "number"));

        assertThat(codebook.names())
                .containsExactly(
                        "record_id",
                        "redcap_event_name",
                        "redcap_repeat_instrument",
                        "redcap_repeat_instance",
                        "redcap_data_access_group",
                        "redcap_survey_identifier",
                        "visit_timestamp",
                        "age",
                        "visit_complete",
                        "medication_list_timestamp",
                        "dose",
                        "medication_list_complete");
        assertThat(codebook.isPartial()).isTrue();
        assertThat(codebook.variable("record_id").type()).isEqualTo(VariableType.IDENTIFIER);
        assertThat(codebook.variable("medication_list_complete").levels())
                .containsExactly(
                        new Level("0", "Incomplete"), new Level("1", "Unverified"), new Level("2", "Complete"));
        assertThat(codebook.variable("redcap_repeat_instrument").levels())
                .containsExactly(new Level("visit", "Visit"), new Level("medication_list", "Medication list"));
    }

    /** "Field Types" and "Text Validation", REDCap help. */
    @ParameterizedTest
    @CsvSource({
        "text, '', text",
        "text, integer, a number",
        "text, number, a number",
        "text, number_2dp, a number",
        "text, number_1dp_comma_decimal, a number",
        "text, number_comma_decimal, a number",
        "text, date_ymd, a date",
        "text, date_mdy, a date",
        "text, date_dmy, a date",
        "text, datetime_mdy, a date with time",
        "text, datetime_seconds_ymd, a date with time",
        "text, time, a time of day",
        "text, time_hh_mm_ss, a time of day",
        "text, time_mm_ss, text",
        "text, email, text",
        "text, phone, text",
        "text, zipcode, text",
        "notes, '', text",
        "file, signature, text",
        "sql, '', text",
        "calc, '', a number",
        "slider, number, a number",
        "yesno, '', 'a category of 2 levels (0, 1)'",
        "truefalse, '', 'a category of 2 levels (0, 1)'",
    })
    void each_field_type_is_a_type_of_variable(String type, String validation, String described) {
        assertThat(variable("x", type, "X", "", "", validation).described()).isEqualTo(described);
    }

    @Test
    void a_descriptive_field_has_no_column() {
        assertThat(read(field("intro", "visit", "descriptive", "Welcome")).find("intro"))
                .isEmpty();
    }

    @Test
    void an_unknown_field_type_is_text_and_says_so() {
        assertThat(variable("x", "hologram", "X").note()).isEqualTo("field type 'hologram' is not known: read as text");
        assertThat(variable("x", "dropdown", "X", "", "Pick one").note())
                .isEqualTo("Pick one; the dictionary lists no choices: read as text");
    }

    @Test
    void choices_are_parted_by_bars_and_codes_by_the_first_comma() {
        assertThat(variable("ward", "radio", "Ward", "1, <b>Surgery</b>, 2nd floor | 2, Medicine | A, <i></i>")
                        .levels())
                .containsExactly(new Level("1", "Surgery, 2nd floor"), new Level("2", "Medicine"), new Level("A", "A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Age; Age",
                "<div class='rich'><p>Age <b>today</b></p><p>in years</p></div>; Age today in years",
                "Age < 18 or BMI &gt; 30&nbsp;kg; Age < 18 or BMI > 30 kg",
                "a<br/>b &amp; c; a b & c",
            })
    void labels_lose_their_html(String both) {
        int at = both.lastIndexOf("; ");
        assertThat(RedcapText.plain(both.substring(0, at))).isEqualTo(both.substring(at + 2));
    }

    /** redcapAPI#90 and REDCapTidieR#31: all but letters and digits is an underscore, capitals are small letters. */
    @Test
    void a_checkbox_is_a_column_for_each_choice() {
        Codebook codebook =
                read(field("race", "visit", "checkbox", "Race", "1, White | Oth, Other | -99, Unknown | a.b, Both"));

        assertThat(codebook.names()).contains("race___1", "race___oth", "race____99", "race___a_b");
        assertThat(codebook.find("race")).isEmpty();
        assertThat(codebook.variable("race____99").label()).isEqualTo("Race (choice=Unknown)");
        assertThat(codebook.variable("race___1").levels())
                .containsExactly(new Level("0", "Unchecked"), new Level("1", "Checked"));
    }

    @Test
    void two_choices_with_one_column_are_refused() {
        assertThatThrownBy(() -> read(field("race", "visit", "checkbox", "Race", "-1, A | _1, B")))
                .isInstanceOf(InputException.class)
                .hasMessage("'dictionary.csv', dictionary.csv!A3: two fields have the column 'race____1'; rename one");
        assertThatThrownBy(() -> read(field("sex", "visit", "radio", "Sex", "1, A | 1, B")))
                .hasMessage("'dictionary.csv', dictionary.csv!A3: variable 'sex' lists a level twice: [1=A, 1=B]");
        assertThatThrownBy(() -> read(",visit,,text\n"))
                .hasMessage("'dictionary.csv', dictionary.csv!A3: the line has a field type and no field name");
        assertThatThrownBy(() -> CodebookFile.read(
                        "d.csv", "field_name,form_name,field_type\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("'d.csv': the REDCap data dictionary names no fields under its header");
    }

    /** "Text Validation", REDCap help: a value outside the limits is a warning and may be saved. */
    @Test
    void limits_are_checks_since_redcap_only_warns() {
        Variable age = variable("age", "text", "Age", "", "", "integer", "18", "99");
        Variable visit = variable("visit_day", "text", "Visit", "", "", "date_dmy", "2020-01-01", "today");

        assertThat(age.range()).isEqualTo(Range.ALL);
        assertThat(age.rules().checks().toString()).isEqualTo("[age >= 18, age <= 99]");
        assertThat(visit.rules().checks().toString()).isEqualTo("[visit_day >= 2020-01-01]");
        assertThat(visit.note()).isEqualTo("limit <= today is not checked");
        assertThat(variable("t", "text", "T", "", "", "number_comma_decimal", "0,5", "x")
                        .rules()
                        .checks()
                        .toString())
                .isEqualTo("[t >= 0.5]");
        assertThat(variable("pain", "slider", "Pain").range()).isEqualTo(new Range(0, 100));
        assertThat(variable("pain", "slider", "Pain", "", "", "", "0", "10").range())
                .isEqualTo(new Range(0, 10));
    }

    @Test
    void a_required_field_is_required_and_a_checkbox_always_has_a_value() {
        assertThat(variable("age", "text", "Age", "", "", "", "", "", "", "y")
                        .rules()
                        .required())
                .isTrue();
        assertThat(read(field("race", "visit", "checkbox", "Race", "1, A", "", "", "", "", "", "y"))
                        .variable("race___1")
                        .rules()
                        .required())
                .isFalse();
    }

    /** "Missing Data Codes", REDCap help; @NOMISSING in "Action Tags"; redcapAPI#296 for the form's status. */
    @Test
    void missing_data_codes_hold_for_every_field_but_those_that_take_none(@TempDir Path folder) throws Exception {
        Codebook codebook = readWithCodes(
                folder,
                "-99, Unknown | UNK, Not known",
                field("age", "visit", "text", "Age", "", "", "integer"),
                field("sex", "visit", "radio", "Sex", "1, F | -99, Not said"),
                field("site", "visit", "text", "Site", "", "", "", "", "", "", "", "@HIDDEN @NOMISSING"),
                field("race", "visit", "checkbox", "Race", "1, White | -99, Unknown"));
        Map<String, Missing> codes = Map.of("-99", new Missing("Unknown"), "UNK", new Missing("Not known"));

        assertThat(codebook.variable("age").missingCodes()).isEqualTo(codes);
        assertThat(codebook.variable("sex").missingCodes()).isEqualTo(Map.of("UNK", new Missing("Not known")));
        assertThat(codebook.variable("sex").note()).isEqualTo("-99 is a level and stays one");
        assertThat(List.of("record_id", "site", "visit_complete", "redcap_event_name"))
                .allSatisfy(name ->
                        assertThat(codebook.variable(name).missingCodes()).isEmpty());
        assertThat(codebook.variable("race___1").missingCodes()).isEqualTo(codes);
        assertThat(codebook.variable("race___unk").label()).isEqualTo("Race (choice=Not known)");
        assertThat(codebook.names().stream().filter(name -> name.startsWith("race")))
                .containsExactly("race___1", "race____99", "race___unk");
    }

    @Test
    void missing_codes_of_the_reader_hold_for_any_codebook(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("c.csv"), "name,type\nid,identifier\nage,number\n");

        assertThat(CodebookFile.read(file, "-99=unknown; -98=refused")
                        .variable("age")
                        .missingCodes())
                .isEqualTo(Map.of("-99", new Missing("unknown"), "-98", new Missing("refused")));
    }

    /** "Export Metadata", REDCap API; REDCapR::redcap_metadata_read. */
    @Test
    void the_metadata_of_the_api_are_a_dictionary_too() {
        String csv = "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations\n"
                + "study_id,demographics,,text,Study ID,\nsex,demographics,,radio,Sex,\"0, Female | 1, Male\"\n";
        Codebook codebook = CodebookFile.read("metadata.csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(codebook.variable("sex").levels()).containsExactly(new Level("0", "Female"), new Level("1", "Male"));
        assertThat(codebook.variable("demographics_complete").label()).isEqualTo("Complete?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.csv", "c.xlsx"})
    void a_translated_dictionary_is_written_and_read_back_as_it_was(String name, @TempDir Path folder) {
        Codebook codebook = read(RedcapLogicTest.FIELDS);
        CodebookFile.write(codebook, folder.resolve(name));

        assertThat(CodebookFile.read(folder.resolve(name))).isEqualTo(codebook);
    }

    @Test
    void a_codebook_is_optional_as_a_whole() {
        assertThatThrownBy(() -> CodebookFile.read(
                        "c.csv", "name,type,optional\na,text,yes\nb,text,\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("'c.csv': the codebook calls 1 of its 2 variables optional; say so of all or of none");
    }

    @Test
    void missing_codes_are_written_in_either_way() {
        Map<String, Missing> one = Map.of("-99", new Missing("Unknown"));

        assertThat(CodebookFile.missingCodes("-99=Unknown")).isEqualTo(one);
        assertThat(CodebookFile.missingCodes("-99, Unknown")).isEqualTo(one);
        assertThat(CodebookFile.missingCodes("-99, -98").keySet()).containsExactly("-99", "-98");
        assertThat(CodebookFile.missingCodes("")).isEmpty();
    }
}
