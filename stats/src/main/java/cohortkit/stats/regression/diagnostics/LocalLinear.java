package cohortkit.stats.regression.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * Local linear regression of outcomes on risks with tricube weights over the nearest share of the people (Cleveland
 * 1979, Journal of the American Statistical Association 74:829), without robustness steps: R's
 * {@code loess(degree = 1, surface = "direct")}.
 */
final class LocalLinear {

    private static final double SPAN = 2.0 / 3;

    private static final int MOST_POINTS = 100;

    private final ScoredOutcomes data;
    private final double needed;

    LocalLinear(ScoredOutcomes data) {
        this.data = data;
        this.needed = Math.max(2, Math.floor(data.total() * SPAN + 1e-5));
    }

    /** At each risk, or at 100 of them. */
    List<CalibrationPoint> curve() {
        List<Double> risks = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (i == 0 || data.risk[i] != data.risk[i - 1]) {
                risks.add(data.risk[i]);
            }
        }
        int points = Math.min(MOST_POINTS, risks.size());
        List<CalibrationPoint> curve = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            double at = risks.get(points == 1 ? 0 : (int) Math.round((double) k * (risks.size() - 1) / (points - 1)));
            curve.add(new CalibrationPoint(at, smooth(at)));
        }
        return curve;
    }

    double smooth(double at) {
        double reach = reach(at);
        double sum = 0;
        double mean = 0;
        double meanOutcome = 0;
        double[] weights = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = data.weight[i] * tricube(Math.abs(data.risk[i] - at), reach);
            sum += weights[i];
            mean += weights[i] * data.risk[i];
            meanOutcome += weights[i] * data.outcome[i];
        }
        mean /= sum;
        meanOutcome /= sum;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < weights.length; i++) {
            squares += weights[i] * (data.risk[i] - mean) * (data.risk[i] - mean);
            products += weights[i] * (data.risk[i] - mean) * data.outcome[i];
        }
        return squares > 0 ? meanOutcome + products / squares * (at - mean) : meanOutcome;
    }

    private static double tricube(double distance, double reach) {
        if (distance == 0) {
            return 1;
        }
        if (distance >= reach) {
            return 0;
        }
        double u = distance / reach;
        double rest = 1 - u * u * u;
        return rest * rest * rest;
    }

    /** The distance within which as many people are as are needed. */
    private double reach(double at) {
        int left = 0;
        while (left < data.size() && data.risk[left] < at) {
            left++;
        }
        int right = left;
        left--;
        double found = 0;
        double reach = 0;
        while (found < needed && (left >= 0 || right < data.size())) {
            double below = left >= 0 ? at - data.risk[left] : Double.POSITIVE_INFINITY;
            double above = right < data.size() ? data.risk[right] - at : Double.POSITIVE_INFINITY;
            reach = Math.min(below, above);
            found += below <= above ? data.weight[left--] : data.weight[right++];
        }
        return reach;
    }
}
