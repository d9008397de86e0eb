package cohortkit.cli;

import cohortkit.core.DisplayNumber;
import cohortkit.core.InputException;
import cohortkit.report.Result;
import cohortkit.report.ResultTable;
import cohortkit.stats.power.OneProportion;
import cohortkit.stats.power.PowerMethod;
import cohortkit.stats.power.SampleSize;
import cohortkit.stats.power.TrendDesign;
import cohortkit.stats.power.TwoProportions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many people a study needs, or what power it has with those that there are. */
@Command(
        name = "power",
        mixinStandardHelpOptions = true,
        description = "How many people a study needs, or with --n the power that so many have.",
        synopsisSubcommandLabel = "DESIGN")
final class PowerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What is asked of a design. */
    private static final class Aim {

        @Option(names = "--power", paramLabel = "P", description = "The power wanted. Default: ${DEFAULT-VALUE}.")
        private double power = 0.8;

        @Option(names = "--n", paramLabel = "N", description = "The people there are, in the first group.")
        private Long n;

        @Mixin
        private LevelOption level;

        @Mixin
        private FormatOption format;

        void print(CommandSpec spec, List<List<Object>> rows, List<String> notes) {
            List<String> all = new ArrayList<>(notes);
            all.add("level " + level.level());
            ResultTable tidy = new ResultTable(List.of("design", "method", "first", "second", "power"), rows);
            ResultTable glance = new ResultTable(List.of("designs"), List.of(List.of(rows.size())));
            spec.commandLine().getOut().print(new Result(tidy, glance, all).as(format.format()));
            spec.commandLine().getOut().flush();
        }
    }

    private static List<Object> row(String design, String method, SampleSize size) {
        return List.of(design, method, size.first(), size.second(), size.power());
    }

    @Command(
            name = "two",
            mixinStandardHelpOptions = true,
            description = "Two proportions: risks, prevalences, or exposure of cases and controls.")
    int two(
            @Option(
                            names = "--risks",
                            paramLabel = "P1,P0",
                            split = ",",
                            description = "Both proportions, such as 0.35,0.16.")
                    List<Double> risks,
            @Option(
                            names = "--baseline",
                            paramLabel = "P0",
                            description = "That of the unexposed or the controls, with:")
                    Double baseline,
            @Option(names = "--risk-ratio", paramLabel = "RR", description = "The risk ratio to be found.")
                    Double riskRatio,
            @Option(names = "--odds-ratio", paramLabel = "OR", description = "The odds ratio to be found.")
                    Double oddsRatio,
            @Option(
                            names = "--ratio",
                            paramLabel = "R",
                            defaultValue = "1",
                            description =
                                    "People in the second group for each in the first. Default: ${DEFAULT-VALUE}.")
                    double ratio,
            @Option(
                            names = "--clusters",
                            paramLabel = "SIZE,ICC",
                            split = ",",
                            description = "People a cluster, and their intracluster correlation.")
                    List<Double> clusters,
            @Mixin Aim aim) {
        TwoProportions plain = proportions(risks, baseline, riskRatio, oddsRatio)
                .withRatio(ratio)
                .withLevel(aim.level.level());
        TwoProportions design = clusters == null ? plain : clustered(plain, clusters);
        List<List<Object>> rows = new ArrayList<>();
        for (PowerMethod method : PowerMethod.values()) {
            TwoProportions by = design.withMethod(method);
            SampleSize size = aim.n == null
                    ? by.sampleSize(aim.power)
                    : new SampleSize(aim.n, Math.round(aim.n * ratio), by.power(aim.n));
            rows.add(row("two proportions", method.label(), size));
        }
        List<String> notes = new ArrayList<>();
        notes.add("proportions " + DisplayNumber.shortest(design.exposed()) + " and "
                + DisplayNumber.shortest(design.unexposed()));
        if (design.inflation() != 1) {
            notes.add("design effect " + DisplayNumber.significant(design.inflation(), 4));
        }
        aim.print(spec, rows, notes);
        return 0;
    }

    private static TwoProportions proportions(List<Double> risks, Double baseline, Double riskRatio, Double oddsRatio) {
        boolean both = risks != null && risks.size() == 2 && baseline == null && riskRatio == null && oddsRatio == null;
        if (both) {
            return new TwoProportions(risks.get(0), risks.get(1));
        }
        if (risks != null || baseline == null || (riskRatio == null) == (oddsRatio == null)) {
            throw new InputException("give --risks P1,P0, or --baseline P0 with --risk-ratio or --odds-ratio");
        }
        return riskRatio != null
                ? TwoProportions.ofRiskRatio(baseline, riskRatio)
                : TwoProportions.ofOddsRatio(baseline, oddsRatio);
    }

    private static TwoProportions clustered(TwoProportions plain, List<Double> clusters) {
        if (clusters.size() != 2) {
            throw new InputException("--clusters needs two numbers, such as 20,0.05; there are " + clusters.size());
        }
        return plain.withClusters(clusters.get(0), clusters.get(1));
    }

    @Command(
            name = "one",
            mixinStandardHelpOptions = true,
            description = "One proportion, as precise as it must be or against a known one.")
    int one(
            @Option(
                            names = "--proportion",
                            required = true,
                            paramLabel = "P",
                            description = "The one that is expected.")
                    double proportion,
            @Option(
                            names = "--half-width",
                            paramLabel = "W",
                            description = "Of the interval, such as 0.03 for +- 3 %%.")
                    Double halfWidth,
            @Option(
                            names = "--population",
                            paramLabel = "N",
                            description = "The size of a finite one, with --half-width.")
                    Long population,
            @Option(names = "--known", paramLabel = "P0", description = "The one that it is tested against.")
                    Double known,
            @Option(
                            names = "--design-effect",
                            paramLabel = "D",
                            defaultValue = "1",
                            description = "By which clusters multiply the people. Default: ${DEFAULT-VALUE}.")
                    double effect,
            @Mixin Aim aim) {
        if ((halfWidth == null) == (known == null) || (population != null && halfWidth == null)) {
            throw new InputException("give --half-width, with --population or without, or else --known");
        }
        if (halfWidth != null && aim.n != null) {
            throw new InputException("--n needs --known: the width that n people give is that of cohort prevalence");
        }
        OneProportion design = new OneProportion(proportion, aim.level.level(), effect);
        List<Object> row;
        if (known != null) {
            SampleSize size = aim.n == null
                    ? design.sampleSizeAgainst(known, aim.power)
                    : new SampleSize(aim.n, 0, design.powerAgainst(known, aim.n));
            row = row("one proportion", "normal", size);
        } else {
            SampleSize size = population == null
                    ? design.sampleSizeForPrecision(halfWidth)
                    : design.sampleSizeForPrecision(halfWidth, population);
            row = row("precision", "Wald", size);
        }
        aim.print(spec, List.of(row), List.of());
        return 0;
    }

    @Command(
            name = "trend",
            mixinStandardHelpOptions = true,
            description = "A trend of proportions over ordered groups, by the Cochran-Armitage test.")
    int trend(
            @Option(
                            names = "--risks",
                            required = true,
                            paramLabel = "P",
                            split = ",",
                            description = "One a group, such as 0.10,0.15,0.20.")
                    List<Double> risks,
            @Option(
                            names = "--scores",
                            paramLabel = "D",
                            split = ",",
                            description = "One a group. Default: 0, 1, 2, ...")
                    List<Double> scores,
            @Option(
                            names = "--shares",
                            paramLabel = "R",
                            split = ",",
                            description = "Of the people. Default: the same.")
                    List<Double> shares,
            @Mixin Aim aim) {
        List<Double> places =
                IntStream.range(0, risks.size()).mapToObj(i -> (double) i).toList();
        TrendDesign design = new TrendDesign(
                risks,
                scores == null ? places : scores,
                shares == null ? Collections.nCopies(risks.size(), 1.0) : shares,
                aim.level.level());
        SampleSize size = aim.n == null ? design.sampleSize(aim.power) : new SampleSize(aim.n, 0, design.power(aim.n));
        aim.print(spec, List.of(row("trend", "Cochran-Armitage", size)), List.of("first: people in all groups"));
        return 0;
    }
}
