package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.arithmetic.Debit;
import cohortkit.claims.arithmetic.Grim;
import cohortkit.claims.arithmetic.Grimmer;
import cohortkit.claims.arithmetic.PairedTest;
import cohortkit.claims.arithmetic.Summary;
import cohortkit.claims.arithmetic.SummaryAnova;
import cohortkit.claims.arithmetic.SummaryTTest;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Doubtful;
import cohortkit.claims.printed.PrintedSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Means with standard deviations: whether scores that are said to be whole can have them, and the tests of two or more groups
 * and of one group at two times.
 */
final class MeanScan {

    private static final String N = "[nN] ?= ?";
    private static final Pattern MEAN = Pattern.compile("(?<![\\d.,])(?:" + N + "(?<ahead>\\d[\\d,]*)[,;:)] ?)?"
            + "(?:[mM](?:ean)? ?=? ?)?(?<mean>" + Patterns.NUMBER + ") ?"
            + "(?:(?:±|\\+/-) ?(?<sd>" + Patterns.NUMBER + ") ?%?|[(\\[] ?SD ?[:=]? ?(?<named>" + Patterns.NUMBER
            + ")|[,;] ?SD ?[:=]? ?(?<after>" + Patterns.NUMBER + "))"
            + "[)\\]]?(?:[ ,;(\\[]{1,3}" + N + "(?<n>\\d[\\d,]*)[)\\]]?)?");

