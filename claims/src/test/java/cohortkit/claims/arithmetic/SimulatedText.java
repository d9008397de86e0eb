package cohortkit.claims.arithmetic;

import cohortkit.core.Interval;
import cohortkit.stats.TestResult;
import cohortkit.stats.rate.Rate;
import cohortkit.stats.rate.RateInterval;
import cohortkit.stats.table.ChiSquare;
import cohortkit.stats.table.TwoByTwo;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sentences of a paper without an error: invented people, right statistics, printed by one rule. */
final class SimulatedText {

    private final Random random;
    private final Print print;
    private final StringBuilder text = new StringBuilder();

    private SimulatedText(long seed, Print print) {
        this.random = new Random(seed);
        this.print = print;
    }

    static String of(long seed, Print print) {
        SimulatedText paper = new SimulatedText(seed, print);
        paper.means();
        paper.pairs();
        paper.ones();
        paper.rates();
        paper.diagnosis();
        paper.groups();
        paper.table();
        return paper.text.toString();
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private void say(String sentence) {
        text.append(sentence).append("\n\n");
    }

    /** As journals print p: a bound below a thousandth. */
    private String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + print.number(p, 3);
    }

    private String summary(int[] x) {
        return print.number(Sample.mean(x), 2) + " (SD " + deviation(x) + ", n = " + x.length + ")";
    }

    private String deviation(int[] x) {
        return print.number(Math.sqrt(Sample.variance(x)), 2);
    }

    private void means() {
        List<int[]> groups = IntStream.range(0, 3)
                .mapToObj(g -> random.ints(5 + upTo(60), 0, 22 + 3 * g).toArray())
                .toList();
        List<int[]> two = groups.subList(0, 2);
        int people = two.get(0).length + two.get(1).length;
        say("The number of visits was " + summary(two.get(0)) + " versus " + summary(two.get(1)) + ", t test, "
                + p(random.nextBoolean() ? Sample.pooled(two) : Sample.welch(two)) + ".");
        say("The scale's sum of whole numbers was "
                + groups.stream().map(this::summary).collect(Collectors.joining(", ")) + "; ANOVA, "
                + p(Sample.anova(groups)) + ".");
        int df = people + groups.get(2).length - 3;
        say("They differed, F(2, " + df + ") = " + print.number(Sample.f(groups), 2) + ", " + p(Sample.anova(groups))
                + ".");
        say("The two differed, t(" + (people - 2) + ") = " + print.number(Sample.pooledT(two), 2) + ", "
                + p(Sample.pooled(two)) + ".");
        int items = 2 + random.nextInt(9);
        int n = groups.get(0).length;
        double total = IntStream.of(groups.get(0)).sum();
        say("The " + items + "-item mean was " + print.number(total / n / items, 2) + " (SD "
                + print.number(Math.sqrt(Sample.variance(groups.get(0))) / items, 2) + ", n = " + n + ").");
    }

    private void pairs() {
        int[] before = random.ints(4 + upTo(30), 5, 40).toArray();
        int[] after = IntStream.of(before).map(x -> x + random.nextInt(12) - 8).toArray();
        int[] change =
                IntStream.range(0, before.length).map(i -> after[i] - before[i]).toArray();
        double t = Sample.mean(change) / Math.sqrt(Sample.variance(change) / before.length);
        String mean = "Movements fell from " + print.number(Sample.mean(before), 1) + " ± "
                + print.number(Math.sqrt(Sample.variance(before)), 1) + " to " + print.number(Sample.mean(after), 1)
                + " ± " + print.number(Math.sqrt(Sample.variance(after)), 1);
        say(mean + " (mean ± SD, n = " + before.length + "; paired t test, "
                + p(Sample.studentP(t, before.length - 1.0)) + ").");
        double r = Sample.correlation(before, after);
        double df = before.length - 2.0;
        say("They went together, r(" + (int) df + ") = " + print.number(r, 2) + ", "
                + p(Sample.studentP(r * Math.sqrt(df / (1 - r * r)), df)) + ".");
    }

    private void ones() {
        int n = 5 + upTo(80);
        int ones = random.nextInt(n + 1);
        double sd = Math.sqrt((double) ones * (n - ones) / n / (n - 1));
        say("Insomnia (0 = no, 1 = yes) had a mean of " + print.quotient(ones, n, 2) + " (SD " + print.number(sd, 2)
                + ", n = " + n + ").");
    }

    private void rates() {
        int events = upTo(200);
        int tenths = 500 + random.nextInt(10_000);
        int per = random.nextBoolean() ? 1000 : 100;
        String rate = print.number(10.0 * per * events / tenths, 1);
        String time = print.number(tenths / 10.0, random.nextInt(2));
        String unit = " per " + (per == 1000 ? "1,000" : "100") + " person-years";
        say(
                random.nextBoolean()
                        ? "There were " + events + " deaths in " + time + " person-years (" + rate + unit + ")."
                        : "The rate was " + rate + unit + " (" + events + " deaths; " + time + " person-years).");
        double expected = (1 + random.nextInt(800)) / 10.0 + 1;
        RateInterval method = List.of(RateInterval.EXACT, RateInterval.BYAR, RateInterval.MID_P)
                .get(random.nextInt(3));
        Interval limits = new Rate(events, expected).estimate(method, 0.95).interval();
        say("The SMR was " + print.number(events / expected, 2) + " (95% CI " + print.number(limits.lower(), 2) + " to "
                + print.number(limits.upper(), 2) + "; " + events + " observed and " + print.number(expected, 1)
                + " expected deaths).");
    }

    private void diagnosis() {
        int sick = 20 + upTo(100);
        int well = 20 + upTo(300);
        int found = upTo(sick);
        int cleared = upTo(well);
        say("At a prevalence of " + print.share(sick, sick + well, 1) + ", sensitivity was "
                + print.share(found, sick, 1)
                + " and specificity " + print.share(cleared, well, 1) + "; the PPV was "
                + print.share(found, found + well - cleared, 1) + ", the NPV "
                + print.share(cleared, cleared + sick - found, 1) + ".");
    }

    private void groups() {
        int n = 20 + upTo(900);
        int rls = upTo(n);
        int iron = upTo(rls);
        say("Of the " + n + " patients, " + rls + " (" + print.share(rls, n, 1) + ") had RLS and " + iron + " ("
                + print.share(iron, rls, 1) + ") of them took iron.");
    }

    private void table() {
        TwoByTwo table = new TwoByTwo(2 + upTo(60), 2 + upTo(200), 2 + upTo(60), 2 + upTo(200));
        Interval limits = table.oddsRatio().interval();
        double error = Math.log(limits.upper() / table.oddsRatio().value()) / 1.959963984540054;
        double wald = Sample.normalP(Math.log(table.oddsRatio().value()) / error);
        say("Variable ; OR ; 95% CI ; p ; ");
        say("RLS ; " + print.number(table.oddsRatio().value(), 2) + " ; " + print.number(limits.lower(), 2) + "-"
                + print.number(limits.upper(), 2) + " ; "
                + p(wald).replace("p = ", "").replace("p ", "") + " ; ");
        TestResult chi = ChiSquare.test(table);
        say("It differed, χ2(1, N = " + table.n() + ") = " + print.number(chi.statistic(), 2) + ", " + p(chi.pValue())
                + ".");
    }
}
