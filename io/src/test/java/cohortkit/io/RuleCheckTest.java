package cohortkit.io;

import static cohortkit.io.AwkwardWorkbookTest.lines;
import static cohortkit.io.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.Missing;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a codebook, from its sheet to the ledger. */
class RuleCheckTest {

    private static final Object[][] CODEBOOK = {
        row("name", "type", "levels", "max", "missing", "Required?", "Asked if", "Checks"),
        row("id", "identifier", null, null, null, "x"),
        row("sex", "category", "1=male; 2=female", null, null, "yes"),
        row("pregnant", "binary", null, null, "9=refused", "YES", "sex = 'female'"),
        row("weeks", "number", null, 45, "99=unknown", null, "pregnant = 'yes'"),
        row("lmp", "date"),
        row(
                "delivery",
                "date",
                null,
                null,
                null,
                "no",
                null,
                "delivery >= lmp; note <> 'a; b' and\u00a0weeks > 20\n missing(weeks) or delivery - lmp < 320;"),
        row("note", "text"),
    };

    private static final LocalDate LMP = LocalDate.of(2004, 3, 1);

    private static final Object[][] DATA = {
        row("id", "sex", "pregnant", "weeks", "lmp", "delivery", "note"),
        row("a", 2, "yes", 40, LMP, LMP.plusDays(280), "fine"),
        row("b", 1, null, null, null, null, "a man"),
        row("c", 1, "no", 12, null, null, "filled though not asked"),
        row("d", 2, "  ", null, null, null, "pregnant is required"),
        row("e", 2, "yes", null, LMP, LMP.minusDays(1), "a; b"),
        row("e", null, "perhaps", 50, LMP, LMP.plusDays(400), "sex is required"),
        row(null, 2, "9", null, LMP, null, "undecided"),
        row("g", 2, "yes", 99, null, null, "declared"),
        row("f", 1, null, 7, null, null, "asked of nobody like him"),
        row("h", 2, "no", 18, LMP, LMP.plusDays(320), "a; b"),
    };

    private static final Sheets SHEETS = Sheets.of("Data", DATA).and("Codebook", CODEBOOK);

    private final Cohort cohort = Workbook.read("birth.xlsx", SHEETS.xlsx()).cohort();

    @TempDir
    Path folder;

    @Test
    void what_breaks_a_rule_is_named_with_the_values_it_depends_on() {
        assertThat(lines(cohort.ledger()))
                .containsExactly(
                        "Data!C4 \"no\" broken rule -> no: filled though asked only if sex = 'female': sex is 1 (B4)",
                        "Data!D4 \"12\" broken rule -> 12: filled though asked only if pregnant = 'yes': pregnant is no "
                                + "(C4)",
                        "Data!F4 \"\" broken rule: breaks note <> 'a; b' and weeks > 20: note is 'filled though not "
                                + "asked' (G4), weeks is 12 (D4)",
                        "Data!C5 \"  \" repaired: only spaces: blank",
                        "Data!C5 \"  \" broken rule: required and blank",
                        "Data!D6 \"\" suspicious: asked (pregnant = 'yes') and blank",
                        "Data!F6 \"2004-02-29\" broken rule -> 2004-02-29: breaks delivery >= lmp: lmp is 2004-03-01 "
                                + "(E6)",
                        "Data!F6 \"2004-02-29\" broken rule -> 2004-02-29: breaks note <> 'a; b' and weeks > 20: note is "
                                + "'a; b' (G6), weeks is missing, blank (D6)",
                        "Data!A7 \"e\" broken rule -> e: identifier stands in row 6 too",
                        "Data!B7 \"\" broken rule: required and blank",
                        "Data!C7 \"perhaps\" refused: not one of no, yes (missing: 9)",
                        "Data!D7 \"50\" refused: outside -Inf to 45",
                        "Data!A8 \"\" broken rule: no identifier",
                        "Data!C8 \"9\" recoded -> missing: refused: missing code 9",
                        "Data!D9 \"99\" recoded -> missing: unknown: missing code 99",
                        "Data!D10 \"7\" broken rule -> 7: filled though asked only if pregnant = 'yes': pregnant is "
                                + "missing, not asked (C10)",
                        "Data!F10 \"\" broken rule: breaks note <> 'a; b' and weeks > 20: note is 'asked of nobody "
                                + "like him' (G10), weeks is 7 (D10)",
                        "Data!D11 \"18\" broken rule -> 18: filled though asked only if pregnant = 'yes': pregnant is no "
                                + "(C11)",
                        "Data!F11 \"2005-01-15\" broken rule -> 2005-01-15: breaks note <> 'a; b' and weeks > 20: note "
                                + "is 'a; b' (G11), weeks is 18 (D11)",
                        "Data!F11 \"2005-01-15\" broken rule -> 2005-01-15: breaks missing(weeks) or delivery - lmp < "
                                + "320: weeks is 18 (D11), lmp is 2004-03-01 (E11)");
        assertThat(cohort.ledger().detected())
                .contains(
                        "pregnant: 2 blank cells not asked; it is asked only if sex = 'female'",
                        "weeks: 1 blank cell not asked; it is asked only if pregnant = 'yes'");
    }