    private static final Pattern WHOLE = Pattern.compile(
            "(?i)\\b(?:whole[- ]numbers?|whole[- ]number(?:ed)?|integers?|likert|items?|counts? of|how many|numbers?"
                    + " of (?!\\p{L}*(?:hour|minute|day|week|month|year|night|gram|litre|liter|mile|unit|drink|percent)))\\b");
    private static final Pattern ITEMS = Pattern.compile("(?i)\\b(?<items>\\d{1,3})[- ]items?\\b");
    private static final Pattern BINARY = Pattern.compile(
            "(?i)\\b(?:binary|dichotomous|0/1|0 or 1|zeros and ones|" + "\\(?0 ?= ?\\p{L}+[,;] ?1 ?= ?\\p{L}+)");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?i)[^\\d.]{0,40}\\b(?:vs\\.?|versus|and|against|compared (?:with|to))\\b[^\\d.]{0,40}|[,;]"
                    + " ?[^\\d.]{0,30}");
    private static final Pattern THEN =
            Pattern.compile("(?i) ?(?:%|/h)? ?(?:to|->|→|⇒|before and|at baseline and|before versus) (?:only )?");
    private static final Pattern P = Pattern.compile("^[^.]{0,60}?\\b" + Patterns.P);
    private static final Pattern PEOPLE = Pattern.compile("\\b" + N + "(?<n>\\d[\\d,]*)");

    private static final Pattern SD = Pattern.compile("\\bSDs?\\b|standard deviation");
    private static final Pattern T_TEST = Pattern.compile("(?i)\\bt[- ]?tests?\\b|\\bt ?\\(|student|welch");
    private static final Pattern ANOVA = Pattern.compile("(?i)\\banova\\b|analysis of variance|\\bF ?\\(");
    private static final Pattern PAIRED = Pattern.compile("(?i)\\bpaired t");
    private static final Pattern OTHER = Pattern.compile("(?i)mann|wilcoxon|kruskal|ancova|adjust|permut|bootstrap|"
            + "mixed|regress|median|sign test|repeated|weighted|imputed");

    private final String sentence;
    private final OptionalLong people;
    private final List<Matcher> means;
    /** Whether the spreads are said to be standard deviations; behind a bare plus-minus sign may be a standard error. */
    private final boolean deviations;

    private final List<Check> checks = new ArrayList<>();

    private MeanScan(String sentence, OptionalLong people) {
        this.sentence = sentence;
        this.people = people;
        this.means = Matches.all(MEAN, sentence);
        this.deviations = SD.matcher(sentence).find();
    }

    /** The checks of a sentence; the people are those of the sentences before, for pairs whose number it does not say. */
    static List<Check> of(String sentence, OptionalLong people) {
        MeanScan scan = new MeanScan(sentence, people);
        scan.scores();
        scan.tests();
        return List.copyOf(scan.checks);
    }

    private void scores() {
        boolean whole = false;
        boolean binary = false;
        long items = 1;
        int from = 0;
        for (Matcher m : means) {
            String before = sentence.substring(from, m.start());
            if (from == 0 || !BETWEEN.matcher(before).matches()) {
                Matcher named = ITEMS.matcher(before);
                items = named.find() ? Math.max(1, Matches.whole(named.group("items"))) : 1;
                whole = WHOLE.matcher(before).find();
                binary = BINARY.matcher(before).find();
            }
            from = m.end();
            if (n(m) == null || m.group().contains("%")) {
                continue;
            }
            long of = items;
            if (binary && deviations) {
                Matches.add(checks, () -> new Debit(mean(m), sd(m), Matches.whole(n(m))));
            } else if (whole || binary) {
                Matches.add(
                        checks,
                        () -> deviations
                                ? new Grimmer(mean(m), sd(m), Matches.whole(n(m)), of)
                                : new Grim(mean(m), Matches.whole(n(m)), of));
            }
        }
    }

    private void tests() {
        int first = 0;
        while (first < means.size()) {
            int last = first;
            while (last + 1 < means.size() && joined(last, BETWEEN)) {
                last++;
            }
            if (last > first) {
                groups(means.subList(first, last + 1));
            } else if (first + 1 < means.size() && joined(first, THEN)) {
                pair(means.get(first), means.get(first + 1));
                last++;
            }
            first = last + 1;
        }
    }

    private boolean joined(int which, Pattern gap) {
        String between =
                sentence.substring(means.get(which).end(), means.get(which + 1).start());
        return gap.matcher(between).matches()
                && !(gap == BETWEEN && THEN.matcher(between).matches());
    }

    private void groups(List<Matcher> found) {
        Matcher p = P.matcher(sentence.substring(found.get(found.size() - 1).end()));
        if (!p.find() || found.stream().anyMatch(m -> n(m) == null)) {
            return;
        }
        Matches.add(checks, () -> {
            List<Summary> groups = found.stream()
                    .map(m -> new Summary(Matches.whole(n(m)), mean(m), sd(m)))
                    .toList();
            Check test = groups.size() == 2
                    ? new SummaryTTest(groups.get(0), groups.get(1), Matches.p(p))
                    : new SummaryAnova(groups, Matches.p(p));
            return named(test, groups.size() == 2 ? T_TEST : ANOVA);
        });
    }

    private void pair(Matcher before, Matcher after) {
        Matcher p = P.matcher(sentence.substring(after.end()));
        Matcher own = PEOPLE.matcher(sentence);
        if (!p.find() || (people.isEmpty() && !own.find())) {
            return;
        }
        long n = own.reset().find() ? Matches.whole(own.group("n")) : people.getAsLong();
        Matches.add(
                checks,
                () -> named(
                        new PairedTest(
                                new PrintedSpread(mean(before), sd(before)),
                                new PrintedSpread(mean(after), sd(after)),
                                n,
                                Matches.p(p)),
                        PAIRED));
    }

    /** Without the test's name a p-value may be of another one. */
    private Check named(Check test, Pattern name) {
        boolean sure = deviations
                && name.matcher(sentence).find()
                && !OTHER.matcher(sentence).find();
        return sure ? test : new Doubtful(test, "it may be another test, or standard errors");
    }

    private static String n(Matcher m) {
        return m.group("n") == null ? m.group("ahead") : m.group("n");
    }

    private static Printed mean(Matcher m) {
        return Printed.parse(m.group("mean"));
    }

    private static Printed sd(Matcher m) {
        String sd = m.group("sd") == null ? m.group("named") : m.group("sd");
        return Printed.parse(sd == null ? m.group("after") : sd);
    }
}
