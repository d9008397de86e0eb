package cohortkit.io;

import cohortkit.core.Level;
import cohortkit.core.Missing;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a column suggests beyond the type that an import without a codebook gives it ({@link ColumnEvidence}): words for
 * "missing" do not make text of numbers or dates; whole numbers of two kinds that begin with 0 or 1 are codes; a unique
 * column with an identifier's name is one; one level has one spelling, and comes second if it is the yes to another's no.
 */
final class DraftTyping {

    private static final Pattern IDENTIFIER_NAME = Pattern.compile(
            "(?i)((.*[ _.-])?(id|mrn|pid|uuid)"
                    + "|(patient|subject|participant|record|person|study|case|sample)([ _.-]?(id|no|nr|num|number|code|key))?\\.?)");
    /** Pairs in which the second is the one that people compare with. */
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("yes", "no"),
            Map.entry("y", "n"),
            Map.entry("true", "false"),
            Map.entry("present", "absent"),
            Map.entry("positive", "negative"),
            Map.entry("pos", "neg"),
            Map.entry("ever", "never"),
            Map.entry("exposed", "unexposed"),
            Map.entry("case", "control"),
            Map.entry("treated", "untreated"));

    private final Variable evident;
    private final ColumnProfile profile;
    private final Map<String, Missing> given;

    /**
     * @param evident as an import without a codebook has it
     * @param given missing codes that hold for every variable
     */
    DraftTyping(Variable evident, ColumnProfile profile, Map<String, Missing> given) {
        this.evident = evident;
        this.profile = profile;
        this.given = given;
    }

    /** Whether a variable's name is one that identifiers have. */
    static boolean isNamedIdentifier(Variable variable) {
        return IDENTIFIER_NAME.matcher(variable.name()).matches();
    }

    Variable variable() {
        HeaderText heading = HeaderText.of(evident.name());
        Variable typed = typed().withLabel(heading.label());
        boolean measured = typed.type() == VariableType.NUMBER && evident.unit().isEmpty();
        return measured ? typed.withUnit(heading.unit()) : typed;
    }

    private Variable typed() {
        String name = evident.name();
        if (isNamedIdentifier(evident) && profile.isUnique() && evident.type() != VariableType.CATEGORY) {
            return Variable.identifier(name, name);
        }
        return switch (evident.type()) {
            case NUMBER -> coded(evident);
            case CATEGORY, TEXT -> scalar().orElseGet(this::spelled);
            case DATE, TIME, DATETIME, IDENTIFIER -> evident;
        };
    }

    /** As codes, if it has two kinds of whole numbers that begin with 0 or 1, and else what stands apart from them. */
    private Variable coded(Variable number) {
        Set<Double> suspected = SuspectedCodes.among(profile.numbers()).keySet();
        List<Double> values = profile.numbers().keySet().stream()
                .filter(x -> !suspected.contains(x) && !isGiven(x))
                .toList();
        boolean two = values.size() == 2
                && (values.get(0) == 0 || values.get(0) == 1)
                && values.get(1) == values.get(0) + 1
                && number.unit().isEmpty();
        if (!two) {
            return number;
        }
        Level[] levels = profile.numbers().keySet().stream()
                .filter(x -> !isGiven(x))
                .map(x -> Level.of(Numbers.shown(x)))
                .toArray(Level[]::new);
        Variable category = Variable.category(number.name(), number.label(), levels);
        for (Map.Entry<String, Missing> code : number.missingCodes().entrySet()) {
            category = category.withMissing(code.getKey(), code.getValue().reason());
        }
        return category;
    }

    private boolean isGiven(double x) {
        return given.containsKey(Numbers.shown(x));
    }

    /** As numbers or dates, if all that is neither is a word for "missing". */
    private Optional<Variable> scalar() {
        List<String> words = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String text : profile.texts().keySet()) {
            String clean = Spaces.clean(text);
            (SuspectedCodes.isWord(clean) || given.containsKey(clean) ? words : values).add(clean);
        }
        if (words.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        Variable scalar;
        if (values.stream().allMatch(DraftTyping::isNumber)) {
            scalar = Variable.number(evident.name(), evident.label());
        } else if (values.stream().allMatch(isDate(false))) {
            scalar = Variable.date(evident.name(), evident.label());
        } else if (values.stream().allMatch(isDate(true))) {
            scalar = Variable.dateTime(evident.name(), evident.label());
        } else {
            return Optional.empty();
        }
        for (Map.Entry<String, Missing> code : evident.missingCodes().entrySet()) {
            scalar = scalar.withMissing(code.getKey(), code.getValue().reason());
        }
        for (String word : words) {
            if (!given.containsKey(word)) {
                scalar = scalar.withMissing(word, SuspectedCodes.reason(word));
            }
        }
        return Optional.of(scalar);
    }

    /** A text with a leading zero is no number. */
    private static boolean isNumber(String text) {
        return !text.matches("[+-]?0[0-9].*")
                && (Numbers.parse(text).isPresent()
                        || Numbers.parseDecimalComma(text).isPresent());
    }

    private static Predicate<String> isDate(boolean timed) {
        return text -> {
            DateText.Reading reading = DateText.read(text, DateText.Order.UNKNOWN);
            return reading.date() != null && (timed || reading.time() == null);
        };
    }

    /** One level for all spellings in upper and lower case, the most frequent; the reference first where it is known. */
    private Variable spelled() {
        if (evident.type() == VariableType.TEXT) {
            return evident;
        }
        Map<String, String> spellings = new LinkedHashMap<>();
        for (Level level : evident.levels()) {
            if (!given.containsKey(level.code())) {
                spellings.merge(
                        Spaces.lower(level.code()), level.code(), (one, two) -> count(two) > count(one) ? two : one);
            }
        }
        if (spellings.isEmpty()) {
            return Variable.text(evident.name(), evident.label());
        }
        List<String> codes = new ArrayList<>(spellings.values());
        codes.sort(Comparator.comparing(Spaces::lower));
        for (String code : List.copyOf(codes)) {
            String reference = spellings.get(REFERENCES.getOrDefault(Spaces.lower(code), ""));
            if (reference != null) {
                codes.remove(reference);
                codes.add(codes.indexOf(code), reference);
            }
        }
        Variable spelled = Variable.category(
                evident.name(), evident.label(), codes.stream().map(Level::of).toArray(Level[]::new));
        for (Map.Entry<String, Missing> code : evident.missingCodes().entrySet()) {
            spelled = spelled.withMissing(code.getKey(), code.getValue().reason());
        }
        return spelled;
    }

    private int count(String text) {
        return profile.texts().getOrDefault(text, 0);
    }
}
