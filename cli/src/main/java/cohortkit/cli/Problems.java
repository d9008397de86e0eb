package cohortkit.cli;

import cohortkit.core.InputException;
import cohortkit.io.RefusedImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in words what went wrong; never a bare stack trace. */
final class Problems implements IExecutionExceptionHandler {

    static final int FAILED_CHECK = 1;
    static final int BAD_INPUT = 2;

    /** One message and where to read on, in the place of the whole help. */
    static int wrongUse(ParameterException problem, String... arguments) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println("cohort: " + message(problem));
        command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_INPUT;
    }

    /** Choices as they are typed, in place of constants. */
    private static String message(ParameterException problem) {
        String message = String.valueOf(problem.getMessage());
        int constants = message.indexOf(": expected one of [");
        if (constants < 0
                || problem.getArgSpec() == null
                || problem.getArgSpec().completionCandidates() == null) {
            return message;
        }
        List<String> choices = new ArrayList<>();
        problem.getArgSpec().completionCandidates().forEach(choices::add);
        String was = message.substring(message.lastIndexOf("but was ") + "but was ".length());
        return message.substring(0, constants) + ": " + was + "; there are " + String.join(", ", choices);
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        command.getErr().println("cohort: " + message(problem));
        return problem instanceof RefusedImport || problem instanceof FailedAssertion ? FAILED_CHECK : BAD_INPUT;
    }

    private static String message(Exception problem) {
        if (problem instanceof InputException || problem instanceof FailedAssertion) {
            return problem.getMessage();
        }
        if (problem instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            return "cannot read or write: " + problem.getMessage();
        }
        StackTraceElement[] trace = problem.getStackTrace();
        return "this should not happen; please report it: " + problem + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
