package cohortkit.stats.rate;

import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;
import java.util.List;

/**
 * A Mantel-Haenszel measure of rates.
 *
 * @param value the measure
 * @param standardError its own, or that of a ratio's logarithm
 * @param statistic value (of a ratio, its logarithm) over standard error; NaN where that is no number
 */
record PooledRates(double value, double standardError, double statistic) {

    static PooledRates ratio(List<RateStratum> strata) {
        double exposed = 0;
        double unexposed = 0;
        double spread = 0;
        for (RateStratum stratum : strata) {
            RateTable t = stratum.table();
            double share = t.exposedShare();
            exposed += t.exposedEvents() * (1 - share);
            unexposed += t.unexposedEvents() * share;
            spread += t.events() * share * (1 - share);
        }
        double ratio = exposed / unexposed;
        double error = Math.sqrt(spread / (exposed * unexposed));
        return new PooledRates(ratio, error, Double.isFinite(error) ? Math.log(ratio) / error : Double.NaN);
    }

    static PooledRates difference(List<RateStratum> strata) {
        double excess = 0;
        double weight = 0;
        double spread = 0;
        for (RateStratum stratum : strata) {
            RateTable t = stratum.table();
            double share = t.exposedShare();
            excess += t.exposedEvents() * (1 - share) - t.unexposedEvents() * share;
            weight += share * t.unexposedTime();
            spread += t.exposedEvents() * (1 - share) * (1 - share) + t.unexposedEvents() * share * share;
        }
        double error = Math.sqrt(spread) / weight;
        double value = excess / weight;
        return new PooledRates(value, error, error > 0 ? value / error : Double.NaN);
    }

    Interval limits(double level) {
        double half = StandardNormal.quantile(level) * standardError;
        return new Interval(value - half, value + half, level);
    }

    Interval logLimits(double level) {
        double factor = Math.exp(StandardNormal.quantile(level) * standardError);
        return new Interval(value / factor, value * factor, level);
    }
}
