package cohortkit.cli;

import cohortkit.core.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Snippets from files, one after the other in one session. The value of an expression is printed as in the shell; the
 * first mistake ends the run and is told with its file and line.
 */
final class ShellScript {

    private static final String EXIT = "/exit";

    private final PrintWriter out;

    ShellScript(PrintWriter out) {
        this.out = out;
    }

    /**
     * Runs the files.
     *
     * @return the number of the first {@code /exit}, 1 at an assertion that fails, else 0
     * @throws InputException at a mistake in a script or its data
     */
    int run(List<Path> files) throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String line : ShellCommand.startup().lines().toList()) {
                shell.eval(line);
            }
            // A script's assertions are its checks: they hold whatever options Java was started with.
            shell.eval("new Object() {}.getClass().getClassLoader().setDefaultAssertionStatus(true);");
            for (Path file : files) {
                try {
                    run(shell, file);
                } catch (Exit exit) {
                    return exit.status;
                }
            }
        }
        return 0;
    }

    /** Line by line, as at the prompt: a statement ends with the first line that can end it. */
    private void run(JShell shell, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String pending = "";
        Place place = new Place(file, 1);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i == 0 && line.startsWith("#!")) {
                continue;
            }
            if (pending.isBlank()) {
                pending = "";
                place = new Place(file, i + 1);
                if (isCommand(line)) {
                    throw exit(shell, line.strip(), place);
                }
            }
            pending = evalComplete(shell, pending + line + "\n", place);
        }
        if (!pending.isBlank()) {
            throw place.problem("the statement that begins here does not end");
        }
    }

    private static boolean isCommand(String line) {
        return line.startsWith("/") && !line.startsWith("//") && !line.startsWith("/*");
    }

    /** Evaluates the statements that are complete; returns what is not. */
    private String evalComplete(JShell shell, String text, Place place) {
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.EMPTY) { // comments
                return "";
            }
            if (!next.completeness().isComplete()) {
                return rest;
            }
            eval(shell, next.source() == null ? rest : next.source(), place, true);
            rest = next.source() == null ? "" : next.remaining();
        }
        return "";
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private Exit exit(JShell shell, String command, Place place) {
        if (!command.equals(EXIT) && !command.startsWith(EXIT + " ")) {
            throw place.problem("'" + command + "' is not for scripts; of the shell's commands they have /exit alone");
        }
        String status = command.substring(EXIT.length()).strip();
        if (status.isEmpty()) {
            return new Exit(0);
        }
        String value = eval(shell, "(int) (" + status + ")", place, false);
        return new Exit(Integer.parseInt(value));
    }

    /** The last value of the source; printed where it is an expression's and printing is asked for. */
    private String eval(JShell shell, String source, Place place, boolean print) {
        String value = "";
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() != null) {
                continue; // an earlier snippet that this one completes
            }
            refuseMistakes(shell, event, place);
            value = event.value();
            if (print && value != null && isExpression(event.snippet())) {
                out.println(value);
            }
        }
        out.flush();
        return value == null ? "" : value;
    }

    private static boolean isExpression(Snippet snippet) {
        return switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    private static void refuseMistakes(JShell shell, SnippetEvent event, Place place) {
        if (event.status() == Snippet.Status.REJECTED) {
            Diag first = shell.diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .findFirst()
                    .orElseThrow();
            String before = event.snippet().source().substring(0, (int) Math.max(0, first.getPosition()));
            throw place.plus(lines(before)).problem(String.join(" ", words(first.getMessage(Locale.ROOT))));
        }
        if (event.exception() instanceof EvalException thrown) {
            String message = thrown.getMessage() == null ? "" : thrown.getMessage();
            String type = thrown.getExceptionClassName();
            if (type.equals(AssertionError.class.getName())) {
                throw new FailedAssertion(
                        place.describe("assertion failed" + (message.isEmpty() ? "" : ": " + message)));
            }
            boolean ours = type.equals(InputException.class.getName()) || type.startsWith("cohortkit.");
            throw place.problem(
                    ours && !message.isEmpty() ? message : type + (message.isEmpty() ? "" : ": " + message));
        }
        if (event.exception() != null) {
            throw place.problem(event.exception().getMessage());
        }
    }

    private static List<String> words(String message) {
        return message.lines().map(String::strip).toList();
    }

    /** Where a snippet begins. */
    private record Place(Path file, int line) {
        Place plus(int lines) {
            return new Place(file, line + lines);
        }

        String describe(String what) {
            return file + ":" + line + ": " + what;
        }

        InputException problem(String what) {
            return new InputException(describe(what));
        }
    }

    /** The end that a script asks for. */
    private static final class Exit extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        Exit(int status) {
            super(null, null, false, false);
            this.status = status;
        }
    }
}
