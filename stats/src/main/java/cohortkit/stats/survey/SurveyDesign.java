package cohortkit.stats.survey;

import cohortkit.core.Cohort;
import java.util.Optional;

/**
 * How a sample was drawn, as the names of the variables that say so. Units are those of their stratum: unit 1 of one
 * stratum is not unit 1 of another. Without units each row is one; without strata the whole sample is one; without weights
 * each row weighs the same.
 *
 * <p>A group is part of a design, not a design of its own: derive a variable and ask for {@link SurveyPrevalence#by},
 * since {@link Cohort#where} would forget the units without anybody of the group.
 *
 * <pre>{@code
 * var design = SurveyDesign.weighted("lwt").withStrata("race").withPsu("age").with(SinglePsu.CENTERED);
 * SurveyPrevalence.of(births, "smoke", design).proportion().degreesOfFreedom()   // 54
 * design.strata()   // Optional[race]
 * }</pre>
 *
 * @param weights a number from 0: how many people a row stands for, or a multiple of that; 0 is in the design only
 * @param strata a category, number, text or identifier
 * @param psu the primary sampling unit, such as a school, likewise
 * @param population how many units the stratum has in the population, the same number in all its rows; without it the
 *     population is taken as endless
 * @param single what a stratum with one unit is
 */
public record SurveyDesign(
        Optional<String> weights,
        Optional<String> strata,
        Optional<String> psu,
        Optional<String> population,
        SinglePsu single) {

    /** Each row is a unit and weighs the same. */
    public static SurveyDesign simple() {
        return new SurveyDesign(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), SinglePsu.REFUSE);
    }

    /** Each row is a unit and weighs what this variable says. */
    public static SurveyDesign weighted(String weights) {
        return simple().withWeights(weights);
    }

    /** The same with weights. */
    public SurveyDesign withWeights(String variable) {
        return new SurveyDesign(Optional.of(variable), strata, psu, population, single);
    }

    /** The same with strata. */
    public SurveyDesign withStrata(String variable) {
        return new SurveyDesign(weights, Optional.of(variable), psu, population, single);
    }

    /** The same with primary sampling units. */
    public SurveyDesign withPsu(String variable) {
        return new SurveyDesign(weights, strata, Optional.of(variable), population, single);
    }

    /** The same with the number of units in the population of each stratum. */
    public SurveyDesign withPopulation(String variable) {
        return new SurveyDesign(weights, strata, psu, Optional.of(variable), single);
    }

    /** The same with a rule for strata of one unit. */
    public SurveyDesign with(SinglePsu rule) {
        return new SurveyDesign(weights, strata, psu, population, rule);
    }

    /** Such as "weights w; strata region; units school; population schools". */
    @Override
    public String toString() {
        return weights.map(name -> "weights " + name).orElse("no weights")
                + strata.map(name -> "; strata " + name).orElse("")
                + psu.map(name -> "; units " + name).orElse("")
                + population.map(name -> "; population " + name).orElse("");
    }
}
