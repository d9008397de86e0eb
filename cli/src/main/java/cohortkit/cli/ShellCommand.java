package cohortkit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The JDK's own shell with the class path and the imports ready. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = {
            "Starts jshell with Cohortkit imported.",
            "With files, runs them and ends: 0 fine, 1 an assertion failed, 2 a mistake in the script or its data, or "
                    + "the number that /exit gives."
        })
final class ShellCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of snippets, such as analysis.jsh.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        return files.isEmpty() ? interactive(out) : new ShellScript(out).run(files);
    }

    private static int interactive(PrintWriter out) throws Exception {
        Logger settingsLog = Logger.getLogger("java.util.prefs");
        settingsLog.setLevel(Level.WARNING); // it greets a new home folder
        Preferences settings = Preferences.userRoot().node("cohortkit/shell");
        ShellMode.saveIn(settings);
        Path startup = Files.createTempFile("cohortkit", ".jsh");
        try {
            Files.writeString(startup, startup());
            out.println(resource("shell-help.txt"));
            // In this process: a second virtual machine would double the time to start.
            return JavaShellToolBuilder.builder()
                    .persistence(settings)
                    .start(
                            "--execution",
                            "local",
                            "--class-path",
                            System.getProperty("java.class.path"),
                            "--startup",
                            startup.toString());
        } finally {
            Files.deleteIfExists(startup);
            settingsLog.setLevel(null);
        }
    }

    /** The imports of a session. */
    static String startup() throws IOException {
        return resource("startup.jsh");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ShellCommand.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
