package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.VariableType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of an invented project. What REDCap does is named by its source. */
class RedcapExportTest {

    private static final String DICTIONARY = """
        field_name,form_name,field_type,field_label,select_choices_or_calculations,text_validation_type_or_show_slider_number,text_validation_min,text_validation_max,branching_logic,required_field
        record_id,baseline,text,Record ID,,,,,,
        intro,baseline,descriptive,Welcome,,,,,,
        sex,baseline,radio,Sex,"1, Female | 2, Male",,,,,y
        age,baseline,text,Age,,integer,18,99,,
        smoker,baseline,yesno,Smoker,,,,,,
        weeks,baseline,text,Weeks of pregnancy,,integer,,,[sex] = '1',
        race,baseline,checkbox,Race,"1, White | 2, Black | -1, Other",,,,,
        sites,baseline,checkbox,Sites smoked at,"1, Home | 2, Work",,,,[smoker] = '1',
        late,baseline,text,Late,,,,,"datediff([seen], 'today', 'd') > 9",
        drug,medication,text,Drug,,,,,,
        seen,visit,text,Seen,,date_dmy,,,,
        """;

    private static final Missing UNKNOWN = new Missing("Unknown");

    @TempDir
    Path folder;

    private Cohort read(String export) throws Exception {
        Path dictionary = Files.writeString(folder.resolve("dictionary.csv"), DICTIONARY);
        return Workbook.read("export.csv", export.getBytes(StandardCharsets.UTF_8))
                .cohort(ImportOptions.defaults()
                        .withCodebook(CodebookFile.read(dictionary, "-99, Unknown | UNK, Not known")));
    }

    /** A yes/no field becomes all NA as soon as one missing data code is there: CHOP-CGTInformatics/REDCapTidieR#181. */
    @Test
    void redcaptidier_181_a_yes_no_field_keeps_its_values_beside_a_missing_data_code() throws Exception {
        Cohort cohort = read("record_id,smoker\n1,1\n2,0\n3,UNK\n4,-99\n5,\n6,1\n");

        assertThat(cohort.levels("smoker")).containsExactly(1, 0, -1, -1, -1, 1);
        assertThat(cohort.missing("smoker"))
                .isEqualTo(Map.of(new Missing("Not known"), 1, UNKNOWN, 1, Missing.BLANK, 1));
    }

    /** "Missing Data Codes", University of Utah's REDCap help: the choices are blank, and the code's column has 1. */
    @Test
    void a_missing_data_code_of_a_checkbox_is_the_reason_of_every_choice() throws Exception {
        Cohort cohort = read("""
            record_id,race___1,race___2,race____1,race____99,race___unk
            1,1,0,0,0,0
            2,,,,1,0
            3,0,0,0,0,1
            4,0,1,0,0,1
            5,,,,,
            """);

        assertThat(cohort.missing("race___1"))
                .isEqualTo(Map.of(UNKNOWN, 1, new Missing("Not known"), 2, Missing.BLANK, 1));
        assertThat(cohort.levels("race___2")).containsExactly(0, -1, -1, 1, -1);
        assertThat(cohort.levels("race____99")).containsExactly(0, 1, 0, 0, -1);
        assertThat(cohort.ledger().entries().toString())
                .contains(
                        "B4 \"0\" recoded -> missing: Not known: race___unk is checked",
                        "C5 \"1\" suspicious -> 1: checked, and so is race___unk");
        assertThat(cohort.ledger().detected())
                .contains("race___1: 1 blank cell is Unknown, since race____99 is checked");
        assertThat(cohort.table().stringColumn("race___1").isMissing(2)).isTrue();
    }

    /** REDCapR#420: a checkbox that nobody saw is exported as unchecked. */
    @Test
    void a_checkbox_that_branching_logic_hides_was_not_asked_though_it_is_exported_as_unchecked() throws Exception {
        Cohort cohort = read("record_id,smoker,sites___1,sites___2\n1,1,1,0\n2,0,0,0\n3,,0,0\n4,0,1,0\n");

        assertThat(cohort.levels("sites___2")).containsExactly(0, -1, 0, -1);
        assertThat(cohort.missing("sites___2")).isEqualTo(Map.of(Missing.NOT_ASKED, 2));
        assertThat(cohort.ledger().entries().toString())
                .contains(
                        "D3 \"0\" recoded -> missing: not asked: unchecked, and asked only if smoker = '1'",
                        "C5 \"1\" broken rule -> 1: filled though asked only if smoker = '1': smoker is 0 (B5)");
        assertThat(cohort.ledger().count(Action.BROKEN_RULE)).isEqualTo(1);
    }

    @Test
    void a_field_that_branching_logic_hides_was_not_asked() throws Exception {
        Cohort cohort = read("record_id,sex,weeks\n1,1,30\n2,2,\n3,1,\n4,-99,\n");

        assertThat(cohort.missing("weeks")).isEqualTo(Map.of(Missing.NOT_ASKED, 1, Missing.BLANK, 2));
    }

    /** "Text Validation", REDCap help: who types is warned, and may keep the value. */
    @Test
    void a_value_outside_its_limits_is_kept_and_named() throws Exception {
        Cohort cohort = read("record_id,age\n1,17\n2,40\n");

        assertThat(cohort.numbers("age")).containsExactly(17, 40);
        assertThat(cohort.ledger().only(Ledger.Severity.ERROR).entries().toString())
                .isEqualTo("[export.csv!B2 \"17\" broken rule -> 17: breaks age >= 18]");
    }

