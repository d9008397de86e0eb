package cohortkit.claims.arithmetic;

import cohortkit.claims.Printed;
import cohortkit.claims.check.Check;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.claims.printed.PrintedSpread;
import cohortkit.core.Estimate;
import cohortkit.core.Measure;
import cohortkit.stats.TestResult;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** The tables of a paper without an error: invented people, right statistics, printed by one rule. */
final class SimulatedPaper {

    private final Random random;
    private final Print print;
    private final List<Check> checks = new ArrayList<>();

    private SimulatedPaper(long seed, Print print) {
        this.random = new Random(seed);
        this.print = print;
    }

    static List<Check> checks(long seed, Print print) {
        SimulatedPaper paper = new SimulatedPaper(seed, print);
        paper.table();
        paper.scores();
        paper.pairs();
        paper.shares();
        paper.diagnosis();
        return paper.checks;
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private void table() {
        TwoByTwo table = new TwoByTwo(2 + upTo(60), 2 + upTo(200), 2 + upTo(60), 2 + upTo(200));
        int digits = 1 + random.nextInt(2);
        checks.add(new CountShare(
                table.a(), table.exposed(), Printed.parse(print.share(table.a(), table.exposed(), digits - 1))));
        checks.add(new ShareOfTotal(Printed.parse(print.share(table.events(), table.n(), digits)), table.n()));
        TestResult chi = ChiSquare.test(table);
        for (Estimate estimate : List.of(table.oddsRatio(), table.riskRatio())) {
            PrintedInterval interval = new PrintedInterval(
                    print.parsed(estimate.value(), digits),
                    print.parsed(estimate.interval().lower(), digits),
                    print.parsed(estimate.interval().upper(), digits),
                    OptionalDouble.of(0.95));
            double error = Math.log(estimate.interval().upper() / estimate.value()) / 1.959963984540054;
            double wald = Sample.normalP(Math.log(estimate.value()) / error);
            checks.add(new IntervalP(estimate.measure(), interval, print.p(wald, 3)));
            checks.add(new IntervalP(estimate.measure(), interval, print.p(chi.pValue(), 3)));
            checks.add(new IntervalSymmetry(estimate.measure(), interval));
        }
        checks.add(new StatisticP(
                Statistic.CHI_SQUARE,
                print.parsed(chi.statistic(), 2),
                List.of(Printed.parse("1")),
                print.p(chi.pValue(), 3)));
    }

    private void scores() {
        int digits = 1 + random.nextInt(2);
        List<int[]> groups = IntStream.range(0, 3)
                .mapToObj(g -> random.ints(5 + upTo(60), 0, 22 + 3 * g).toArray())
                .toList();
        List<Summary> summaries = new ArrayList<>();
        for (int[] group : groups) {
            long total = IntStream.of(group).sum();
            Printed mean = Printed.parse(print.quotient(total, group.length, digits));
            Printed sd = print.parsed(Math.sqrt(Sample.variance(group)), digits);
            summaries.add(new Summary(group.length, mean, sd));
            checks.add(new Grim(mean, group.length, 1));
            checks.add(new Grimmer(mean, sd, group.length, 1));
            double error = Math.sqrt(Sample.variance(group) / group.length);
            checks.add(new StandardErrorOfMean(sd, print.parsed(error, digits), group.length));
        }
        checks.add(new SummaryTTest(summaries.get(0), summaries.get(1), print.p(Sample.welch(groups), 3)));
        checks.add(new SummaryTTest(summaries.get(0), summaries.get(1), print.p(Sample.pooled(groups), 3)));
        checks.add(new SummaryAnova(summaries, print.p(Sample.anova(groups), 3)));
        int n = 5 + upTo(80);
        int ones = random.nextInt(n + 1);
        double sd = Math.sqrt((double) ones * (n - ones) / n / (n - 1));
        checks.add(new Debit(Printed.parse(print.quotient(ones, n, 2)), print.parsed(sd, 2), n));
    }

    private void pairs() {
        int n = 4 + upTo(30);
        int[] before = random.ints(n, 5, 40).toArray();
        int[] after = IntStream.of(before).map(x -> x + random.nextInt(12) - 8).toArray();
        int[] change = IntStream.range(0, n).map(i -> after[i] - before[i]).toArray();
        double p = Sample.studentP(Sample.mean(change) / Math.sqrt(Sample.variance(change) / n), n - 1);
        checks.add(new PairedTest(spread(before), spread(after), n, print.p(p, 3)));
        double difference = Sample.mean(change);
        double width =
                TDistribution.of(n - 1).inverseSurvivalProbability(0.025) * Math.sqrt(Sample.variance(change) / n);
        PrintedInterval interval = new PrintedInterval(
                print.parsed(difference, 1),
                print.parsed(difference - width, 1),
                print.parsed(difference + width, 1),
                OptionalDouble.empty());
        checks.add(new IntervalP(Measure.MEAN_DIFFERENCE, interval, print.p(p, 3)));
        checks.add(new IntervalSymmetry(Measure.MEAN_DIFFERENCE, interval));
    }

    private PrintedSpread spread(int[] x) {
        return new PrintedSpread(print.parsed(Sample.mean(x), 1), print.parsed(Math.sqrt(Sample.variance(x)), 1));
    }

    private void shares() {
        long[] parts = random.longs(2 + random.nextInt(4), 1, 90).toArray();
        long all = LongStream.of(parts).sum();
        List<Printed> shares = LongStream.of(parts)
                .mapToObj(part -> Printed.parse(print.share(part, all, 1)))
                .toList();
        checks.add(new ShareSum(shares, Optional.empty()));
        int events = upTo(200);
        double years = 50 + 1000 * random.nextDouble();
        checks.add(new Quotient(
                "rate",
                Printed.parse(Integer.toString(events)),
                print.parsed(years, 1),
                1000,
                print.parsed(1000 * events / years, 1)));
    }

    private void diagnosis() {
        int sick = 20 + upTo(100);
        int well = 20 + upTo(300);
        int found = random.nextInt(sick) + 1;
        int cleared = random.nextInt(well) + 1;
        checks.add(new PredictiveValues(
                Printed.parse(print.share(found, sick, 1)),
                Printed.parse(print.share(cleared, well, 1)),
                Printed.parse(print.share(sick, sick + well, 1)),
                Optional.of(Printed.parse(print.share(found, found + well - cleared, 1))),
                Optional.of(Printed.parse(print.share(cleared, cleared + sick - found, 1)))));
    }
}
