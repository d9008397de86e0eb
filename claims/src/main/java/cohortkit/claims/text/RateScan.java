package cohortkit.claims.text;

import cohortkit.claims.Printed;
import cohortkit.claims.arithmetic.PredictiveValues;
import cohortkit.claims.arithmetic.Quotient;
import cohortkit.claims.arithmetic.StandardizedLimits;
import cohortkit.claims.check.Check;
import cohortkit.claims.check.Doubtful;
import cohortkit.claims.printed.PrintedInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates with events and person-time, standardized ratios with observed and expected events, and diagnostic tests. */
final class RateScan {

    private static final String NUMBER = Patterns.NUMBER;
    private static final String TIME = "(?:person|patient|woman|women|child|life)[- ]?(?:year|month|week|day)s?";
    private static final Pattern UNIT = Pattern.compile(TIME);
    private static final String EVENTS = "(?<![\\d.,])(?<events>\\d[\\d,]*)(?: \\p{L}[\\p{L}-]*){0,3}"
            + " ?(?:in|during|over|of|/|within|per|and|(?<=events?|deaths?|cases?) ?[,;])(?: a total of)?"
            + " ?(?<time>\\d[\\d,.]*) "
            + TIME;
    private static final String RATE =
            "(?<rate>" + NUMBER + ")(?: \\p{L}[\\p{L}-]*){0,3} ?(?:per|/) ?(?<per>1[0, ]*0)? ?" + TIME;
    private static final Pattern EVENTS_FIRST = Pattern.compile(EVENTS + "[^\\d]{0,40}?" + RATE);
    private static final Pattern RATE_FIRST = Pattern.compile("(?<!\\d)" + RATE + "[^\\d]{0,40}?" + EVENTS);

    private static final Pattern SMR = Pattern.compile("\\b(?:SMRs?|SIRs?|standardi[sz]ed (?:mortality|incidence)"
            + " ratio)\\b[^\\d]{0,30}?(?<value>" + NUMBER + ")(?<interval> ?[,;]? ?[(\\[] ?(?:(?<level>\\d{2}) ?%"
            + " ?(?:CI)?[ :=,]*)?(?<lower>" + NUMBER + ") ?(?:to|[-\u2013,;]) ?(?<upper>" + NUMBER + "))?");
    private static final Pattern OBSERVED = Pattern.compile("(?i)(?<![\\d.,])(?<x>\\d[\\d,]*)(?: [\\p{L}]+){0,2}"
            + " observed\\b|\\bobserved[^\\d.;,]{0,20}(?<y>\\d[\\d,]*)(?![.]\\d)");
    private static final Pattern EXPECTED = Pattern.compile("(?i)(?<![\\d.,])(?<x>\\d[\\d,.]*)(?: [\\p{L}]+){0,2}"
            + " expected\\b|\\bexpected[^\\d.;,]{0,20}(?<y>\\d+(?:[.,]\\d+)*)");

    private static final String NAMES = "sensitivit|specificit|predictive|PPV|NPV|prevalence";
    private static final Pattern SENSITIVITY = percentOf("sensitivit(?:y|ies)");
    private static final Pattern SPECIFICITY = percentOf("specificit(?:y|ies)");
    private static final Pattern PREVALENCE = percentOf("prevalence");
    private static final Pattern POSITIVE = percentOf("PPV|positive predictive value");
    private static final Pattern NEGATIVE = percentOf("NPV|negative predictive value");
    private static final Pattern ADJUSTED = Pattern.compile("(?i)adjusted|age-standardi[sz]ed|weighted");

    private final String sentence;
    private final List<Check> checks = new ArrayList<>();

    private RateScan(String sentence) {
        this.sentence = sentence;
    }

    static List<Check> of(String sentence) {
        RateScan scan = new RateScan(sentence);
        if (UNIT.matcher(sentence).find()) {
            Matches.all(EVENTS_FIRST, sentence).forEach(scan::rate);
            Matches.all(RATE_FIRST, sentence).forEach(scan::rate);
        }
        scan.standardized();
        scan.diagnosis();
        return List.copyOf(scan.checks);
    }

    private void rate(Matcher m) {
        String per = m.group("per") == null ? "1" : m.group("per").replaceAll("[, ]", "");
        String time = m.group("time").replaceAll("[.,]$", "");
        Matches.add(checks, () -> {
            Check rate = Quotient.rate(m.group("events"), time, Double.parseDouble(per), m.group("rate"));
            if (ADJUSTED.matcher(sentence).find()) {
                return new Doubtful(rate, "the rate may be adjusted");
            }
            return sameTime(m.group())
                    ? time.endsWith("00") ? new Doubtful(rate, "the person-time may be rounded to hundreds") : rate
                    : new Doubtful(rate, "the units of time differ");
        });
    }

    private static boolean sameTime(String text) {
        return UNIT.matcher(text)
                        .results()
                        .map(found -> found.group().replaceAll("s$", ""))
                        .distinct()
                        .count()
                == 1;
    }

    private void standardized() {
        List<Matcher> ratios = Matches.all(SMR, sentence);
        if (ratios.size() != 1) {
            return;
        }
        Optional<String> observed = only(OBSERVED);
        Optional<String> expected = only(EXPECTED);
        if (observed.isEmpty() || expected.isEmpty()) {
            return;
        }
        Matcher ratio = ratios.get(0);
        String events = expected.get().replaceAll("[.,]$", "");
        Matches.add(checks, () -> Quotient.standardizedRatio(observed.get(), events, ratio.group("value")));
        if (ratio.group("interval") != null) {
            String level = ratio.group("level");
            PrintedInterval interval = new PrintedInterval(
                    Printed.parse(ratio.group("value")),
                    Printed.parse(ratio.group("lower")),
                    Printed.parse(ratio.group("upper")),
                    level == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(level) / 100));
            Matches.add(
                    checks,
                    () -> new StandardizedLimits(Matches.whole(observed.get()), Printed.parse(events), interval));
        }
    }

    /** The number, if one alone is there. */
    private Optional<String> only(Pattern pattern) {
        List<Matcher> found = Matches.all(pattern, sentence);
        return found.size() == 1
                ? Optional.of(
                        found.get(0).group("x") == null
                                ? found.get(0).group("y")
                                : found.get(0).group("x"))
                : Optional.empty();
    }

    private void diagnosis() {
        Optional<Printed> sensitivity = named(SENSITIVITY);
        if (sensitivity.isEmpty()) {
            return;
        }
        Optional<Printed> specificity = named(SPECIFICITY);
        Optional<Printed> prevalence = named(PREVALENCE);
        Optional<Printed> positive = named(POSITIVE);
        Optional<Printed> negative = named(NEGATIVE);
        if (specificity.isPresent() && prevalence.isPresent()) {
            Matches.add(
                    checks,
                    () -> new PredictiveValues(
                            sensitivity.get(), specificity.get(), prevalence.get(), positive, negative));
        }
    }

    /** The percentage said of a name, if there is one alone. */
    private Optional<Printed> named(Pattern name) {
        List<Matcher> found = Matches.all(name, sentence);
        return found.size() == 1 ? Optional.of(Matches.share(found.get(0).group("share"))) : Optional.empty();
    }

    /** "Sensitivity and specificity were 90% and 84%" is left alone. */
    private static Pattern percentOf(String name) {
        return Pattern.compile("(?i)\\b(?:" + name + ")\\b(?:(?!" + NAMES + ")[^\\d%;.]){0,25}?(?<share>"
                + Patterns.PERCENT + ")(?! and \\d)");
    }
}
