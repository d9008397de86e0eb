package cohortkit.stats.regression.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts people into groups of about one size by their risk. The cuts are the quantiles of R's type 7, and a group takes
 * in its upper cut, the first both: people of one risk stay together, so that there may be fewer groups than asked for.
 */
final class RiskGroups {

    private RiskGroups() {}

    static List<CalibrationGroup> of(ScoredOutcomes data, int groups) {
        double[] cuts = IntStream.rangeClosed(0, groups)
                .mapToDouble(g -> quantile(data, g, groups))
                .distinct()
                .toArray();
        List<CalibrationGroup> found = new ArrayList<>();
        int at = 0;
        for (int g = Math.min(1, cuts.length - 1); g < cuts.length; g++) {
            double n = 0;
            double events = 0;
            double risks = 0;
            while (at < data.size() && (data.risk[at] <= cuts[g] || g == cuts.length - 1)) {
                n += data.weight[at];
                events += data.weight[at] * data.outcome[at];
                risks += data.weight[at] * data.risk[at];
                at++;
            }
            if (n > 0) {
                found.add(new CalibrationGroup((long) n, (long) events, risks / n));
            }
        }
        return found;
    }

    /** Of the people, each row as many as its weight. */
    private static double quantile(ScoredOutcomes data, int g, int groups) {
        double place = (data.total() - 1) * g / groups;
        double floor = Math.floor(place);
        double lower = person(data, floor);
        double share = place - floor;
        return share == 0 ? lower : lower + share * (person(data, floor + 1) - lower);
    }

    private static double person(ScoredOutcomes data, double place) {
        double before = 0;
        for (int i = 0; i < data.size(); i++) {
            before += data.weight[i];
            if (place < before) {
                return data.risk[i];
            }
        }
        return data.risk[data.size() - 1];
    }
}
