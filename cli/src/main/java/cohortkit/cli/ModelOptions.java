package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.stats.regression.Bootstrap;
import cohortkit.stats.regression.ClusterFactor;
import cohortkit.stats.regression.ExactTerm;
import cohortkit.stats.regression.FirthFit;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.LogBinomial;
import cohortkit.stats.regression.MissingPatterns;
import cohortkit.stats.regression.Model;
import cohortkit.stats.regression.NestedModels;
import cohortkit.stats.regression.Regression;
import cohortkit.stats.regression.StandardErrors;
import cohortkit.stats.regression.StratifiedFit;
import cohortkit.stats.regression.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What rows count for, and where standard errors come from. */
final class ModelOptions {

    private static final String CLUSTER = "cluster:";

    @Option(
            names = "--weights",
            paramLabel = "VAR",
            description = "Frequency weights: each row stands for so many people. VAR:probability for sampling weights,"
                    + " with robust errors; VAR:precision for weights by variance, in a linear model.")
    private String weights;

    @Option(
            names = "--se",
            paramLabel = "ERRORS",
            description = "model, hc0, hc1, hc2, hc3, stata (its vce(robust)) or cluster:VAR, also cluster:VAR:stata,"
                    + " cluster:VAR:sandwich (as R), cluster:VAR:none (as SAS); cluster:A+B for two that cross. Default:"
                    + " what the model calls for.")
    private String errors;

    @Option(
            names = "--offset",
            paramLabel = "VAR",
            description = "A term whose coefficient is 1; log(VAR) takes its log.")
    private String offset;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Of --ci bootstrap, which draws clusters with --se cluster:VAR. Default: ${DEFAULT-VALUE}.")
    private int replicates;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of --ci bootstrap: the same seed draws the same. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** The fitted model; a log-binomial one by the way that leads to an answer. */
    Fit fit(Model family, String formula, Cohort cohort) {
        Fit fit = family == Model.LOG_BINOMIAL
                ? LogBinomial.fit(whole(formula), cohort, weights())
                : model(family, formula).fit(cohort);
        return errors == null ? fit : fit.with(errors());
    }

    /** The fitted model with an intercept for each stratum. */
    StratifiedFit stratified(Model family, String formula, Cohort cohort, String strata) {
        StratifiedFit fit = StratifiedFit.of(model(family, formula), strata, cohort);
        return errors == null ? fit : fit.with(errors());
    }

    /** Models of more and more terms, on the rows that are complete in all. */
    NestedModels nested(Model family, List<String> formulas, Cohort cohort) {
        if (errors != null) {
            throw new InputException(
                    "--se " + errors + " does not go with --nested, whose tests rest on the model's likelihood");
        }
        return NestedModels.of(
                cohort, formulas.stream().map(formula -> model(family, formula)).toArray(Regression[]::new));
    }

    /** What complete cases lose. */
    MissingPatterns missing(Model family, String formula, Cohort cohort) {
        return MissingPatterns.of(model(family, formula), cohort);
    }

    /** One term by the exact conditional likelihood. */
    ExactTerm exact(Model family, String formula, Cohort cohort, String term) {
        if (errors != null) {
            throw new InputException("--se " + errors + " does not go with --exact, which needs no standard error");
        }
        return model(family, formula).exact(cohort, term);
    }

    /** The fit by Firth's penalized likelihood. */
    FirthFit firth(Model family, String formula, Cohort cohort) {
        requireLikelihood();
        return model(family, formula).firth(cohort);
    }

    /** The same with an intercept for each stratum. */
    FirthFit firth(StratifiedFit within) {
        requireLikelihood();
        return within.firth();
    }

    private void requireLikelihood() {
        if (errors != null) {
            throw new InputException("--se " + errors + " does not go with --firth, whose limits rest on a likelihood");
        }
    }

    /** The fit drawn again and again. */
    Bootstrap bootstrap(Model family, String formula, Cohort cohort, double level, ProgressLine line) {
        requireOneKind();
        Fit fit = fit(family, formula, cohort).withLevel(level);
        return errors != null && errors() instanceof StandardErrors.Cluster cluster
                ? Bootstrap.ofClusters(fit, cluster.variable(), replicates, seed, told(line))
                : Bootstrap.of(fit, replicates, seed, told(line));
    }

    /** The fit within strata drawn again and again, within them. */
    Bootstrap bootstrap(StratifiedFit within, ProgressLine line) {
        requireOneKind();
        return errors != null && errors() instanceof StandardErrors.Cluster cluster
                ? Bootstrap.ofClusters(within, cluster.variable(), replicates, seed, told(line))
                : Bootstrap.of(within, replicates, seed, told(line));
    }

    private IntConsumer told(ProgressLine line) {
        return drawn -> line.tell(String.format(Locale.ROOT, "bootstrap: %,d of %,d replicates", drawn, replicates));
    }

    private void requireOneKind() {
        if (errors != null && errors() instanceof StandardErrors.TwoWay) {
            throw new InputException("--ci bootstrap draws the clusters of one variable, not of two: --se " + errors);
        }
    }

    /** The model of a fit to parts of a file. */
    Regression inParts(Model family, String formula) {
        if (errors != null) {
            throw new InputException("--se " + errors + " does not go with --in-parts, whose errors are the model's");
        }
        return model(family, formula);
    }

    private Regression model(Model family, String formula) {
        return family.of(whole(formula)).with(weights());
    }

    private String whole(String formula) {
        return offset == null ? formula : formula + " + offset(" + offset + ")";
    }

    private Weights weights() {
        if (weights == null) {
            return Weights.none();
        }
        int colon = weights.lastIndexOf(':');
        String variable = colon < 0 ? weights : weights.substring(0, colon);
        String kind = colon < 0 ? "frequency" : weights.substring(colon + 1);
        return switch (kind) {
            case "frequency" -> Weights.frequency(variable);
            case "probability" -> Weights.probability(variable);
            case "precision" -> Weights.precision(variable);
            default ->
                throw new InputException("--weights " + weights + ": no kind of weights '" + kind
                        + "'; there are frequency, probability, precision");
        };
    }

    private StandardErrors errors() {
        if (errors.startsWith(CLUSTER)) {
            String variable = errors.substring(CLUSTER.length());
            int colon = variable.lastIndexOf(':');
            return clusters(
                    colon < 0 ? variable : variable.substring(0, colon),
                    colon < 0 ? ClusterFactor.STATA : factor(variable.substring(colon + 1)));
        }
        return Arrays.stream(StandardErrors.Robust.values())
                .filter(type -> type.name().equalsIgnoreCase(errors))
                .findFirst()
                .orElseThrow(() -> new InputException("--se " + errors + ": no such errors; there are "
                        + names(StandardErrors.Robust.values()) + ", cluster:VAR"));
    }

    /** Of one variable, or of two with a plus between. */
    private static StandardErrors clusters(String variables, ClusterFactor factor) {
        String[] each = variables.split("\\+", -1);
        if (each.length > 2) {
            throw new InputException("--se cluster:" + variables + ": clusters of one variable or of two, such as"
                    + " cluster:site+day");
        }
        return each.length == 1
                ? StandardErrors.cluster(variables, factor)
                : StandardErrors.clusters(each[0].strip(), each[1].strip(), factor);
    }

    private ClusterFactor factor(String name) {
        return Arrays.stream(ClusterFactor.values())
                .filter(factor -> factor.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "--se " + errors + ": no factor '" + name + "'; there are " + names(ClusterFactor.values())));
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
