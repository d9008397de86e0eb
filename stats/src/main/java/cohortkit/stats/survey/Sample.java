package cohortkit.stats.survey;

import cohortkit.core.Cohort;
import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a cohort in the strata and units of its design. */
final class Sample {

    private static final int NAMED = 5;

    /** A part of the population from which units were drawn. */
    private record Stratum(String name, List<Integer> units, double unsampled) {

        /** n / (n - 1) times the unsampled share. */
        double factor() {
            int n = units.size();
            return unsampled * (n == 1 ? 1 : (double) n / (n - 1));
        }
    }

    private final SurveyDesign design;
    private final double[] weights;
    private final int[] unitOf;
    private final int[] stratumOf;
    private final List<Stratum> strata = new ArrayList<>();
    private final int units;

    private Sample(SurveyDesign design, Cohort cohort) {
        this.design = design;
        int rows = cohort.size();
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        weights = design.weights()
                .map(name -> new DesignVariable(cohort, "weight", name).numbers())
                .orElse(ones);
        String[] stratumKeys = design.strata()
                .map(name -> new DesignVariable(cohort, "stratum", name).keys())
                .orElse(DesignVariable.one(rows));
        String[] unitKeys = design.psu()
                .map(name -> new DesignVariable(cohort, "primary sampling unit", name).keys())
                .orElse(null);
        unitOf = new int[rows];
        stratumOf = new int[rows];
        Map<String, Integer> stratumNumbers = new LinkedHashMap<>();
        List<Map<String, Integer>> unitNumbers = new ArrayList<>();
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int next = stratumNumbers.size();
            stratumOf[row] = stratumNumbers.computeIfAbsent(stratumKeys[row], key -> next);
            if (stratumOf[row] == unitNumbers.size()) {
                unitNumbers.add(new LinkedHashMap<>());
            }
            String key = unitKeys == null ? Integer.toString(row) : unitKeys[row];
            Integer known = unitNumbers.get(stratumOf[row]).putIfAbsent(key, count);
            unitOf[row] = known == null ? count++ : known;
        }
        units = count;
        double[] populations = populations(cohort, stratumNumbers.keySet().toArray(String[]::new));
        for (Map.Entry<String, Integer> entry : stratumNumbers.entrySet()) {
            List<Integer> members =
                    List.copyOf(unitNumbers.get(entry.getValue()).values());
            strata.add(new Stratum(
                    entry.getKey(), members, unsampled(entry.getKey(), members, populations[entry.getValue()])));
        }
    }

    /**
     * Reads a design.
     *
     * @throws InputException if a variable of it is missing somewhere, or says what cannot be
     */
    static Sample of(Cohort cohort, SurveyDesign design) {
        Sample sample = new Sample(design, cohort);
        sample.requireUnits();
        return sample;
    }

    private double[] populations(Cohort cohort, String[] names) {
        double[] populations = new double[names.length];
        Arrays.fill(populations, Double.POSITIVE_INFINITY);
        design.population().ifPresent(variable -> {
            double[] numbers = new DesignVariable(cohort, "population", variable).numbers();
            for (int row = 0; row < numbers.length; row++) {
                double before = populations[stratumOf[row]];
                if (before != numbers[row] && before < Double.POSITIVE_INFINITY) {
                    throw new InputException("the population '" + variable + "'" + in(names[stratumOf[row]]) + " is "
                            + DisplayNumber.shortest(before) + " and " + DisplayNumber.shortest(numbers[row])
                            + "; a stratum has one number of units");
                }
                populations[stratumOf[row]] = numbers[row];
            }
        });
        return populations;
    }

    private double unsampled(String name, List<Integer> members, double population) {
        if (population < members.size()) {
            throw new InputException("the population '" + design.population().orElseThrow() + "'" + in(name) + " is "
                    + DisplayNumber.shortest(population) + ", but " + members.size()
                    + " of its primary sampling units are in the data; it is the number of units in the population");
        }
        return population == Double.POSITIVE_INFINITY ? 1 : (population - members.size()) / population;
    }

    private static String in(String stratum) {
        return stratum.isEmpty() ? "" : " of stratum '" + stratum + "'";
    }

    private void requireUnits() {
        List<Stratum> single = strata.stream()
                .filter(stratum -> stratum.units.size() == 1 && stratum.unsampled > 0)
                .toList();
        if (single.isEmpty() || design.single() != SinglePsu.REFUSE) {
            return;
        }
        String names = single.stream()
                .limit(NAMED)
                .map(stratum -> "'" + stratum.name + "'")
                .collect(Collectors.joining(", "));
        String who = design.strata().isEmpty()
                ? "the sample has"
                : (single.size() == 1
                        ? "stratum " + names + " has"
                        : single.size() + " strata (" + names + (single.size() > NAMED ? ", ..." : "") + ") have");
        throw new InputException(
                who + " one primary sampling unit, which shows no variance; join strata that are alike,"
                        + " or choose SinglePsu.CENTERED (more variance than there is) or SinglePsu.CERTAINTY (none)");
    }

    /** Whether a row stands for anybody. */
    boolean counts(int row) {
        return weights[row] > 0;
    }

    /**
     * The share of events among the rows that are in, by the whole design.
     *
     * @param events 1 for an event, 0 for none, -1 for a row that is not in; at least one that counts is in
     */
    DesignProportion proportion(int[] events) {
        double largest = 0;
        for (int row = 0; row < events.length; row++) {
            largest = events[row] < 0 ? largest : Math.max(largest, weights[row]);
        }
        // Shares of the largest weight, whose sum cannot overflow.
        double[] with = new double[2];
        long n = 0;
        boolean[] unitsIn = new boolean[units];
        boolean[] strataIn = new boolean[strata.size()];
        for (int row = 0; row < events.length; row++) {
            if (events[row] >= 0 && counts(row)) {
                with[events[row]] += weights[row] / largest;
                unitsIn[unitOf[row]] = true;
                strataIn[stratumOf[row]] = true;
                n++;
            }
        }
        double all = with[0] + with[1];
        double p = with[1] / all;
        double q = with[0] / all;
        double[] scores = new double[units];
        for (int row = 0; row < events.length; row++) {
            if (events[row] >= 0) {
                scores[unitOf[row]] += weights[row] / largest / all * (events[row] == 1 ? q : -p);
            }
        }
        return new DesignProportion(p, q, Math.sqrt(variance(scores, p * q)), n, count(unitsIn), count(strataIn));
    }

    private double variance(double[] scores, double spread) {
        double sum = 0;
        for (Stratum stratum : strata) {
            boolean alone = stratum.units.size() == 1;
            double mean = alone && design.single() == SinglePsu.CENTERED
                    ? 0
                    : stratum.units.stream().mapToDouble(unit -> scores[unit]).sum() / stratum.units.size();
            double squares = 0;
            for (int unit : stratum.units) {
                squares += (scores[unit] - mean) * (scores[unit] - mean);
            }
            sum += stratum.factor() * squares;
        }
        // Units that are all alike leave what rounding leaves.
        return sum <= 1e-28 * spread ? 0 : sum;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