    @Test
    void a_blank_that_was_not_asked_is_missing_as_not_asked_for_good() {
        assertThat(reasons(cohort, "pregnant")).isEqualTo("-,not asked,-,blank,-,invalid,refused,-,not asked,-");
        assertThat(reasons(cohort, "weeks")).isEqualTo("-,not asked,-,blank,blank,invalid,blank,unknown,-,-");
        assertThat(cohort.numbers("weeks")[2]).isEqualTo(12);

        Cohort women = cohort.exclude("men", p -> p.is("sex", "male"));
        Cohort late = cohort.where(p -> p.missing("pregnant").equals(java.util.Optional.of(Missing.NOT_ASKED)))
                .derive(Variable.binary("term", "37 weeks or more"), p -> p.number("weeks") >= 37);
        assertThat(women.missing("pregnant")).doesNotContainKey(Missing.NOT_ASKED);
        assertThat(late.missing("term")).isEqualTo(Map.of(Missing.NOT_ASKED, 1));
        assertThat(cohort.derive(Variable.binary("term", "37 weeks or more"), p -> p.number("weeks") >= 37)
                        .missing("term"))
                .isEqualTo(cohort.missing("weeks"));
    }

    private static String reasons(Cohort cohort, String variable) {
        return IntStream.range(0, cohort.size())
                .mapToObj(row ->
                        cohort.missing(row, variable).map(Missing::reason).orElse("-"))
                .collect(Collectors.joining(","));
    }

    @Test
    void the_reasons_come_back_from_a_file_that_was_written() {
        Path clean = folder.resolve("clean.csv");
        CohortCsv.write(cohort, clean);
        Cohort again = Workbook.open(clean).cohort(ImportOptions.defaults().withCodebook(cohort.codebook()));

        assertThat(reasons(again, "pregnant")).isEqualTo("-,not asked,-,blank,-,invalid,refused,-,not asked,-");
        assertThat(reasons(again, "pregnant")).isEqualTo(reasons(cohort, "pregnant"));
        assertThat(again.ledger().only(Ledger.Action.BROKEN_RULE).entries())
                .hasSameSizeAs(cohort.ledger().only(Ledger.Action.BROKEN_RULE).entries());
    }

    @Test
    void xls_and_csv_break_the_same_rules() {
        Ledger broken = cohort.ledger().only(Ledger.Action.BROKEN_RULE);
        Cohort xls = Workbook.read("birth.xls", SHEETS.xls()).cohort();
        Cohort csv = Workbook.read("birth.csv", SHEETS.csv(","))
                .cohort(ImportOptions.defaults().withCodebook(cohort.codebook()));

        assertThat(lines(xls.ledger().only(Ledger.Action.BROKEN_RULE))).isEqualTo(lines(broken));
        assertThat(lines(csv.ledger().only(Ledger.Action.BROKEN_RULE)))
                .isEqualTo(lines(broken).stream()
                        .map(line -> line.replace("Data!", "birth.csv!"))
                        .toList());
    }

    @Test
    void a_strict_import_is_refused_with_everything_that_is_wrong() {
        Workbook workbook = Workbook.read("birth.xlsx", SHEETS.xlsx());

        assertThatThrownBy(() -> workbook.cohort(ImportOptions.defaults().strict()))
                .isInstanceOfSatisfying(
                        RefusedImport.class,
                        refused -> assertThat(lines(refused.ledger())).isEqualTo(lines(cohort.ledger())))
                .hasMessage("""
                        'birth.xlsx', sheet 'Data': 16 errors against the codebook; a strict import takes none
                          id: identifier stands in row 6 too (1): A7
                          id: no identifier (1): A8
                          sex: required and blank (1): B7
                          pregnant: filled though asked only if sex = 'female' (1): C4
                          pregnant: required and blank (1): C5
                          pregnant: not one of no, yes (missing: 9) (1): C7
                          weeks: filled though asked only if pregnant = 'yes' (3): D4, D10, D11
                          weeks: outside -Inf to 45 (1): D7
                          delivery: breaks note <> 'a; b' and weeks > 20 (4): F4, F6, F10, F11
                          delivery: breaks delivery >= lmp (1): F6
                          delivery: breaks missing(weeks) or delivery - lmp < 320 (1): F11
                        correct the file or the codebook; without strict, the ledger names them and the import goes on""");
    }

