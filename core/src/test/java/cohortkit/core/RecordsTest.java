package cohortkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {

    @ParameterizedTest
    @CsvSource({"F17, 17, 6", "A1, 1, 1", "Z9, 9, 26", "AA10, 10, 27", "XFD1048576, 1048576, 16384"})
    void a_cell_address_reads_and_prints_itself(String address, int row, int column) {
        CellRef cell = CellRef.parse("f.xlsx", "Data", address);

        assertThat(cell).isEqualTo(new CellRef("f.xlsx", "Data", row, column));
        assertThat(cell.address()).isEqualTo(address);
        assertThat(cell).hasToString("Data!" + address);
        assertThat(new CellRef("f.csv", "", row, column)).hasToString("f.csv!" + address);
    }

    @Test
    void refuses_what_is_no_cell_address() {
        assertThatThrownBy(() -> CellRef.parse("f", "s", "17F")).hasMessage("'17F' is not a cell address such as F17");
        assertThatThrownBy(() -> new CellRef("f", "s", 0, 1)).hasMessage("rows and columns count from 1; were 0, 1");
    }

    @Test
    void a_flow_that_does_not_reconcile_cannot_be_made() {
        List<Flow.Step> steps = List.of(new Flow.Step("minors", 2, 0, 7));

        assertThatThrownBy(() -> new Flow(10, steps)).hasMessage("the flow does not reconcile at 'minors'");
        assertThat(Flow.startingWith(10).remaining()).isEqualTo(10);
    }

    @Test
    void a_ledger_counts_and_prints_its_entries() {
        CellRef cell = new CellRef("f.xlsx", "Data", 4, 2);
        Ledger ledger = new Ledger(
                List.of(
                        new Ledger.Entry(cell, "63 ", Ledger.Action.REPAIRED, "63", "number stored as text"),
                        new Ledger.Entry(cell, "x", Ledger.Action.REFUSED, "", "not a number")),
                List.of());

        assertThat(ledger.count(Ledger.Action.REPAIRED)).isEqualTo(1);
        assertThat(ledger.only(Ledger.Action.REFUSED))
                .hasToString("import ledger: 1 entry\nData!B4 \"x\" refused: not a number");
        assertThat(ledger).asString().contains("Data!B4 \"63 \" repaired -> 63: number stored as text");
    }

    @Test
    void a_ledger_tells_what_matters_and_how_the_file_was_read() {
        CellRef cell = new CellRef("f.xlsx", "Data", 4, 2);
        List<Ledger.Entry> entries = java.util.Arrays.stream(Ledger.Action.values())
                .map(action -> new Ledger.Entry(cell, "1", action, "1", "r"))
                .toList();
        Ledger ledger = new Ledger(entries, List.of("header in row 4", "rows 5 to 337"));

        assertThat(ledger.only(Ledger.Severity.ERROR))
                .hasToString("import ledger: 2 entries\n  header in row 4\n  rows 5 to 337\n"
                        + "Data!B4 \"1\" refused -> 1: r\nData!B4 \"1\" broken rule -> 1: r");
        assertThat(ledger.only(Ledger.Severity.WARNING).entries())
                .extracting(Ledger.Entry::action)
                .containsExactly(Ledger.Action.SUSPICIOUS);
        assertThat(ledger.only(Ledger.Severity.NOTE).entries())
                .extracting(Ledger.Entry::action)
                .containsExactly(Ledger.Action.REPAIRED, Ledger.Action.RECODED, Ledger.Action.DROPPED);
        assertThat(ledger.count(Ledger.Severity.NOTE)).isEqualTo(3);
        assertThat(ledger.only(Ledger.Action.DROPPED).detected()).containsExactly("header in row 4", "rows 5 to 337");
        assertThat(Ledger.empty().detected()).isEmpty();
    }

    @Test
    void missing_reasons_are_counted_in_order_of_appearance() {
        Missing refused = new Missing("refused");
        MissingReasons reasons = MissingReasons.of(new Missing[] {null, refused, Missing.BLANK, refused});

        assertThat(reasons.counts()).containsExactly(Map.entry(refused, 2), Map.entry(Missing.BLANK, 1));
        assertThat(reasons.isMissing(0)).isFalse();
        assertThat(reasons.rows(new int[] {3, 0}).counts()).containsExactly(Map.entry(refused, 1));
        assertThat(reasons.size()).isEqualTo(4);
    }

    @Test
    void an_input_problem_may_have_a_cause() {
        Exception cause = new java.io.IOException("disk");

        assertThat(new InputException("cannot read f.xlsx", cause)).hasCause(cause);
    }
}
