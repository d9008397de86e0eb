package cohortkit.docs;

import java.util.List;
import java.util.regex.Pattern;

/** Words as a POSIX shell splits them, in quotes or not; pages need no more of a shell. */
final class CommandLineWords {

    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private CommandLineWords() {}

    static List<String> of(String line) {
        return WORD.matcher(line)
                .results()
                .map(match -> match.group().replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2"))
                .toList();
    }
}
