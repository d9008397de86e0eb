package cohortkit.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * How the shell answers: an expression with its whole value and nothing else, a declaration with silence, as at the
 * prompt of a statistics program.
 */
final class ShellMode {

    private static final String COMMANDS = """
            /set mode cohort concise -quiet
            /set prompt cohort "cohort> " "   ...> "
            /set truncation cohort 1000000 expression,varvalue
            /set format cohort display "{value}{post}" expression-ok
            /set format cohort display "{value}{post}" varvalue-ok
            /set format cohort display "" vardecl,varinit,assignment-ok
            /set mode cohort -retain
            /set feedback -retain cohort
            /exit
            """;

    /** By which JDK, from which commands the mode was made. */
    private static final String MADE = "COHORTKIT_MODE";

    private ShellMode() {}

    /**
     * Puts the mode where the tool finds it. A start-up file cannot: the tool reads it before it knows any mode. So a
     * first run of the tool, without a console, retains the mode in the encoding of this JDK; once for each JDK.
     */
    static void saveIn(Preferences settings) throws Exception {
        String made = Runtime.version() + " " + COMMANDS.hashCode();
        if (made.equals(settings.get(MADE, ""))) {
            return;
        }
        Map<String, String> retained = new HashMap<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        JavaShellToolBuilder.builder()
                .persistence(retained)
                .in(new ByteArrayInputStream(COMMANDS.getBytes(StandardCharsets.UTF_8)), null)
                .out(nowhere, nowhere, nowhere)
                .err(nowhere, nowhere)
                .start("--execution", "local", "--no-startup", "-s");
        retained.forEach((key, value) -> {
            if (!key.startsWith("HISTORY")) {
                settings.put(key, value);
            }
        });
        settings.put(MADE, made);
    }
}