    /** "Retrieving Longitudinal and Repeating Structures", a vignette of REDCapR: one row an event and an instance. */
    @Test
    void a_record_has_a_row_for_each_event_and_instance_and_is_no_duplicate() throws Exception {
        Cohort cohort = read("""
            record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group,sex,drug,seen,medication_complete
            1,baseline_arm_1,,,north,1,,,
            1,baseline_arm_1,medication,1,north,,aspirin,,2
            1,baseline_arm_1,medication,2,north,,,,1
            1,visit_arm_1,,,north,,,2020-03-04,
            2,baseline_arm_1,,,south,2,,,
            2,baseline_arm_1,,,south,1,,,
            """);

        assertThat(cohort.variable("redcap_event_name").type()).isEqualTo(VariableType.CATEGORY);
        assertThat(cohort.variable("redcap_data_access_group").described())
                .isEqualTo("a category of 2 levels (north, south)");
        assertThat(cohort.row(1).level("redcap_repeat_instrument")).isEqualTo("medication");
        assertThat(cohort.ledger().only(Action.BROKEN_RULE).entries().toString())
                .isEqualTo("[export.csv!A7 \"2\" broken rule -> 2: identifier stands in row 6 too]");
        assertThat(cohort.ledger().detected()).contains("not required, since a row holds one event or instrument: sex");
    }

    @Test
    void a_sub_export_leaves_variables_out_and_says_so() throws Exception {
        Cohort cohort = read("record_id,weeks,late,race___1\n1,30,x,1\n2,,,0\n");

        assertThat(cohort.codebook().names()).containsExactly("record_id", "weeks", "race___1", "late");
        assertThat(cohort.codebook().isPartial()).isFalse();
        assertThat(cohort.missing("weeks")).isEqualTo(Map.of(Missing.BLANK, 1));
        assertThat(cohort.ledger().detected())
                .contains(
                        "no column for 12 variables of the codebook: sex, age, smoker, race___2, race____1, sites___1, "
                                + "sites___2, baseline_complete, drug, medication_complete and 2 more",
                        "rule of weeks not checked, since there is no column sex: sex = '1'",
                        "branching logic not checked, see the codebook's notes: late");
        assertThat(cohort.ledger().entries()).isEmpty();
        assertThat(cohort.variable("late").note())
                .isEqualTo("branching logic not checked ('datediff' is not known): datediff([seen], 'today', 'd') > 9");
    }

    @Test
    void a_file_of_other_columns_is_no_export() {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("'export.csv': no row names a variable of the codebook (age, ");
    }

    /** "Data Exports", REDCap help: labels in the place of codes and names. */
    @Test
    void an_export_of_labels_is_read_by_its_labels() throws Exception {
        Cohort cohort = read("""
            Record ID,Sex,Smoker,Race (choice=White),Race (choice=Other),Baseline: Complete?
            1,Female,Yes,Checked,Unchecked,Complete
            2,Male,No,Unchecked,Checked,Incomplete
            """);

        assertThat(cohort.codebook().names())
                .containsExactly("record_id", "sex", "smoker", "race___1", "race____1", "baseline_complete");
        assertThat(cohort.levels("race____1")).containsExactly(0, 1);
        assertThat(cohort.row(0).level("baseline_complete")).isEqualTo("2");
        assertThat(cohort.ledger().count(Ledger.Severity.ERROR)).isZero();
    }

    /** REDCap writes the columns in the dictionary's order, so columns of one label are told apart where all are there. */
    @Test
    void fields_that_share_a_label_are_told_apart_by_their_order() throws Exception {
        String dictionary = """
                field_name,form_name,field_type,field_label,select_choices_or_calculations
                record_id,baseline,text,Record ID,
                first,baseline,text,Date,
                place,baseline,text,Place,
                second,baseline,text,Date,
                """;
        Path file = Files.writeString(folder.resolve("shared.csv"), dictionary);
        ImportOptions options = ImportOptions.defaults().withCodebook(CodebookFile.read(file, ""));

        Cohort both = Workbook.read(
                        "export.csv",
                        "Record ID,Date,Place,Date\n1,a,Oslo,b\n2,c,Bergen,d\n".getBytes(StandardCharsets.UTF_8))
                .cohort(options);
        assertThat(both.row(1).text("first") + both.row(1).text("second")).isEqualTo("cd");
        assertThat(both.ledger().entries())
                .filteredOn(entry -> entry.rule().contains("label of 2 variables, taken in the codebook's order"))
                .extracting(Ledger.Entry::result)
                .containsExactly("first", "second");

        Cohort one = Workbook.read(
                        "export.csv", "Record ID,Date,Place\n1,a,Oslo\n2,c,Bergen\n".getBytes(StandardCharsets.UTF_8))
                .cohort(options);
        assertThat(one.codebook().names()).containsExactly("record_id", "place");

        Cohort disordered = Workbook.read(
                        "export.csv",
                        "Record ID,Date,Date,Place\n1,a,b,Oslo\n2,c,d,Bergen\n".getBytes(StandardCharsets.UTF_8))
                .cohort(options);
        assertThat(disordered.codebook().names()).containsExactly("record_id", "place");
    }

    /** A survey that was left open has words for its time: "Survey Timestamp" in REDCap's exports. */
    @Test
    void a_survey_that_was_left_open_has_no_time() throws Exception {
        Cohort cohort = read("record_id,baseline_timestamp\n1,2020-03-04 10:11\n2,[not completed]\n");

        assertThat(cohort.row(0).dateTime("baseline_timestamp")).hasToString("2020-03-04T10:11");
        assertThat(cohort.missing("baseline_timestamp")).isEqualTo(Map.of(new Missing("not completed"), 1));
    }
}
