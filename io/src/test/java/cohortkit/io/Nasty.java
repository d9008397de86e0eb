package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Level;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Codebooks and values that files are known to lose, at random. */
final class Nasty {

    private static final String[] PARTS = {
        "a",
        "B",
        "yes",
        "no",
        "0",
        "1",
        "99",
        "007",
        "-9",
        "1.0",
        "1e5",
        "1,5",
        "NA",
        "n/a",
        "blank",
        "BLANK",
        "Total",
        "=",
        "==1+1",
        "+1",
        "-x",
        "@you",
        "'",
        "'=x",
        "\"",
        "\"\"",
        "\"a; b\"",
        "; ",
        ";",
        "|",
        ",",
        ", ",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u00e4\u20ac",
        "\ud83d\ude00",
        "_x000D_",
        "_x005F_",
        "<b>",
        "&amp;",
        "TRUE",
        "2004-03-17",
        "\uff1d1",
        "name",
        "type",
        "missing_reasons",
        "\u000b",
        "\u001f",
        "#N/A",
        "//",
        "\\",
        "#"
    };

    private static final List<VariableType> TYPES = List.of(VariableType.values());

    private final SplittableRandom random;

    Nasty(SplittableRandom random) {
        this.random = random;
    }

    static List<Variable> variables(Codebook codebook) {
        List<Variable> variables = new ArrayList<>();
        codebook.forEach(variables::add);
        return variables;
    }

    /** Text of up to four parts. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    String filled() {
        String text = text();
        return text.isBlank() ? "x" + text : text;
    }

    double number() {
        return switch (random.nextInt(9)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> Double.MIN_VALUE;
            case 3 -> -Double.MAX_VALUE;
            case 4 -> random.nextInt(-100, 100);
            case 5 -> random.nextInt(-1000, 1000) / 10.0;
            case 6 -> 9_007_199_254_740_994.0 * random.nextInt(1, 9);
            case 7 -> random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
            default -> Double.longBitsToDouble(random.nextLong(0x7fe0000000000000L));
        };
    }

    /** A day from 0001-01-01 to 9999-12-31. */
    long day() {
        return random.nextLong(-719_162, 2_932_897);
    }

    Codebook codebook() {
        return codebook(name -> true);
    }

    /** A codebook whose names a table can have: it trims them. */
    Codebook codebookOfTable() {
        return codebook(name -> name.equals(name.trim()));
    }

    private Codebook codebook(Predicate<String> allowed) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (int i = random.nextInt(1, 8); i > 0 || variables.isEmpty(); i--) {
            Variable variable = variable();
            if (allowed.test(variable.name())) {
                variables.putIfAbsent(Spaces.lower(variable.name()), variable); // as tables tell names apart
            }
        }
        List<Variable> ruled = new ArrayList<>();
        for (Variable variable : variables.values()) {
            ruled.add(ruled(variable, List.copyOf(variables.values())));
        }
        return Codebook.of(ruled);
    }

    private Variable ruled(Variable variable, List<Variable> all) {
        Variable ruled = random.nextInt(4) == 0 ? variable.asRequired() : variable;
        ruled = random.nextInt(3) == 0 ? ruled.withAskedIf(condition(all)) : ruled;
        return random.nextInt(4) == 0 ? ruled.withCheck(condition(all)).withCheck(condition(all)) : ruled;
    }

    private String condition(List<Variable> all) {
        Variable variable = all.get(random.nextInt(all.size()));
        String name = "`" + variable.name() + "`";
        String missing = random.nextBoolean() ? "missing(" + name + ")" : "not missing(" + name + ")";
        String more = variable.type() == VariableType.NUMBER ? name + " >= 5" : missing;
        return random.nextInt(3) == 0 ? missing + " or (" + condition(all) + ")" : more;
    }

    private Variable variable() {
        VariableType type = TYPES.get(random.nextInt(TYPES.size()));
        List<Level> levels = new ArrayList<>();
        if (type == VariableType.CATEGORY) {
            Map<String, Level> byCode = new LinkedHashMap<>();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                String code = text();
                byCode.putIfAbsent(code, random.nextBoolean() ? Level.of(code) : new Level(code, text()));
            }
            levels.addAll(byCode.values());
        }
        String unit = type == VariableType.DATE || type == VariableType.DATETIME
                ? List.of("", "d/m/y", "m/d/y").get(random.nextInt(3))
                : text();
        Variable variable = blank(type, levels).withUnit(unit).withRange(range(type));
        for (int i = random.nextInt(4); i > 0; i--) {
            String code = random.nextInt(4) == 0 ? "" : text();
            if (levels.stream().noneMatch(level -> level.code().equals(code))) {
                variable = variable.withMissing(code, filled());
            }
        }
        return variable.withNote(text());
    }

    private Variable blank(VariableType type, List<Level> levels) {
        return switch (type) {
            case NUMBER -> Variable.number(filled(), text());
            case CATEGORY -> Variable.category(filled(), text(), levels.toArray(Level[]::new));
            case DATE -> Variable.date(filled(), text());
            case TIME -> Variable.time(filled(), text());
            case DATETIME -> Variable.dateTime(filled(), text());
            case TEXT -> Variable.text(filled(), text());
            case IDENTIFIER -> Variable.identifier(filled(), text());
        };
    }

    /** A time of day, in milliseconds. */
    long milli() {
        return random.nextInt(3) == 0 ? 0 : random.nextLong(86_400_000);
    }

    private double limit(VariableType type) {
        return switch (type) {
            case NUMBER -> number();
            case DATE -> day();
            case TIME -> milli() / 1000.0;
            default -> day() * 86_400.0 + milli() / 1000.0;
        };
    }

    private Range range(VariableType type) {
        boolean none = type == VariableType.CATEGORY || type == VariableType.TEXT || type == VariableType.IDENTIFIER;
        if (none || random.nextInt(3) == 0) {
            return Range.ALL;
        }
        double a = limit(type);
        double b = limit(type);
        return switch (random.nextInt(3)) {
            case 0 -> new Range(a, Double.POSITIVE_INFINITY);
            case 1 -> new Range(Double.NEGATIVE_INFINITY, a);
            default -> new Range(Math.min(a, b), Math.max(a, b));
        };
    }
}
