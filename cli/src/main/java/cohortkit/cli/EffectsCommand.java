package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.Estimate;
import cohortkit.core.InputException;
import cohortkit.report.Result;
import cohortkit.report.StatTables;
import cohortkit.stats.Tidy;
import cohortkit.stats.regression.Fit;
import cohortkit.stats.regression.effects.AdjustedEffect;
import cohortkit.stats.regression.effects.EffectBootstrap;
import cohortkit.stats.regression.effects.MarginalEffects;
import cohortkit.stats.regression.effects.ResamplingInterval;
import cohortkit.stats.table.TableRow;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a regression says of an exposure. */
@Command(
        name = "effects",
        mixinStandardHelpOptions = true,
        description = {
            "Fits a regression and standardizes: the mean risk if everybody were exposed",
            "and if nobody were, their ratio and difference, E-value, and average",
            "marginal effects. A ratio is that of the mean risks."
        })
final class EffectsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FittedModel model;

    @Option(
            names = "--exposure",
            paramLabel = "VAR",
            description = "Each of its levels against the first. Without it: marginal effects of all variables.")
    private String exposure;

    @Option(
            names = "--values",
            paramLabel = "FROM,TO",
            split = ",",
            description = "Two levels or numbers of the exposure to compare, such as 20,30.")
    private List<String> values = List.of();

    @Option(names = "--bootstrap", paramLabel = "N", description = "Limits from N resamples too: percentile and BCa.")
    private Integer replicates;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Seed of the resamples. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        if (exposure == null && (replicates != null || !values.isEmpty())) {
            throw new InputException("--values and --bootstrap need --exposure VAR");
        }
        if (exposure != null) {
            model.requireNoStratum(exposure);
        }
        Cohort cohort = model.cohort();
        Fit fit = model.fit(cohort);
        List<TableRow> rows = new ArrayList<>();
        if (exposure != null) {
            for (AdjustedEffect effect : effects(fit)) {
                rows.addAll(effect.measures());
                if (replicates != null) {
                    addResampled(rows, effect);
                }
            }
        }
        if (values.isEmpty()) {
            for (Tidy effect : exposure == null ? MarginalEffects.of(fit) : MarginalEffects.of(fit, exposure)) {
                if (!model.isShown(effect.term())) {
                    continue;
                }
                rows.add(new TableRow(
                        "average marginal effect, " + effect.term(),
                        "delta method",
                        effect.estimate(),
                        effect.confLow(),
                        effect.confHigh(),
                        effect.statistic(),
                        effect.pValue()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Result(StatTables.measures(rows), StatTables.glance(fit.glance()), model.notes(fit, cohort))
                .as(format.format()));
        out.flush();
        return 0;
    }

    private List<AdjustedEffect> effects(Fit fit) {
        if (values.isEmpty()) {
            return AdjustedEffect.each(fit, exposure);
        }
        if (values.size() != 2) {
            throw new InputException(
                    "--values needs two values with a comma, such as 20,30; was '" + String.join(",", values) + "'");
        }
        return List.of(AdjustedEffect.of(fit, exposure, values.get(0), values.get(1)));
    }

    private void addResampled(List<TableRow> rows, AdjustedEffect effect) {
        EffectBootstrap resampled = EffectBootstrap.of(effect, replicates, seed);
        for (ResamplingInterval method : ResamplingInterval.values()) {
            rows.add(row(effect, resampled.ratio(method)));
            rows.add(row(effect, resampled.difference(method)));
        }
    }

    private static TableRow row(AdjustedEffect effect, Estimate estimate) {
        return new TableRow(
                estimate.measure().label() + ", " + effect.contrast(),
                estimate.convention().interval(),
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                Double.NaN,
                Double.NaN);
    }
}
