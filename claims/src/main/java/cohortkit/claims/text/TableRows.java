package cohortkit.claims.text;

import cohortkit.claims.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table whose header names the measure: an estimate, its limits and its p-value are read as the sentence "OR 2.32
 * (1.23-4.39), p=0.002". A row whose cells are not as many as the header's is left alone.
 */
final class TableRows {

    /** What stands behind each cell of a row, the last one too. */
    private static final Pattern CELL = Pattern.compile(" ;(?= |$)");

    /** A short only cell, such as the name of a variable above its levels. */
    private static final Pattern HEADING = Pattern.compile("[^.;]{1,60} ;");

    private static final Pattern ESTIMATE =
            Pattern.compile("(?:(?i:crude|unadjusted|adjusted|multivariable|univariable|multivariate|univariate) )?"
                    + "(?<name>a?ORs?|a?RRs?|a?HRs?|PR|IRR|SMR|MD|(?i:odds ratio|risk ratio|relative risk|"
                    + "prevalence ratio|hazard ratio|rate ratio|mean difference))\\b.*");
    private static final Pattern LIMITS =
            Pattern.compile("(?i)(?:(?<level>\\d{2}) ?% ?)?(?:CI|C\\.I\\.|confidence" + " (?:interval|limits))\\b.*");
    private static final Pattern P = Pattern.compile("(?i)p(?:[- ]?values?)?");
    private static final Pattern P_CELL =
            Pattern.compile("(?:[pP] ?)?(?<rel>[<>=≤≥]?) ?(?<p>(?:0?\\.|0,)\\d+|1(?:[.,]0+)?)[*†‡]*");

    /** Such as "Prevalence (95% CI)", and what stands below it. */
    private static final Pattern SHARES =
            Pattern.compile("[^%]*\\b(?<level>\\d{2}) ?%[- ]?(?:" + Patterns.INTERVAL + ")\\b.*");

    private static final Pattern SHARE = Pattern.compile("(?<share>" + Patterns.PERCENT + ") ?[(\\[] ?(?<lower>"
            + Patterns.NUMBER + ") ?%? ?(?:to|[-\u2013\u2014;,]) ?(?<upper>" + Patterns.NUMBER + ") ?%? ?[)\\]]");

    /** An estimate with the columns of its limits and its p-value; -1 where there is none. */
    private record Columns(int estimate, int limits, int p, String name, String level) {}

    private List<String> header = List.of();
    private List<Columns> columns = List.of();

    /** Whether a paragraph is a row of a table. */
    static boolean isRow(String text) {
        return text.endsWith(" ;")
                && (cells(text).size() > 1 || HEADING.matcher(text).matches());
    }

    /** Takes the next row: a header is remembered, another is checked. */
    List<Check> read(String row) {
        List<String> cells = cells(row);
        List<Columns> named = columns(cells);
        if (!named.isEmpty() || cells.stream().anyMatch(SHARES.asMatchPredicate())) {
            header = cells;
            columns = named;
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        if (cells.size() == header.size()) {
            for (int i = 0; i < cells.size(); i++) {
                share(header.get(i), cells.get(i))
                        .ifPresent(text -> checks.addAll(SentenceScan.of(text, OptionalLong.empty())));
            }
            columns.forEach(one ->
                    sentence(one, cells).ifPresent(text -> checks.addAll(SentenceScan.of(text, OptionalLong.empty()))));
        }
        return checks;
    }

    /** A table ends where text begins. */
    void end() {
        header = List.of();
        columns = List.of();
    }

    static List<String> cells(String row) {
        String whole = row.startsWith(";") ? " " + row : row;
        List<String> cells = new ArrayList<>();
        for (String cell : CELL.split(whole, -1)) {
            cells.add(cell.strip());
        }
        return cells.subList(0, cells.size() - 1);
    }

    private static List<Columns> columns(List<String> cells) {
        List<Columns> found = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            var estimate = ESTIMATE.matcher(cells.get(i));
            if (!estimate.matches()) {
                continue;
            }
            int limits = -1;
            int p = -1;
            String level = "95";
            for (int j = i + 1;
                    j < cells.size() && !ESTIMATE.matcher(cells.get(j)).matches();
                    j++) {
                var interval = LIMITS.matcher(cells.get(j));
                if (limits < 0 && interval.matches()) {
                    limits = j;
                    level = interval.group("level") == null ? level : interval.group("level");
                } else if (p < 0 && P.matcher(cells.get(j)).matches()) {
                    p = j;
                }
            }
            found.add(new Columns(i, limits, p, estimate.group("name"), level));
        }
        return found;
    }

    private static Optional<String> share(String name, String cell) {
        Matcher interval = SHARES.matcher(name);
        Matcher share = SHARE.matcher(cell);
        return interval.matches() && share.matches()
                ? Optional.of(share.group("share") + " (" + interval.group("level") + "% CI " + share.group("lower")
                        + "% to " + share.group("upper") + "%)")
                : Optional.empty();
    }

    private static Optional<String> sentence(Columns one, List<String> cells) {
        String estimate = cells.get(one.estimate());
        String limits = one.limits() < 0 ? "" : cells.get(one.limits()).replaceAll("[()\\[\\]]", "");
        if (estimate.isEmpty() || !Character.isDigit(estimate.charAt(estimate.startsWith("-") ? 1 : 0))) {
            return Optional.empty();
        }
        String interval = limits.isEmpty() ? "" : " (" + one.level() + "% CI " + limits + ")";
        return Optional.of(one.name() + " " + estimate + interval + p(one, cells));
    }

    private static String p(Columns one, List<String> cells) {
        var p = P_CELL.matcher(one.p() < 0 ? "" : cells.get(one.p()));
        if (!p.matches()) {
            return "";
        }
        return ", p" + (p.group("rel").isEmpty() ? "=" : p.group("rel")) + p.group("p");
    }
}
