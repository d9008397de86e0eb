package cohortkit.stats.regression;

import cohortkit.core.Formula;
import cohortkit.core.InputException;
import cohortkit.core.Measure;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The usual pairs of family and link, by the names that people give them.
 *
 * <pre>{@code
 * Model.parse("log-binomial").of("low ~ smoke").fit(births).ratio("smoke[1]")   // 1.61 (95 % CI 1.06 to 2.44; Wald)
 * }</pre>
 */
public enum Model {
    /** Binomial with logit link: odds ratios. */
    LOGISTIC("logistic", "logistic", Family.BINOMIAL, Link.LOGIT, Measure.ODDS_RATIO),
    /** Binomial with log link: risk ratios. Where it has no maximum, {@link LogBinomial} knows another way. */
    LOG_BINOMIAL("log-binomial", "log-binomial", Family.BINOMIAL, Link.LOG, Measure.RISK_RATIO),
    /** Modified Poisson: the Poisson likelihood of a yes or no, with robust errors: risk ratios (Zou 2004). */
    POISSON_ROBUST("poisson-robust", "modified Poisson", Family.POISSON_EVENTS, Link.LOG, Measure.RISK_RATIO),
    /** Counts with log link: rate ratios. */
    POISSON("poisson", "Poisson", Family.POISSON, Link.LOG, Measure.RATE_RATIO),
    /** A measured number with identity link: differences. */
    LINEAR("linear", "linear", Family.GAUSSIAN, Link.IDENTITY, Measure.COEFFICIENT),
    /** Binomial with identity link: risk differences. */
    RISK_DIFFERENCE("risk-difference", "risk difference", Family.BINOMIAL, Link.IDENTITY, Measure.RISK_DIFFERENCE);

    private final String name;
    private final String label;
    private final Family family;
    private final Link link;
    private final Measure measure;

    Model(String name, String label, Family family, Link link, Measure measure) {
        this.name = name;
        this.label = label;
        this.family = family;
        this.link = link;
        this.measure = measure;
    }

    /**
     * The model of a name such as "log-binomial"; case does not matter.
     *
     * @throws InputException if there is none; the message lists the names
     */
    public static Model parse(String name) {
        return Arrays.stream(values())
                .filter(model -> model.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InputException("no model '" + name + "'; there are "
                        + Arrays.stream(values()).map(Model::toString).collect(Collectors.joining(", "))));
    }

    /** Whether expected and observed information are the same and there is but one peak. */
    boolean isCanonical() {
        return this == LOGISTIC || this == POISSON;
    }

    static Model of(Family family, Link link) {
        return Arrays.stream(values())
                .filter(model -> model.family == family && model.link == link)
                .findFirst()
                .orElseThrow(() -> new InputException("family " + family + " does not go with link " + link
                        + "; it goes with "
                        + family.links().stream().map(Link::name).collect(Collectors.joining(", "))));
    }

    /** The model of this formula. */
    public Regression of(String formula) {
        return of(Formula.parse(formula));
    }

    /** The model of this formula. */
    public Regression of(Formula formula) {
        return new Regression(formula, family, link, Weights.none());
    }

    /** The distribution of the outcome. */
    public Family family() {
        return family;
    }

    /** How the mean depends on the linear predictor. */
    public Link link() {
        return link;
    }

    /** What a coefficient becomes for print: a ratio after exp(), or the coefficient itself. */
    public Measure measure() {
        return measure;
    }

    /** Whether the mean is the risk of an event. */
    public boolean isRisk() {
        return family.isEvent();
    }

    String label() {
        return label;
    }

    /** The name that {@link #parse} reads. */
    @Override
    public String toString() {
        return name;
    }
}
