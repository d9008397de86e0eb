package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;
import cohortkit.core.MissingReasons;
import cohortkit.core.Variable;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A missing data code of a REDCap checkbox stands in a column of its own, such as race___unk, and the choices are blank or
 * unchecked ("Missing Data Codes", University of Utah's REDCap help). And a box that branching logic hides is exported as
 * unchecked (REDCapR#420). Both are missing values of every choice.
 */
final class CheckboxCodes {

    private static final String UNCHECKED = "0";
    private static final String CHECKED = "1";

    private final RawSheet sheet;
    private final TableArea area;
    private final Table table;
    private final Map<String, MissingReasons> reasons;
    private final LedgerLines ledger;

    /**
     * @param table the typed values; missing ones are put in
     * @param reasons why values are missing; more are put in
     */
    CheckboxCodes(
            RawSheet sheet, TableArea area, Table table, Map<String, MissingReasons> reasons, LedgerLines ledger) {
        this.sheet = sheet;
        this.area = area;
        this.table = table;
        this.reasons = reasons;
        this.ledger = ledger;
    }

    /** Gives the choices of a checkbox the reason that the column of a code has. */
    void applyCodes(Codebook codebook) {
        for (Variable choice : codebook) {
            if (!RedcapVariables.isCheckbox(choice)) {
                continue;
            }
            String field = RedcapText.checkboxField(choice.name());
            choice.missingCodes().forEach((code, missing) -> {
                String column = RedcapText.checkboxColumn(field, code);
                if (table.containsColumn(column) && !column.equals(choice.name())) {
                    apply(choice.name(), column, missing);
                }
            });
        }
    }

    private void apply(String choice, String codeColumn, Missing missing) {
        StringColumn codes = table.stringColumn(codeColumn);
        StringColumn values = table.stringColumn(choice);
        Missing[] byRow = byRow(choice);
        int blank = 0;
        for (int row = 0; row < byRow.length; row++) {
            if (!codes.get(row).equals(CHECKED)) {
                continue;
            }
            String value = values.get(row);
            if (value.equals(CHECKED)) {
                add(choice, row, value, Action.SUSPICIOUS, value, "checked, and so is " + codeColumn);
            } else if (value.equals(UNCHECKED)) {
                recode(choice, row, byRow, missing, codeColumn + " is checked");
            } else if (Missing.BLANK.equals(byRow[row])) {
                byRow[row] = missing;
                blank++;
            }
        }
        reasons.put(choice, MissingReasons.of(byRow));
        if (blank > 0) {
            ledger.detected(choice + ": " + blank + (blank == 1 ? " blank cell is " : " blank cells are ") + missing
                    + ", since " + codeColumn + " is checked");
        }
    }

    /** Takes the value of unchecked boxes that were not asked. */
    void applyNotAsked(Codebook codebook) {
        for (Variable choice : codebook) {
            if (RedcapVariables.isCheckbox(choice) && choice.rules().askedIf().isPresent()) {
                StringColumn values = table.stringColumn(choice.name());
                Missing[] byRow = byRow(choice.name());
                for (int row = 0; row < byRow.length; row++) {
                    if (Missing.NOT_ASKED.equals(byRow[row]) && values.get(row).equals(UNCHECKED)) {
                        String rule = "unchecked, and asked only if "
                                + choice.rules().askedIf().get();
                        recode(choice.name(), row, byRow, Missing.NOT_ASKED, rule);
                    }
                }
            }
        }
    }

    private void recode(String choice, int row, Missing[] byRow, Missing missing, String rule) {
        table.stringColumn(choice).setMissing(row);
        byRow[row] = missing;
        add(choice, row, UNCHECKED, Action.RECODED, "missing: " + missing, rule);
    }

    private Missing[] byRow(String variable) {
        Missing[] byRow = new Missing[area.size()];
        for (int row = 0; row < byRow.length; row++) {
            byRow[row] = reasons.get(variable).reason(row).orElse(null);
        }
        return byRow;
    }

    private void add(String variable, int row, String raw, Action action, String result, String rule) {
        int number = area.columns().stream()
                .filter(column -> column.name().equals(variable))
                .mapToInt(TableArea.Column::column)
                .findFirst()
                .orElseThrow();
        ledger.add(sheet.rowNumber(area.position(row)), number, raw, action, result, rule);
    }
}
