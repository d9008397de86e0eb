package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Interval and test of each coefficient, both by the same method. */
final class Inference {

    private final Estimation estimation;
    private final CoefficientInterval method;
    private final Covariance covariance;
    private final double level;
    private final ReferenceDistribution reference;
    private final double quantile;
    private final List<String> notes = new ArrayList<>();

    Inference(Estimation estimation, CoefficientInterval method, Covariance covariance, double level) {
        this.estimation = estimation;
        this.method = method;
        this.covariance = covariance;
        this.level = Interval.requireLevel(level);
        this.reference = covariance.reference();
        requireCoherence();
        this.quantile = reference.quantile(level);
    }

    private void requireCoherence() {
        if (method == CoefficientInterval.PROFILE && covariance.errors() != StandardErrors.MODEL) {
            throw new InputException("profile-likelihood limits rest on the model's likelihood, "
                    + covariance.errors().label() + " errors do not; robust errors go with Wald intervals");
        }
    }

    /** In a linear model the profile limits are the t limits. */
    String label() {
        String errors = covariance.errors().label();
        return (reference.df().isPresent() ? "t" : method.label()) + (errors.isEmpty() ? "" : ", " + errors);
    }

    /** What stands behind the p-values, in words. */
    String test() {
        String errors = covariance.errors().label();
        String behind = errors.isEmpty() ? "" : ", standard errors: " + errors;
        if (reference.df().isPresent()) {
            return "t intervals and t tests" + behind;
        }
        String infinite = estimation.limiting().isPresent()
                ? "; where the estimate is infinite, profile-likelihood limit and likelihood-ratio test"
                : "";
        return method == CoefficientInterval.WALD && estimation.boundary().isEmpty()
                ? "Wald intervals and Wald tests" + behind + infinite
                : "profile-likelihood intervals and likelihood-ratio tests";
    }

    /** The same by another method. */
    Inference with(CoefficientInterval other) {
        return new Inference(estimation, other, covariance, level);
    }

    CoefficientInterval method() {
        return method;
    }

    Covariance covariance() {
        return covariance;
    }

    double level() {
        return level;
    }

    Tidy tidy(int j) {
        boolean wald = method == CoefficientInterval.WALD
                || estimation.model().family().estimatesDispersion();
        if (estimation.limiting().isPresent()) {
            LimitingFit limiting = estimation.limiting().get();
            return wald && limiting.limit(j).isEmpty() ? wald(j) : limiting(limiting, j);
        }
        return wald && estimation.boundary().isEmpty() ? wald(j) : profile(j);
    }

    /** Of a separated outcome. */
    private Tidy limiting(LimitingFit limiting, int j) {
        LimitingFit.Range range = limiting.profile(j, quantile);
        return new Tidy(
                name(j),
                limiting.estimate(j),
                limiting.standardError(j),
                range.statistic(),
                reference.pValue(Math.sqrt(range.statistic())),
                range.lower(),
                range.upper(),
                CoefficientInterval.PROFILE.label());
    }

    private Tidy wald(int j) {
        double estimate = estimation.estimate(j);
        double error = covariance.standardError(j);
        double statistic = estimate / error;
        return new Tidy(
                name(j),
                estimate,
                error,
                statistic,
                reference.pValue(statistic),
                estimate - quantile * error,
                estimate + quantile * error,
                label());
    }

    private Tidy profile(int j) {
        if (BoundaryLikelihood.appliesTo(estimation.model())) {
            BoundaryProfile profile = BoundaryProfile.of(estimation, j);
            return profile(
                    j, () -> profile.loss(0), () -> profile.limit(-1, quantile), () -> profile.limit(1, quantile));
        }
        Profile profile = new Profile(estimation, j, quantile);
        return profile(j, profile::statisticAtZero, () -> profile.limit(-1), () -> profile.limit(1));
    }

    private Tidy profile(int j, DoubleSupplier atZero, DoubleSupplier lower, DoubleSupplier upper) {
        double statistic = followed(j, "p-value", atZero);
        return new Tidy(
                name(j),
                estimation.estimate(j),
                estimation.standardError(j),
                statistic,
                reference.pValue(Math.sqrt(statistic)),
                followed(j, "lower limit", lower),
                followed(j, "upper limit", upper),
                CoefficientInterval.PROFILE.label());
    }

    /** What a profile says; NaN and a note if it cannot be followed, so that one term does not stop the others. */
    private double followed(int j, String what, DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (ConvergenceException e) {
            notes.add(name(j) + " has no " + what + ": " + e.getMessage());
            return Double.NaN;
        }
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(covariance.notes());
        all.addAll(notes);
        return List.copyOf(all);
    }

    private String name(int j) {
        return estimation.design().column(j).name();
    }
}
