package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;

/** A Firth fit as people read it. */
final class FirthText {

    private static final int TITLE = 48;

    private final AlignedText text;

    FirthText(FirthFit fit) {
        String n = ", n = " + fit.observations();
        String full = "Firth logistic regression of " + fit.model().formula().outcome() + n;
        this.text = new AlignedText(full.length() <= TITLE ? full : "Firth logistic regression" + n);
        text.table(rows(fit));
        text.wrap(fit.test());
        if (!fit.references().isEmpty()) {
            text.wrap("reference: " + String.join(", ", fit.references()));
        }
        if (fit.model().weights().variable().isPresent()) {
            text.wrap(fit.model().weights().toString());
        }
        text.wrap(fit.completeCases().toString());
        fit.notes().forEach(text::wrap);
    }

    /** A header and one row a term. */
    static List<String[]> rows(FirthFit fit) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"term", "OR", DisplayNumber.shortest(fit.level() * 100) + " % CI", "p"});
        for (Tidy row : fit.tidy()) {
            rows.add(new String[] {row.term(), ratio(row.estimate()), limits(row), DisplayNumber.pValue(row.pValue())});
        }
        fit.aliased().forEach(term -> rows.add(new String[] {term, "aliased", "", ""}));
        return rows;
    }

    private static String ratio(double coefficient) {
        return DisplayNumber.ratio(Math.exp(coefficient));
    }

    private static String limits(Tidy row) {
        return ratio(row.confLow()) + " to " + ratio(row.confHigh());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
