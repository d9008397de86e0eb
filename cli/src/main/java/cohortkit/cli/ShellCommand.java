package cohortkit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The JDK's own shell with the class path and the imports ready. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "Starts jshell with Cohortkit imported. With files, runs them first.")
final class ShellCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of snippets, such as analysis.jsh.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws Exception {
        Path startup = Files.createTempFile("cohortkit", ".jsh");
        try {
            Files.write(startup, startup());
            // In this process: a second virtual machine would double the time to start.
            List<String> arguments = new ArrayList<>(List.of(
                    "--execution",
                    "local",
                    "--class-path",
                    System.getProperty("java.class.path"),
                    "--startup",
                    startup.toString()));
            arguments.addAll(files);
            return JavaShellToolBuilder.builder().start(arguments.toArray(String[]::new));
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    /** The imports of a session. */
    static byte[] startup() throws IOException {
        try (InputStream in = ShellCommand.class.getResourceAsStream("startup.jsh")) {
            return in.readAllBytes();
        }
    }
}