    @Test
    void a_strict_import_of_a_file_without_errors_is_an_import() {
        Codebook codebook = Codebook.of(Variable.number("x", "").withMissing("9", "refused"));
        byte[] csv = "x\n 1\n9\n\n".getBytes(StandardCharsets.UTF_8);
        ImportOptions strict = ImportOptions.defaults()
                .strict()
                .withCodebook(codebook)
                .withSheet("")
                .withHeaderRow(1);

        assertThat(strict.onError()).isEqualTo(ImportOptions.OnError.REFUSE);
        assertThat(Workbook.read("d.csv", csv).cohort(strict).size()).isEqualTo(2);
    }

    @Test
    void of_many_cells_the_first_ten_are_named() {
        Codebook codebook = Codebook.of(Variable.number("x", "").withRange(new Range(0, 1)));
        String csv = "x\n" + "7\n".repeat(12);
        ImportOptions strict = ImportOptions.defaults().withCodebook(codebook).strict();
        Workbook workbook = Workbook.read("d.csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> workbook.cohort(strict))
                .hasMessage("'d.csv': 12 errors against the codebook; a strict import takes none\n"
                        + "  x: outside 0 to 1 (12): A2, A3, A4, A5, A6, A7, A8, A9, A10, A11 and 2 more\n"
                        + "correct the file or the codebook; without strict, the ledger names them and the import goes "
                        + "on");
    }

    @Test
    void required_and_blank_have_the_reasons_that_the_codebook_gives_them() {
        Codebook codebook = Codebook.of(
                Variable.number("x", "").asRequired().withMissing("", "not done"),
                Variable.number("y", "").withMissing("", "not done").withAskedIf("x > 1"),
                Variable.number("z", "").asRequired().withAskedIf("x > 1"),
                Variable.number("v", "").asRequired());
        byte[] csv = "x,y,z,v\n1,,,1\n2,,,\n,,,1\n2,3,4,oh\n".getBytes(StandardCharsets.UTF_8);
        Cohort answers =
                Workbook.read("d.csv", csv).cohort(ImportOptions.defaults().withCodebook(codebook));

        assertThat(lines(answers.ledger()))
                .containsExactly(
                        "d.csv!C3 \"\" broken rule: required and blank",
                        "d.csv!D3 \"\" broken rule: required and blank",
                        "d.csv!D5 \"oh\" refused: not a number",
                        "d.csv!D5 \"oh\" broken rule: required and refused");
        assertThat(reasons(answers, "y")).isEqualTo("not asked,not done,not done,-");
        assertThat(reasons(answers, "z")).isEqualTo("not asked,blank,blank,-");
    }

    @Test
    void a_question_behind_one_that_was_not_asked_was_not_asked_wherever_the_two_stand() {
        Codebook codebook = Codebook.of(
                Variable.number("trimester", "").withAskedIf("weeks > 0"),
                Variable.number("weeks", "").withAskedIf("pregnant = 'yes'"),
                Variable.binary("pregnant", "").withAskedIf("sex = 'f'"),
                Variable.category("sex", "", cohortkit.core.Level.of("m"), cohortkit.core.Level.of("f")),
                Variable.text("self", "").withAskedIf("self = 'x'"));
        byte[] csv =
                "trimester,weeks,pregnant,sex,self\n,,,m,\n,,,f,x\n,,,,y\n,,yes,f,\n".getBytes(StandardCharsets.UTF_8);
        Cohort answers =
                Workbook.read("d.csv", csv).cohort(ImportOptions.defaults().withCodebook(codebook));

        assertThat(reasons(answers, "pregnant")).isEqualTo("not asked,blank,blank,-");
        assertThat(reasons(answers, "weeks")).isEqualTo("not asked,blank,blank,blank");
        assertThat(reasons(answers, "trimester")).isEqualTo("not asked,blank,blank,blank");
        assertThat(reasons(answers, "self")).isEqualTo("blank,-,-,blank");
    }

    @Test
    void rules_that_do_not_fit_a_codebook_of_code_are_told_with_their_variable() {
        Workbook workbook = Workbook.read("d.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
        Variable x = Variable.number("x", "");

        assertThatThrownBy(() ->
                        workbook.cohort(ImportOptions.defaults().withCodebook(Codebook.of(x.withCheck("x < yy")))))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "variable 'x': the condition does not fit the codebook at position 5: no variable 'yy'; there "
                                + "are x (text stands in quotes)\n  x < yy\n      ^");
        assertThatThrownBy(() ->
                        workbook.cohort(ImportOptions.defaults().withCodebook(Codebook.of(x.withAskedIf("x = 'a'")))))
                .hasMessage(
                        "variable 'x': the condition does not fit the codebook at position 3: a number = text cannot "
                                + "be decided; write numbers without quotes\n  x = 'a'\n    ^");
    }
}
