package cohortkit.core;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
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
 * @param detected how the file was read, a sentence each, such as "header in row 4"
 */
public record Ledger(List<Entry> entries, List<String> detected) {

    /** How much an entry matters. */
    public enum Severity {
        /** The meaning was clear. */
        NOTE,
        /** It deserves a look. */
        WARNING,
        /** It is wrong by the codebook; a strict import refuses the file. */
        ERROR
    }

    /** What became of a cell. */
    public enum Action {
        /** Its meaning was clear and its form was not: trimmed, number stored as text, date in another form. */
        REPAIRED(Severity.NOTE),
        /** A missing code became missing, with its reason. */
        RECODED(Severity.NOTE),
        /** The codebook does not allow it: missing as "invalid". */
        REFUSED(Severity.ERROR),
        /** It is not part of the data: title, total row, footnote. */
        DROPPED(Severity.NOTE),
        /** It was taken as it stood and deserves a look. */
        SUSPICIOUS(Severity.WARNING),
        /** It breaks a rule of the codebook and was kept: the rule does not say which of the values is wrong. */
        BROKEN_RULE(Severity.ERROR);

        private final Severity severity;

        Action(Severity severity) {
            this.severity = severity;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }
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
            String fate = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return cell + " \"" + raw + "\" " + fate + outcome + ": " + rule;
        }
    }

    private static final Ledger EMPTY = new Ledger(List.of(), List.of());

    public Ledger {
        entries = List.copyOf(entries);
        detected = List.copyOf(detected);
    }

    /** A ledger in which nothing happened. */
    public static Ledger empty() {
        return EMPTY;
    }

    /** How many cells met this fate. */
    public long count(Action action) {
        return entries.stream().filter(entry -> entry.action() == action).count();
    }

    /** How many entries matter so much. */
    public long count(Severity severity) {
        return entries.stream()
                .filter(entry -> entry.action().severity() == severity)
                .count();
    }

    /** Only the entries of this action. */
    public Ledger only(Action action) {
        return only(entry -> entry.action() == action);
    }

    /** Only the entries that matter so much. */
    public Ledger only(Severity severity) {
        return only(entry -> entry.action().severity() == severity);
    }

    private Ledger only(Predicate<Entry> wanted) {
        return new Ledger(entries.stream().filter(wanted).toList(), detected);
    }

    /** Behind a cohort's size: what the import did, and where it stands; empty if it did nothing. */
    String summary() {
        if (entries.isEmpty()) {
            return "";
        }
        long broken = count(Action.BROKEN_RULE);
        Object repaired = broken == 0 ? Count.of(count(Action.REPAIRED), "cell") : (Object) count(Action.REPAIRED);
        return ", " + repaired + " repaired, " + count(Action.REFUSED) + " refused"
                + (broken == 0 ? "" : ", " + Count.of(broken, "rule") + " broken") + ": see ledger()";
    }

    /** A title line, how the file was read, then one line an entry. */
    @Override
    public String toString() {
        String reading = detected.stream().map(line -> "\n  " + line).collect(Collectors.joining());
        String body = entries.stream().map(entry -> "\n" + entry).collect(Collectors.joining());
        return "import ledger: " + Count.of(entries.size(), "entry", "entries") + reading + body;
    }
}
