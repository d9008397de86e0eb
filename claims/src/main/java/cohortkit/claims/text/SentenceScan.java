package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.arithmetic.CountShare;
import cohortkit.claims.arithmetic.IntervalP;
import cohortkit.claims.arithmetic.IntervalSymmetry;
import cohortkit.claims.arithmetic.ShareLimits;
import cohortkit.claims.arithmetic.ShareOfTotal;
import cohortkit.claims.arithmetic.Statistic;
import cohortkit.claims.arithmetic.StatisticP;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Doubtful;
import cohortkit.claims.meaning.NamedRatio;
import cohortkit.claims.meaning.TimesAsLikely;
import cohortkit.claims.printed.PrintedInterval;
import cohortkit.core.Measure;
import cohortkit.core.Scale;
import cohortkit.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checks that the figures of one sentence allow. */
final class SentenceScan {

    private final String sentence;
    private final List<Check> checks = new ArrayList<>();

    private SentenceScan(String sentence) {
        this.sentence = sentence;
    }

    /** The checks; the people are those of the sentences before, for a claim that needs their number. */
    static List<Check> of(String sentence, OptionalLong people) {
        SentenceScan scan = new SentenceScan(sentence);
        scan.estimates();
        scan.counts();
        scan.statistics();
        scan.ratios();
        scan.checks.addAll(MeanScan.of(sentence, people));
        scan.checks.addAll(RateScan.of(sentence));
        scan.checks.addAll(GroupScan.of(sentence));
        scan.checks.addAll(RecoveredScan.of(sentence));
        return List.copyOf(scan.checks);
    }

    private Stream<Matcher> all(Pattern pattern) {
        return Matches.all(pattern, sentence).stream();
    }

    private void add(Supplier<Check> check) {
        Matches.add(checks, check);
    }

    private void estimates() {
        all(Patterns.ESTIMATE).forEach(m -> add(() -> estimate(m)));
    }

    private Check estimate(Matcher m) {
        String level = m.group("level");
        PrintedInterval interval = new PrintedInterval(
                Printed.parse(m.group("value")),
                Printed.parse(m.group("lower")),
                Printed.parse(m.group("upper")),
                level == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(level) / 100));
        Measure measure = measure(m.group("name"));
        if (m.group("p") == null) {
            return new IntervalSymmetry(measure, interval);
        }
        Check check = new IntervalP(measure, interval, Matches.p(m));
        boolean isOfMeans =
                measure == Measure.MEAN_DIFFERENCE && !m.group("name").equals("difference");
        return measure.scale() == Scale.LOG || isOfMeans
                ? check
                : new Doubtful(check, "of shares, a test that pools them gives another");
    }

    private static Measure measure(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (word.startsWith("odds") || (word.contains("or") && word.length() <= 4)) {
            return Measure.ODDS_RATIO;
        }
        if (word.startsWith("risk difference")) {
            return Measure.RISK_DIFFERENCE;
        }
        if (word.contains("difference") || word.endsWith("md")) {
            return Measure.MEAN_DIFFERENCE;
        }
        if (word.equals("smr")) {
            return Measure.STANDARDIZED_RATIO;
        }
        if (word.startsWith("h") || word.startsWith("ah")) {
            return Measure.HAZARD_RATIO;
        }
        return word.contains("rate") || word.equals("irr") ? Measure.RATE_RATIO : Measure.RISK_RATIO;
    }

    private void counts() {
        Stream.concat(all(Patterns.COUNT), all(Patterns.SHARE_FIRST))
                .forEach(m -> add(() -> new CountShare(
                        Matches.whole(m.group("count")),
                        Matches.whole(m.group("total")),
                        Printed.parse(m.group("share")))));
        all(Patterns.SHARE_OF)
                .forEach(m ->
                        add(() -> new ShareOfTotal(Printed.parse(m.group("share")), Matches.whole(m.group("total")))));
        all(Patterns.SHARE_LIMITS).forEach(m -> add(() -> limits(m)));
    }

    /** Limits without a sign are percentages too, unless they are at most 1 as shares are. */
    private static Check limits(Matcher m) {
        Printed share = Matches.share(m.group("share"));
        boolean isSigned = !m.group("sign").isEmpty() || !m.group("sign2").isEmpty();
        boolean areShares = !isSigned
                && share.range().lower() > 0.01
                && Printed.parse(m.group("upper")).range().lower() <= 1;
        String sign = areShares ? "" : "%";
        Check check = new ShareLimits(
                new PrintedInterval(
                        share,
                        Printed.parse(m.group("lower") + sign),
                        Printed.parse(m.group("upper") + sign),
                        OptionalDouble.of(Double.parseDouble(m.group("level")) / 100)),
                Optional.ofNullable(m.group("count"))
                        .map(count -> new Proportion(Matches.whole(count), Matches.whole(m.group("total")))));
        return isSigned || m.group("count") != null
                ? check
                : new Doubtful(check, "the limits may be of another figure");
    }

    private void statistics() {
        all(Patterns.T).forEach(m -> add(() -> statistic(Statistic.T, m, m.group("df"))));
        all(Patterns.R).forEach(m -> add(() -> statistic(Statistic.R, m, m.group("df"))));
        all(Patterns.R_OF_PEOPLE)
                .forEach(m -> add(() ->
                        statistic(Statistic.R, m, String.valueOf(Math.max(0, Matches.whole(m.group("n")) - 2)))));
        all(Patterns.F).forEach(m -> add(() -> statistic(Statistic.F, m, m.group("df"), m.group("df2"))));
        all(Patterns.Z).forEach(m -> add(() -> statistic(Statistic.Z, m)));
        all(Patterns.CHI).forEach(m -> add(() -> statistic(Statistic.CHI_SQUARE, m, m.group("df"))));
    }

    private static Check statistic(Statistic statistic, Matcher m, String... df) {
        return new StatisticP(
                statistic,
                Printed.parse(m.group("value")),
                Stream.of(df).map(Printed::parse).toList(),
                Matches.p(m));
    }

    /** "Twice as likely", or a ratio by its name, with the two risks where the sentence has them. */
    private void ratios() {
        Matcher times = Patterns.TIMES.matcher(sentence);
        List<Matcher> risks = all(Patterns.VERSUS).toList();
        if (times.find()
                && times.group("rest").matches("(?i).*\\b(?:likely|risk|odds|often|frequent|common|prevalent).*")) {
            Printed ratio = Printed.parse(times.group("twice") == null ? times.group("times") : "2");
            Measure named = times.group("rest").contains("odds") ? Measure.ODDS_RATIO : Measure.RISK_RATIO;
            add(() -> risks.isEmpty() ? new TimesAsLikely(ratio) : named(named, risks.get(0), ratio));
        } else if (risks.size() == 1 && !Patterns.ADJUSTED.matcher(sentence).find()) {
            List<Matcher> names = all(Patterns.NAMED).toList();
            if (names.size() == 1) {
                Printed ratio = Printed.parse(names.get(0).group("value"));
                Measure named = measure(names.get(0).group("name"));
                add(() -> new Doubtful(named(named, risks.get(0), ratio), "it may be adjusted, or of others"));
            }
        }
    }

    private static NamedRatio named(Measure measure, Matcher risks, Printed ratio) {
        return new NamedRatio(
                measure, Printed.parse(risks.group("first") + "%"), Printed.parse(risks.group("second")), ratio);
    }
}
