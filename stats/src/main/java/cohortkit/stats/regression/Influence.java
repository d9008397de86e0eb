package cohortkit.stats.regression;

import cohortkit.core.DisplayNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Residuals, leverage and influence of the rows of a fit. With frequency weights a row's numbers are those of one of
 * the people that it stands for, as if each had a row.
 *
 * <pre>{@code
 * var influence = fit.influence();
 * influence.leverage()[0]               // 0.0102301...
 * 1000 * influence.cooksDistance()[0]   // 0.4994877...
 * influence.dfbeta().get(1)[0]          // 0.0055994...
 * }</pre>
 */
public final class Influence {

    /** Leverages this close to 1 are 1, as in R. */
    private static final double FULL = 1 - 10 * Math.ulp(1.0);

    private final Fit fit;
    private final ModelRows rows;
    private final double[] leverage;
    private final double[][] information;

    Influence(Fit fit, ModelRows rows) {
        this.fit = fit;
        this.rows = rows;
        this.information = fit.estimation().solution().information().inverse();
        this.leverage = new double[rows.size()];
        Uncertainty unit = new Uncertainty(information, ReferenceDistribution.of(fit.estimation()));
        rows.forEach((row, z) -> {
            double error = unit.standardError(z);
            double h = weight(row) * error * error;
            leverage[row] = h > FULL ? 1 : h;
        });
    }

    /** Of one person: slope squared over variance. */
    private double weight(int row) {
        return rows.slope(row) * rows.slope(row) / variance(row);
    }

    private Family family() {
        return fit.model().family();
    }

    private double complement(int row) {
        return fit.model().link().complement(rows.linearPredictor(row));
    }

    private double variance(int row) {
        return family().variance(rows.mean(row), complement(row));
    }

    /** The share of its own fitted value that an observation decides, in [0, 1]; R's {@code hatvalues}. */
    public double[] leverage() {
        return leverage.clone();
    }

    /** One residual a row; NaN where the leverage is 1 and a standardized one is asked for. */
    public double[] residuals(Residual kind) {
        double[] outcome = rows.outcomes();
        double[] residuals = new double[rows.size()];
        for (int row = 0; row < residuals.length; row++) {
            residuals[row] = residual(kind, outcome[row], row);
        }
        return residuals;
    }

    private double residual(Residual kind, double y, int row) {
        double raw = family().residual(y, rows.mean(row), complement(row));
        double pearson = raw / Math.sqrt(variance(row));
        double deviance =
                Math.copySign(Math.sqrt(Math.max(0, family().deviance(y, rows.mean(row), complement(row)))), raw);
        double spread = Math.sqrt(fit.dispersion() * (1 - leverage[row]));
        return switch (kind) {
            case RESPONSE -> raw;
            case PEARSON -> pearson;
            case DEVIANCE -> deviance;
            case STANDARDIZED_PEARSON -> spread == 0 ? Double.NaN : pearson / spread;
            case STANDARDIZED_DEVIANCE -> spread == 0 ? Double.NaN : deviance / spread;
        };
    }

    /**
     * How far all coefficients together move when an observation leaves: Pearson^2 h / (d p (1 - h)^2), to one step
     * (Cook 1977, Technometrics 19:15; Pregibon 1981, Annals of Statistics 9:705). NaN where the leverage is 1.
     */
    public double[] cooksDistance() {
        double[] standardized = residuals(Residual.STANDARDIZED_PEARSON);
        int p = fit.terms().size();
        double[] distance = new double[standardized.length];
        for (int row = 0; row < distance.length; row++) {
            double h = leverage[row];
            distance[row] = standardized[row] * standardized[row] * h / ((1 - h) * p);
        }
        return distance;
    }

    /**
     * How far each coefficient moves when an observation leaves: the fit's less that without it, exact in a linear
     * model and to one step in others; R's {@code dfbeta}. One array a term in the order of {@link Fit#terms()}, one
     * value a row, NaN where the leverage is 1.
     */
    public List<double[]> dfbeta() {
        double[] outcome = rows.outcomes();
        int[] order = fit.estimation().design().formulaOrder();
        List<double[]> dfbeta = new ArrayList<>();
        Arrays.stream(order).forEach(j -> dfbeta.add(new double[rows.size()]));
        rows.forEach((row, z) -> {
            double score =
                    family().residual(outcome[row], rows.mean(row), complement(row)) * rows.slope(row) / variance(row);
            double share = leverage[row] == 1 ? Double.NaN : score / (1 - leverage[row]);
            double[] move = new double[z.length];
            for (int j = 0; j < move.length; j++) {
                move[j] = share * Step.dot(information[j], z);
            }
            for (int t = 0; t < order.length; t++) {
                dfbeta.get(t)[row] = Step.dot(fit.estimation().direction(order[t]), move);
            }
        });
        return dfbeta;
    }

    /** The rows in question. */
    public ModelRows rows() {
        return rows;
    }

    /** Such as "320 rows, leverage up to 0.04, Cook's distance up to 0.05". */
    @Override
    public String toString() {
        return rows + ", leverage up to " + most(leverage) + ", Cook's distance up to " + most(cooksDistance());
    }

    private static String most(double[] values) {
        double most = Arrays.stream(values).filter(x -> !Double.isNaN(x)).max().orElse(Double.NaN);
        return DisplayNumber.significant(most, 2);
    }
}
