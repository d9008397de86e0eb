package cohortkit.io;

import cohortkit.core.Ledger.Action;
import cohortkit.core.Missing;

/**
 * What a cell became.
 *
 * @param value a Double, String, LocalDate, LocalTime or LocalDateTime; null where it is missing
 * @param missing why it is missing; null where it is not
 * @param action null where the cell was taken as it stood
 * @param rule why, in words
 */
record CellOutcome(Object value, Missing missing, Action action, String rule) {

    static CellOutcome asItStands(Object value) {
        return new CellOutcome(value, null, null, "");
    }

    /** As it stands where there is nothing to tell. */
    static CellOutcome repaired(Object value, String rule) {
        return rule.isEmpty() ? asItStands(value) : new CellOutcome(value, null, Action.REPAIRED, rule);
    }

    static CellOutcome suspicious(Object value, String rule) {
        return new CellOutcome(value, null, Action.SUSPICIOUS, rule);
    }

    static CellOutcome recoded(Missing missing, String rule) {
        return new CellOutcome(null, missing, Action.RECODED, rule);
    }

    static CellOutcome refused(String rule) {
        return new CellOutcome(null, Missing.INVALID, Action.REFUSED, rule);
    }

    /** The value as the ledger prints it. */
    String result() {
        if (action == Action.RECODED) {
            return "missing: " + missing;
        }
        if (value instanceof Double number) {
            return Numbers.shown(number);
        }
        return value == null ? "" : value.toString();
    }
}
