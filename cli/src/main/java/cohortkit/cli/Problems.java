package cohortkit.cli;

import cohortkit.core.InputException;
import cohortkit.io.RefusedImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
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
        command.getErr().println("cohort: " + problem.getMessage());
        command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return BAD_INPUT;
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
