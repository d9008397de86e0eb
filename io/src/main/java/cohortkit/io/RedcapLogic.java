package cohortkit.io;

import cohortkit.core.Codebook;
import cohortkit.core.Condition;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * REDCap's branching logic as a condition: {@code [sex] = '1' and [race(2)] = '1'} is
 * {@code sex = '1' and race___2 = '1'} ("Branching Logic", REDCap help). What the one language says and the other does
 * not, such as {@code datediff}, smart variables and fields of other events, is not translated, and the reason says why.
 */
final class RedcapLogic {

    private static final Pattern TOKEN = Pattern.compile("\\s+|\\[(?<field>[^\\[\\]]*)\\]|'(?<single>[^']*)'"
            + "|\"(?<double>[^\"]*)\"|(?<number>\\d+(?:\\.\\d+)?|\\.\\d+)|(?<word>[A-Za-z_][A-Za-z_0-9]*)"
            + "|(?<sign><=|>=|<>|!=|[=<>()+*/,-])");
    private static final Pattern FIELD = Pattern.compile("([a-z][a-z0-9_]*)(?:\\(([^()]+)\\))?");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(//|#).*$");
    private static final Set<String> EQUAL = Set.of("=", "<>", "!=");
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

    private enum Kind {
        FIELD,
        TEXT,
        NUMBER,
        WORD,
        SIGN
    }

    private record Token(Kind kind, String text) {

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isRelation() {
            return kind == Kind.SIGN && (EQUAL.contains(text) || ORDER.contains(text));
        }
    }

    /**
     * A translation, or why there is none.
     *
     * @param condition empty if there is none
     * @param reason empty if there is one
     */
    record Translation(Optional<Condition> condition, String reason) {}

    private static final class Untranslatable extends Exception {

        private static final long serialVersionUID = 1L;

        Untranslatable(String reason) {
            super(reason);
        }
    }

    private final Codebook codebook;
    private final List<Token> tokens = new ArrayList<>();

    private RedcapLogic(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The logic as a condition on variables of that codebook. */
    static Translation translate(String logic, Codebook codebook) {
        RedcapLogic translator = new RedcapLogic(codebook);
        try {
            translator.tokenize(COMMENT.matcher(logic).replaceAll(" "));
            Condition condition = Condition.parse(translator.condition());
            return new Translation(Optional.of(condition.checkedAgainst(codebook)), "");
        } catch (Untranslatable e) {
            return new Translation(Optional.empty(), e.getMessage());
        } catch (InputException e) {
            String first = e.getMessage().lines().findFirst().orElse("it does not parse");
            // The place is one in the translation, which nobody sees.
            return new Translation(Optional.empty(), first.replaceFirst("^the condition .* at position \\d+: ", ""));
        }
    }

    private void tokenize(String logic) throws Untranslatable {
        Matcher matcher = TOKEN.matcher(logic);
        int at = 0;
        while (at < logic.length()) {
            matcher.region(at, logic.length());
            if (!matcher.lookingAt()) {
                throw new Untranslatable("'" + logic.charAt(at) + "' is not known");
            }
            boolean joined = at > 0 && logic.charAt(at - 1) == ']' && matcher.group("field") != null;
            if (joined) {
                throw new Untranslatable("fields of other events are in other rows");
            }
            token(matcher).ifPresent(tokens::add);
            at = matcher.end();
        }
    }

    private static Optional<Token> token(Matcher matcher) {
        for (Kind kind : List.of(Kind.FIELD, Kind.NUMBER, Kind.WORD, Kind.SIGN)) {
            String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return Optional.of(new Token(kind, kind == Kind.FIELD ? text.strip() : text));
            }
        }
        String quoted = matcher.group("single") == null ? matcher.group("double") : matcher.group("single");
        return Optional.ofNullable(quoted).map(text -> new Token(Kind.TEXT, text));
    }

    private String condition() throws Untranslatable {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isBlankTest(i)) {
                words.add((tokens.get(i + 1).is("=") ? "" : "not ") + "missing(" + variable(token) + ")");
                i += 2;
            } else if (token.kind() == Kind.WORD && at(i + 1).is("(") && isMissingTest(i)) {
                words.add("missing(" + variable(tokens.get(i + 2)) + ")");
                i += 3;
            } else {
                words.add(word(i));
            }
        }
        return String.join(" ", words).replace("( ", "(").replace(" )", ")");
    }

    private Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : new Token(Kind.SIGN, "");
    }

    /** [x] = '' and [x] &lt;&gt; '' ask whether it is blank. */
    private boolean isBlankTest(int i) {
        return at(i).kind() == Kind.FIELD
                && EQUAL.contains(at(i + 1).text())
                && at(i + 2).kind() == Kind.TEXT
                && at(i + 2).text().isEmpty();
    }

    private boolean isMissingTest(int i) {
        return at(i).text().equalsIgnoreCase("isblankormissingcode")
                && at(i + 2).kind() == Kind.FIELD
                && at(i + 3).is(")");
    }

    private String word(int i) throws Untranslatable {
        Token token = tokens.get(i);
        return switch (token.kind()) {
            case FIELD -> variable(token);
            case SIGN -> token.text();
            case TEXT, NUMBER -> literal(i);
            case WORD -> {
                String word = token.text().toLowerCase(Locale.ROOT);
                if (!word.equals("and") && !word.equals("or")) {
                    throw new Untranslatable("'" + token.text() + "' is not known");
                }
                yield word;
            }
        };
    }

    private String variable(Token token) throws Untranslatable {
        Matcher field = FIELD.matcher(token.text());
        if (!field.matches()) {
            throw new Untranslatable("[" + token.text() + "] is no field of the dictionary");
        }
        String name = field.group(2) == null
                ? field.group(1)
                : RedcapText.checkboxColumn(field.group(1), field.group(2).strip());
        if (codebook.find(name).isEmpty()) {
            throw new Untranslatable("[" + token.text() + "] is no field of the dictionary");
        }
        return name;
    }

    /** Numbers stand in quotes or not in REDCap; here only codes and text do. */
    private String literal(int i) throws Untranslatable {
        String text = tokens.get(i).text();
        int relation = at(i - 1).isRelation() || (at(i - 1).is("-") && at(i - 2).isRelation()) ? i - 1 : i + 1;
        int other = relation < i ? (at(relation).is("-") ? i - 3 : i - 2) : i + 2;
        if (at(other).kind() != Kind.FIELD) {
            return tokens.get(i).kind() == Kind.NUMBER || Numbers.parse(text).isPresent() ? text : quoted(text);
        }
        Variable variable = codebook.variable(variable(at(other)));
        String signed = at(i - 1).is("-") ? "-" + text : text;
        if (variable.missingCodes().containsKey(signed)) {
            throw new Untranslatable("'" + signed + "' is a missing code of '" + variable.name() + "'");
        }
        boolean ordered = ORDER.contains(at(relation).text());
        return switch (variable.type()) {
            case NUMBER, DATE -> text;
            case CATEGORY -> ordered ? text : quoted(text);
            default -> quoted(text);
        };
    }

    private static String quoted(String text) throws Untranslatable {
        if (text.indexOf('\'') >= 0 && text.indexOf('"') >= 0) {
            throw new Untranslatable("a text has both kinds of quotes");
        }
        return text.indexOf('\'') >= 0 ? '"' + text + '"' : "'" + text + "'";
    }
}
