package cohortkit.report;

import cohortkit.core.Ledger;
import cohortkit.core.Ledger.Action;
import cohortkit.core.Ledger.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What an import did, by severity; each action unfolds to its cells. */
final class LedgerFragment {

    /** Of one action; a page of a hundred thousand rows opens nowhere. */
    private static final int MOST = 500;

    private LedgerFragment() {}

    static String of(Ledger ledger) {
        StringBuilder html = new StringBuilder();
        html.append(Html.paragraph(counts(ledger)));
        if (!ledger.detected().isEmpty()) {
            html.append(Html.details("How the file was read", Html.list(ledger.detected())));
        }
        Arrays.stream(Action.values())
                .sorted(Comparator.comparing(Action::severity).reversed())
                .filter(action -> ledger.count(action) > 0)
                .forEach(action -> html.append(unfolding(ledger, action)));
        return html.toString();
    }

    private static String counts(Ledger ledger) {
        long errors = ledger.count(Severity.ERROR);
        long warnings = ledger.count(Severity.WARNING);
        long notes = ledger.count(Severity.NOTE);
        return errors + warnings + notes == 0
                ? "Every cell was taken as it stood."
                : "Cells and rows that were not taken as they stood, or deserve a look: " + errors
                        + " of severity error, " + warnings + " of severity warning, " + notes + " of severity note.";
    }

    private static String unfolding(Ledger ledger, Action action) {
        List<Ledger.Entry> entries = ledger.only(action).entries();
        StringBuilder body = new StringBuilder();
        try {
            LedgerPage.table(entries.subList(0, Math.min(MOST, entries.size())), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (entries.size() > MOST) {
            body.append(Html.paragraph(
                    entries.size() - MOST + " more; cohort import FILE --ledger ledger.html lists every one."));
        }
        return Html.details(
                LedgerPage.name(action.severity()) + ": " + entries.size() + " " + LedgerPage.name(action),
                body.toString());
    }
}
