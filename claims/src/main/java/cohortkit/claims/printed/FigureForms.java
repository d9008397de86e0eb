package cohortkit.claims.printed;

import cohortkit.claims.Printed;
import cohortkit.core.InputException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which journals print figures of several numbers. */
final class FigureForms {

    private static final String THERE_ARE = "there are 35%, p<0.05, median 8, 12.4 mmol, 2.2 (1.7-2.9), "
            + "2.32 (95% CI 1.23 to 4.39), 17 ± 7, 17 (SD 7), 45/333 (14%), 45 of 333 and 3 vs 2";

    private static final String SPACE = "[\\s\u00a0\u2007\u2009\u202f]*";
    /** Digits with one mark at a time between them, so that "1.7, 2.9" is two numbers. */
    private static final String NUMBER =
            "[-+\u2212\u2013]?(?:\\d+(?:[.,\u00b7\u2219\u22c5]\\d+)*" + "|[.\u00b7\u2219\u22c5]\\d+)";

    private static final String SHARE = NUMBER + "(?:" + SPACE + "%)?";
    private static final String BETWEEN = SPACE + "(?:to\\b|[-\u2010-\u2015\u2212;,]|bis\\b)" + SPACE;
    private static final String LEVEL = "(?:(?<level>\\d{2}(?:[.,]\\d)?)" + SPACE + "%" + SPACE
            + ")?(?:CI|KI|confidence interval)?" + SPACE + "[:=,]?" + SPACE;

    private static final Pattern INTERVAL =
            Pattern.compile("(?<value>" + SHARE + ")" + SPACE + "[,;]?" + SPACE + "[(\\[]?" + SPACE + LEVEL
                    + "[(\\[]?(?<lower>" + SHARE + ")" + BETWEEN + "(?<upper>" + SHARE + ")[)\\]]{0,2}");
    private static final Pattern SPREAD = Pattern.compile(
            "(?<mean>" + SHARE + ")" + SPACE + "(?:±|\\+/-|\\+-)" + SPACE + "(?<spread>" + SHARE + ").{0,20}");
    private static final Pattern NAMED_SPREAD = Pattern.compile("(?<mean>" + SHARE + ")" + SPACE + "[(\\[]" + SPACE
            + "(?:SD|SE|SEM)" + SPACE + "[:=]?" + SPACE + "(?<spread>" + SHARE + ")" + SPACE + "[)\\]]");
    private static final Pattern COUNT =
            Pattern.compile("(?<count>\\d[\\d,]*)" + SPACE + "(?:/|of\\b|out of\\b)" + SPACE + "(?<total>\\d[\\d,]*)"
                    + SPACE + "(?:[(\\[,;=]" + SPACE + "(?<share>" + NUMBER + SPACE + "%)" + SPACE + "[)\\]]?)?");
    private static final Pattern SHARE_FIRST =
            Pattern.compile("(?<share>" + NUMBER + SPACE + "%)" + SPACE + "[(\\[]" + SPACE + "(?<count>\\d[\\d,]*)"
                    + SPACE + "(?:/|of\\b)" + SPACE + "(?<total>\\d[\\d,]*)" + SPACE + "[)\\]]");
    private static final Pattern PAIR = Pattern.compile(
            "(?<first>" + SHARE + ")" + SPACE + "(?:vs\\.?|versus|against)" + SPACE + "(?<second>" + SHARE + ")");
    private static final Pattern SINGLE = Pattern.compile(
            "(?<name>\\p{L}[\\p{L} ]*?)?" + SPACE + "(?<number>(?:p" + SPACE + ")?[<>≤≥=\u2a7d\u2a7e]{0,2}" + SPACE
                    + SHARE + ")" + SPACE + "(?<unit>[\\p{L}µ/][\\p{L}\\p{N}µ/^ ]*)?");

    private FigureForms() {}

    static PrintedFigure read(String text) {
        String figure = text.strip();
        try {
            return found(figure).orElseThrow(() -> unreadable(text));
        } catch (InputException e) {
            throw new InputException(
                    e.getMessage().startsWith("'" + text + "'")
                            ? e.getMessage()
                            : unreadable(text).getMessage(),
                    e);
        }
    }

    private static Optional<PrintedFigure> found(String text) {
        return interval(text)
                .or(() -> spread(SPREAD.matcher(text)))
                .or(() -> spread(NAMED_SPREAD.matcher(text)))
                .or(() -> count(COUNT.matcher(text)))
                .or(() -> count(SHARE_FIRST.matcher(text)))
                .or(() -> pair(text))
                .or(() -> single(text));
    }

    private static Optional<PrintedFigure> interval(String text) {
        Matcher m = INTERVAL.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean percent = (m.group("value") + m.group("lower") + m.group("upper")).contains("%");
        String level = m.group("level");
        return Optional.of(new PrintedInterval(
                number(m.group("value"), percent),
                number(m.group("lower"), percent),
                number(m.group("upper"), percent),
                level == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Double.parseDouble(level.replace(',', '.')) / 100)));
    }

    private static Optional<PrintedFigure> spread(Matcher m) {
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean percent = m.group().contains("%");
        return Optional.of(new PrintedSpread(number(m.group("mean"), percent), number(m.group("spread"), percent)));
    }

    private static Optional<PrintedFigure> count(Matcher m) {
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PrintedCount(
                whole(m.group("count")),
                whole(m.group("total")),
                Optional.ofNullable(m.group("share")).map(Printed::parse)));
    }

    private static Optional<PrintedFigure> pair(String text) {
        Matcher m = PAIR.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean percent = text.contains("%");
        return Optional.of(new PrintedPair(number(m.group("first"), percent), number(m.group("second"), percent)));
    }

    private static Optional<PrintedFigure> single(String text) {
        try {
            return Optional.of(new PrintedSingle("", Printed.parse(text), ""));
        } catch (InputException notAlone) {
            Matcher m = SINGLE.matcher(text);
            if (!m.matches() || (m.group("name") == null && m.group("unit") == null)) {
                return Optional.empty();
            }
            String name = m.group("name") == null ? "" : m.group("name");
            String unit = m.group("unit") == null ? "" : m.group("unit").strip();
            return Optional.of(new PrintedSingle(name, Printed.parse(m.group("number")), unit));
        }
    }

    private static Printed number(String text, boolean percent) {
        return Printed.parse(percent && !text.contains("%") ? text + "%" : text);
    }

    private static long whole(String digits) {
        try {
            return Long.parseLong(digits.replace(",", ""));
        } catch (NumberFormatException e) {
            throw new InputException("'" + digits + "' is too long for a count", e);
        }
    }

    private static InputException unreadable(String text) {
        return new InputException("'" + text + "' cannot be read as a printed figure; " + THERE_ARE);
    }
}
