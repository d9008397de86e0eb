package cohortkit.stats.regression;

import cohortkit.stats.regression.SeparationException.Infinite;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What separates the outcome: some combination of terms predicts rows without error, so that the likelihood grows
 * without end along it (Albert and Anderson 1984, Biometrika 71:1).
 *
 * <pre>{@code
 * var light = births.derive(Variable.binary("light", "Below 2500 g"), p -> p.number("bwt") < 2500);
 * Logistic.fit("low ~ light", light).separation().get().terms()   // [(Intercept) to -infinity, light[yes] to +infinity]
 * }</pre>
 *
 * @param complete whether every row is predicted without error; otherwise some rows only (quasi-complete)
 * @param terms the coefficients without a finite estimate, in the formula's order
 * @param reasons what in the data does it, where one level or one threshold does, such as "all 3 rows of g[3] have y = 1"
 */
public record SeparationFinding(boolean complete, List<Infinite> terms, List<String> reasons) {

    private static final int MOST = 6;

    /** Keeps copies. */
    public SeparationFinding {
        terms = List.copyOf(terms);
        reasons = List.copyOf(reasons);
    }

    /** Such as "quasi-complete separation: there is no finite maximum likelihood estimate; g[3] to +infinity: ...". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(complete ? "complete" : "quasi-complete");
        text.append(" separation: there is no finite maximum likelihood estimate; ");
        text.append(terms.stream().limit(MOST).map(Infinite::toString).collect(Collectors.joining(", ")));
        text.append(terms.size() > MOST ? " and " + (terms.size() - MOST) + " more" : "");
        if (!reasons.isEmpty()) {
            text.append(": ").append(reasons.stream().limit(MOST).collect(Collectors.joining(", ")));
        }
        return text.toString();
    }
}
