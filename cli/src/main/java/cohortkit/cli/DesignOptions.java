package cohortkit.cli;

import cohortkit.stats.survey.SinglePsu;
import cohortkit.stats.survey.SurveyDesign;
import cohortkit.stats.survey.SurveyInterval;
import java.util.List;
import picocli.CommandLine.Option;

/** How a sample was drawn. */
final class DesignOptions {

    @Option(
            names = "--weights",
            paramLabel = "VAR",
            description = "Sampling weights: how many people a row stands for.")
    private String weights;

    @Option(names = "--stratum", paramLabel = "VAR", description = "Strata from which units were drawn.")
    private String stratum;

    @Option(names = "--psu", paramLabel = "VAR", description = "Primary sampling units, such as schools.")
    private String psu;

    @Option(
            names = "--population",
            paramLabel = "VAR",
            description = "How many units the population of each stratum has; else endless.")
    private String population;

    @Option(
            names = "--single-psu",
            paramLabel = "RULE",
            defaultValue = "refuse",
            description = "What a stratum with one unit is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private SinglePsu single;

    @Option(
            names = "--design-method",
            paramLabel = "METHOD",
            defaultValue = "logit",
            split = ",",
            description = {"With a design: ${COMPLETION-CANDIDATES};", "several with commas. Default: ${DEFAULT-VALUE}."
            })
    private List<SurveyInterval> methods;

    List<SurveyInterval> methods() {
        return methods;
    }

    boolean exists() {
        return weights != null || stratum != null || psu != null || population != null;
    }

    SurveyDesign design() {
        SurveyDesign design = SurveyDesign.simple().with(single);
        design = weights == null ? design : design.withWeights(weights);
        design = stratum == null ? design : design.withStrata(stratum);
        design = psu == null ? design : design.withPsu(psu);
        return population == null ? design : design.withPopulation(population);
    }
}
