package cohortkit.cli;

import cohortkit.stats.regression.CoefficientInterval;
import java.util.Locale;
import java.util.Optional;

/** How the limits of a model's coefficients are made. */
enum CiMethod {
    WALD(Optional.of(CoefficientInterval.WALD)),
    PROFILE(Optional.of(CoefficientInterval.PROFILE)),
    BOOTSTRAP(Optional.empty());

    private final Optional<CoefficientInterval> interval;

    CiMethod(Optional<CoefficientInterval> interval) {
        this.interval = interval;
    }

    /** The interval of a fit; empty if it is drawn. */
    Optional<CoefficientInterval> interval() {
        return interval;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
