package cohortkit.stats.regression;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import cohortkit.stats.StandardNormal;
import cohortkit.stats.Tidy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The rows of a Firth fit, each made when it is first asked for: a profile takes many fits. */
final class FirthRows {

    private final Design design;
    private final FirthMaximum maximum;
    private final CoefficientInterval method;
    private final double level;
    private final int[] shown;
    private final Map<Integer, Tidy> profiles = new ConcurrentHashMap<>();
    private final Map<Integer, List<String>> unsettled = new ConcurrentHashMap<>();

    FirthRows(Design design, FirthMaximum maximum, CoefficientInterval method, double level, int[] shown) {
        this.design = design;
        this.maximum = maximum;
        this.method = method;
        this.level = Interval.requireLevel(level);
        this.shown = shown;
    }

    FirthRows with(CoefficientInterval newMethod) {
        return new FirthRows(design, maximum, newMethod, level, shown);
    }

    FirthRows withLevel(double newLevel) {
        return new FirthRows(design, maximum, method, newLevel, shown);
    }

    FirthRows without(Set<String> terms) {
        int[] rest = Arrays.stream(shown).filter(j -> !terms.contains(name(j))).toArray();
        return new FirthRows(design, maximum, method, level, rest);
    }

    CoefficientInterval method() {
        return method;
    }

    double level() {
        return level;
    }

    List<String> terms() {
        return Arrays.stream(shown).mapToObj(this::name).toList();
    }

    List<Tidy> tidy() {
        return Arrays.stream(shown).mapToObj(this::row).toList();
    }

    /** That of a term that must be there. */
    Tidy of(String term) {
        return Arrays.stream(shown)
                .filter(j -> name(j).equals(term))
                .mapToObj(this::row)
                .findFirst()
                .orElseThrow(
                        () -> new InputException("no term '" + term + "'; there are " + String.join(", ", terms())));
    }

    /** Which terms lack a limit or a p-value, and why. */
    List<String> unsettled() {
        List<String> notes = new ArrayList<>();
        for (int j : shown) {
            row(j);
            notes.addAll(unsettled.getOrDefault(j, List.of()));
        }
        return notes;
    }

    private String name(int j) {
        return design.column(j).name();
    }

    private Tidy row(int j) {
        return method == CoefficientInterval.WALD ? wald(j) : profiles.computeIfAbsent(j, this::profile);
    }

    private Tidy wald(int j) {
        double quantile = StandardNormal.quantile(level);
        double estimate = maximum.estimate(j);
        double error = maximum.standardError(j);
        return tidy(
                j,
                estimate / error,
                Math.abs(estimate / error),
                estimate - quantile * error,
                estimate + quantile * error);
    }

    private Tidy profile(int j) {
        double quantile = StandardNormal.quantile(level);
        double estimate = maximum.estimate(j);
        List<String> missing = new ArrayList<>();
        double statistic =
                settled(j, "p-value", missing, () -> maximum.profile(j).loss(0));
        double lower =
                settled(j, "lower limit", missing, () -> maximum.profile(j).limit(-1, quantile, estimate));
        double upper =
                settled(j, "upper limit", missing, () -> maximum.profile(j).limit(1, quantile, estimate));
        unsettled.put(j, List.copyOf(missing));
        return tidy(j, statistic, Math.sqrt(statistic), lower, upper);
    }

    /** What a profile says; NaN and a note if it does not, so that one term does not stop the others. */
    private double settled(int j, String what, List<String> missing, DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (ConvergenceException e) {
            missing.add(name(j) + " has no " + what + " by the penalized likelihood: " + e.getMessage());
            return Double.NaN;
        }
    }

    private Tidy tidy(int j, double statistic, double z, double lower, double upper) {
        return new Tidy(
                name(j),
                maximum.estimate(j),
                maximum.standardError(j),
                statistic,
                2 * NormalDistribution.of(0, 1).survivalProbability(z),
                lower,
                upper,
                label());
    }

    String label() {
        return method == CoefficientInterval.WALD ? "Wald" : "profile penalized likelihood";
    }
}
