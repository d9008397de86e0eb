package cohortkit.stats.regression;

import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum of coefficients times numbers, such as the effect of one variable at a level of another, with the errors of the
 * fit: variance c' V c, exact because the combination is linear; limits and test by Wald.
 *
 * <pre>{@code
 * var both = Logistic.fit("low ~ smoke * race", births);
 * Combination.of(both, "smoke[1] + smoke[1]:race[2]").ratio()   // 3.30 (95 % CI 0.63 to 17.16; Wald)
 * var apart = Logistic.fit("low ~ lwt + race", births);
 * Combination.pairwise(apart, "race").get(0).name()             // "race[2] - race[1]"
 * Combination.pairwise(apart, "race").get(0).ratio()            // 2.95 (95 % CI 1.13 to 7.67; Wald)
 * }</pre>
 */
public final class Combination {

    private static final Pattern PART = Pattern.compile(
            "\\s*([+-]?)\\s*(?:([0-9.]+(?:[eE][+-]?[0-9]+)?)\\s*\\*\\s*)?((?:\\[[^\\]]*\\]|\\([^)]*\\)|[^+\\-\\[(])+)");

    private final Fit fit;
    private final String name;
    private final Map<String, Double> weights;

    private Combination(Fit fit, String name, Map<String, Double> weights) {
        this.fit = fit;
        this.name = name;
        this.weights = weights;
    }

    /**
     * Terms joined by + and -, each with a number before a * if it counts other than once.
     *
     * @throws InputException if it does not parse, or a term is not in the fit
     */
    public static Combination of(Fit fit, String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Matcher matcher = PART.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.find(at) && matcher.start() == at) {
            boolean signed = !matcher.group(1).isEmpty();
            if (at > 0 && !signed) {
                throw new InputException("'" + text + "' does not parse at position " + (at + 1) + "; expected + or -");
            }
            double weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
            String term = matcher.group(3).strip();
            fit.position(term);
            weights.merge(term, matcher.group(1).equals("-") ? -weight : weight, Double::sum);
            at = matcher.end();
        }
        if (at < text.length() || weights.isEmpty()) {
            throw new InputException("'" + text + "' does not parse at position " + (at + 1)
                    + "; expected terms joined by + and -, such as smoke[1] + 2 * age");
        }
        return new Combination(fit, text.strip(), weights);
    }

    /**
     * Each two levels of a category compared, the later with the earlier, other variables being equal. P-values are not
     * adjusted; {@code PValueAdjustment} does it.
     *
     * @throws InputException if the variable is not a category of the fit, or stands in an interaction, where the
     *     comparison depends on the other variable
     */
    public static List<Combination> pairwise(Fit fit, String variable) {
        String prefix = variable + "[";
        List<String> own = fit.terms().stream()
                .filter(term -> term.startsWith(prefix) && !term.contains(":"))
                .toList();
        if (own.isEmpty()) {
            throw new InputException(
                    "'" + variable + "' has no levels among the terms; there are " + String.join(", ", fit.terms()));
        }
        List<String> interactions = fit.terms().stream()
                .filter(term -> term.contains(":") && term.contains(prefix))
                .toList();
        if (!interactions.isEmpty()) {
            throw new InputException("what '" + variable + "' does depends on others ("
                    + String.join(", ", interactions) + "); name the combination that is meant");
        }
        String reference = fit.estimate(own.get(0)).convention().reference();
        List<Combination> pairs = new ArrayList<>();
        if (!reference.isEmpty()) {
            String first = prefix + reference.substring(reference.indexOf(" = ") + 3) + "]";
            own.forEach(term -> pairs.add(new Combination(fit, term + " - " + first, Map.of(term, 1.0))));
        }
        for (int i = 0; i < own.size(); i++) {
            for (int j = i + 1; j < own.size(); j++) {
                pairs.add(of(fit, own.get(j) + " - " + own.get(i)));
            }
        }
        return pairs;
    }

    /** The combination as it was written, or such as "race[3] - race[2]". */
    public String name() {
        return name;
    }

    /** On the scale of the link. */
    public Estimate estimate() {
        return new FitEstimates(fit).estimate(tidy(), "");
    }

    /**
     * As the ratio that it stands for.
     *
     * @throws InputException if the model's coefficients are differences
     */
    public Estimate ratio() {
        return new FitEstimates(fit).ratio(tidy(), "");
    }

    /** One row, with the Wald test that the combination is 0. */
    public Tidy tidy() {
        fit.estimation();
        List<Tidy> terms = fit.tidy();
        double[][] covariance = fit.covariance();
        double value = 0;
        double variance = 0;
        for (var one : weights.entrySet()) {
            int j = fit.position(one.getKey());
            value += one.getValue() * terms.get(j).estimate();
            for (var other : weights.entrySet()) {
                variance += one.getValue() * other.getValue() * covariance[j][fit.position(other.getKey())];
            }
        }
        double error = Math.sqrt(Math.max(0, variance));
        double statistic = value == 0 ? 0 : value / error;
        Covariance behind = fit.inference().covariance();
        double half = behind.reference().quantile(fit.level()) * error;
        String errors = behind.errors().label();
        String method = (behind.reference().df().isPresent() ? "t" : CoefficientInterval.WALD.label())
                + (errors.isEmpty() ? "" : ", " + errors);
        return new Tidy(
                name,
                value,
                error,
                statistic,
                behind.reference().pValue(statistic),
                value - half,
                value + half,
                method);
    }

    @Override
    public String toString() {
        return name + ": " + estimate();
    }
}
