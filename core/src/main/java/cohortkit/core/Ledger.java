package cohortkit.core;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an import did to cells that were not taken as they stood. A cell that is not named here is in the cohort
 * exactly as it stood in the file.
 *
 * <pre>{@code
 * patients.ledger().count(Ledger.Action.REPAIRED)   // 121
 * var recoded = patients.ledger().only(Ledger.Action.RECODED);
 * recoded.entries().get(0)   // Data (reconstructed)!E15 "999" recoded -> missing: not recorded: missing code 999
 * }</pre>
 *
 * @param entries in file order
 */
public record Ledger(List<Entry> entries) {

    /** What became of a cell. */
    public enum Action {
        /** Its meaning was clear and its form was not: trimmed, number stored as text, date in another form. */
        REPAIRED,
        /** A missing code became missing, with its reason. */
        RECODED,
        /** The codebook does not allow it: missing as "invalid". */
        REFUSED,
        /** It is not part of the data: title, total row, footnote. */
        DROPPED,
        /** It was taken as it stood and deserves a look. */
        SUSPICIOUS
    }

    /**
     * One cell, or one row at its first cell.
     *
     * @param cell where it stands
     * @param raw the text that stood there
     * @param action what became of it
     * @param result the value it became; empty if it has none
     * @param rule why, in words
     */
    public record Entry(CellRef cell, String raw, Action action, String result, String rule) {

        @Override
        public String toString() {
            String outcome = result.isEmpty() ? "" : " -> " + result;
            return cell + " \"" + raw + "\" " + action.name().toLowerCase(java.util.Locale.ROOT) + outcome + ": "
                    + rule;
        }
    }

    private static final Ledger EMPTY = new Ledger(List.of());

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** A ledger in which nothing happened. */
    public static Ledger empty() {
        return EMPTY;
    }

    /** How many cells met this fate. */
    public long count(Action action) {
        return entries.stream().filter(entry -> entry.action() == action).count();
    }

    /** Only the entries of this action. */
    public Ledger only(Action action) {
        return new Ledger(
                entries.stream().filter(entry -> entry.action() == action).toList());
    }

    /** A title line, then one line an entry. */
    @Override
    public String toString() {
        String body = entries.stream().map(entry -> "\n" + entry).collect(Collectors.joining());
        return "import ledger: " + entries.size() + " entries" + body;
    }
}
