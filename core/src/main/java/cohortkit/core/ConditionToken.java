package cohortkit.core;

import java.util.Locale;

/**
 * A word of a condition.
 *
 * @param text without quotes
 */
record ConditionToken(Kind kind, String text, Place place) {

    enum Kind {
        /** A variable's name or a word such as "and". */
        WORD,
        /** A variable's name in backquotes. */
        QUOTED_NAME,
        NUMBER,
        DATE,
        TEXT,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
    }

    String found() {
        return kind == Kind.END ? "the condition ends there" : "found '" + text + "'";
    }
}
