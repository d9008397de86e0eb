package cohortkit.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * The {@code cohort} command. Exit codes: 0 fine, 1 a claim or check failed, 2 wrong use or bad input.
 *
 * <pre>{@code
 * var out = new StringWriter();
 * Main.commandLine().setOut(new PrintWriter(out)).execute("prevalence", file.toString(), "rls")   // 0
 * out.toString()   // "46/333 = 13.8 % (95 % CI 10.5 to 17.9; Wilson)...
 * }</pre>
 */
public final class Main {

    private Main() {}

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = commandLine().setOut(out).setErr(err).execute(arguments);
        // A full disk makes no exception in a PrintWriter.
        boolean lost = out.checkError();
        if (lost) {
            err.println("cohort: the output could not be written");
        }
        err.flush();
        System.exit(lost ? Problems.BAD_INPUT : exit);
    }

    /** The command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new CohortCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Problems::wrongUse)
                .setExecutionExceptionHandler(new Problems());
    }
}
