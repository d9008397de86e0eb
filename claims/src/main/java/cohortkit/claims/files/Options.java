package cohortkit.claims.files;

import cohortkit.core.InputException;
import cohortkit.core.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands behind the variables of a computation: methods by name, a level such as 90%, {@code by STRATUM}. */
final class Options {

    private static final String BY = "by ";

    private final List<String> unread;

    Options(List<String> texts) {
        unread = new ArrayList<>(texts);
    }

    /** The level of confidence, 0.95 if none is named. */
    double level() {
        for (String text : unread) {
            if (text.endsWith("%")) {
                unread.remove(text);
                return level(text);
            }
        }
        return Interval.DEFAULT_LEVEL;
    }

    private static double level(String text) {
        try {
            double level =
                    Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100;
            if (level > 0 && level < 1) {
                return level;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new InputException("'" + text + "' is not a level of confidence such as 90%");
    }

    /** The stratum's variable. */
    Optional<String> stratum() {
        Optional<String> found =
                unread.stream().filter(text -> text.startsWith(BY)).findFirst();
        found.ifPresent(unread::remove);
        return found.map(text -> text.substring(BY.length()).strip());
    }

    /** The method among the constants, or the usual one if none of them is named. */
    <E extends Enum<E>> E method(E usual) {
        E[] constants = usual.getDeclaringClass().getEnumConstants();
        for (String text : unread) {
            for (E constant : constants) {
                if (plain(text).equals(plain(constant.name()))) {
                    unread.remove(text);
                    return constant;
                }
            }
        }
        return usual;
    }

    /** An error if something was not understood. */
    <E extends Enum<E>> void requireAllRead(Class<E> methods) {
        if (!unread.isEmpty()) {
            throw new InputException("'" + unread.get(0) + "' is not understood here; methods are "
                    + Arrays.stream(methods.getEnumConstants())
                            .map(constant -> plain(constant.name()))
                            .collect(Collectors.joining(", "))
                    + "; a level is written 90%");
        }
    }

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }
}
