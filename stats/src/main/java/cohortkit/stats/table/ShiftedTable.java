package cohortkit.stats.table;

import cohortkit.core.Interval;

/** The cells of a table after something was added to them: log Wald answers. */
record ShiftedTable(double a, double b, double c, double d) {

    double riskRatio() {
        return a / (a + b) / (c / (c + d));
    }

    Interval riskRatioLimits(double level) {
        return LogWald.limits(riskRatio(), riskRatioError(), level);
    }

    double riskRatioStatistic() {
        return LogWald.z(Math.log(riskRatio()), riskRatioError());
    }

    private double riskRatioError() {
        return Math.sqrt(b / (a * (a + b)) + d / (c * (c + d)));
    }

    double oddsRatio() {
        return a / b * (d / c);
    }

    Interval oddsRatioLimits(double level) {
        return LogWald.limits(oddsRatio(), oddsRatioError(), level);
    }

    double oddsRatioStatistic() {
        return LogWald.z(Math.log(oddsRatio()), oddsRatioError());
    }

    private double oddsRatioError() {
        return Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    }
}
