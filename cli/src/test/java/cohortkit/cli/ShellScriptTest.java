package cohortkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellScriptTest {

    @TempDir
    private Path folder;

    @Test
    void values_of_expressions_are_printed_and_declarations_are_not() throws IOException {
        CommandRun run = run("""
                #!/usr/bin/env -S cohort shell
                // A table of counts.
                var table = new TwoByTwo(16, 30, 46, 241)
                table.riskRatio()
                int twice(int n) {
                    return 2 * n;
                }
                twice(4)
                System.out.print("")
                // the end
                """);

        assertThat(run.out().lines()).containsExactly("2.17 (95 % CI 1.35 to 3.49; log Wald)", "8");
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_chain_may_end_its_lines_with_the_dot() throws IOException {
        assertThat(run("new TwoByTwo(16, 30, 46, 241).\n  riskRatio().\n  measure()\n")
                        .out())
                .isEqualTo("RISK_RATIO\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void exit_ends_with_its_number_and_nothing_after_it_runs() throws IOException {
        CommandRun run = run("var table = new TwoByTwo(16, 30, 46, 241);\n/exit table.a() == 16 ? 7 : 8\n1 + 1\n");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.out()).isEmpty();
        assertThat(run("/exit\n").exit()).isZero();
    }

    @Test
    void a_failed_assertion_is_a_failed_check() throws IOException {
        CommandRun run = run("var n = 3;\n\nassert n == 4 : \"n is \" + n;\n");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("analysis.jsh:3: assertion failed: n is 3");
    }

    @Test
    void a_misspelt_variable_is_answered_with_the_nearest_name() throws IOException {
        Path data = Files.writeString(folder.resolve("d.csv"), "id,rls,insomnia\n1,yes,no\n2,no,yes\n3,no,no\n");
        CommandRun run = run("var d = Workbook.open(Path.of(\""
                + data.toString().replace("\\", "/") + "\")).cohort()\nPrevalence.of(d, \"rsl\")\n");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("analysis.jsh:2: no variable 'rsl'").contains("did you mean 'rls'?");
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void what_does_not_compile_is_told_by_its_line() throws IOException {
        CommandRun run = run("var n = 3;\nint twice(int x) {\n    return 2 * x\n         + y;\n}\ntwice(1)\n");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("analysis.jsh:6:").contains("twice");

        assertThat(run("1 + 1\n\"a\" - 1\n").err()).contains("analysis.jsh:2: bad operand types");
    }

    @Test
    void a_statement_without_an_end_and_a_command_of_the_shell_are_refused() throws IOException {
        assertThat(run("1 + 1\nfoo(\n").err()).contains("analysis.jsh:2: the statement that begins here does not end");
        assertThat(run("\n/vars\n").err()).contains("analysis.jsh:2: '/vars' is not for scripts");
    }

    @Test
    void an_exception_of_java_is_told_in_one_line() throws IOException {
        CommandRun run = run("1 / 0\n");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("analysis.jsh:1: java.lang.ArithmeticException: / by zero");
    }

    @Test
    void scripts_share_a_session_and_a_missing_one_is_named() throws IOException {
        Path first = Files.writeString(folder.resolve("first.jsh"), "var n = 3\n");
        Path second = Files.writeString(folder.resolve("second.jsh"), "n + 1\n");

        assertThat(CommandRun.of("shell", first.toString(), second.toString())
                        .out()
                        .strip())
                .isEqualTo("4");
        CommandRun missing = CommandRun.of("shell", folder.resolve("none.jsh").toString());
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no file").contains("none.jsh");
    }

    private CommandRun run(String script) throws IOException {
        return CommandRun.of(
                "shell",
                Files.writeString(folder.resolve("analysis.jsh"), script).toString());
    }
}
