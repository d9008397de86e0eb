package cohortkit.cli;

import cohortkit.claims.check.Checked;
import cohortkit.claims.meaning.Design;
import cohortkit.claims.text.TextCheck;
import cohortkit.claims.text.TextFinding;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import cohortkit.io.PaperText;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Anybody's printed figures against each other. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks printed figures: of a text in quotes, or of a paper as text, HTML or docx.",
            "Prints each sentence with what was found and how sure it is. Exits with 1 when a figure",
            "is contradicted, which is said only where no rounding rule allows it."
        })
final class CheckCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("sentence", "verdict", "check", "figures", "reason", "sureness", "text");

    private static final String GIVE = "give a figure such as \"OR 2.32 (1.23-4.39), p=0.002\", or a file";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TEXT|FILE",
            description = "Such as \"OR 2.32 (1.23-4.39), p=0.002\", or a .txt, .html or .docx file.")
    private String input;

    @Option(
            names = "--design",
            paramLabel = "DESIGN",
            defaultValue = "UNKNOWN",
            description = "cross_sectional, case_control, case_report, cohort or trial. Default: as the text says.")
    private Design design;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        TextCheck check = TextCheck.of(text(), design);
        if (check.sentences() == 0) {
            throw new InputException("there is no number in '" + input + "'; " + GIVE);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                format.format() == Format.TEXT
                        ? forPeople(check)
                        : result(check).as(format.format()));
        out.flush();
        return check.hasContradiction() ? Problems.FAILED_CHECK : 0;
    }

    private String text() {
        if (input.isBlank()) {
            throw new InputException("the text is empty; " + GIVE);
        }
        if (isFile()) {
            return PaperText.read(Path.of(input));
        }
        if (input.matches("(?i)\\S+\\.(?:txt|md|html?|docx|doc|pdf)")) {
            throw new InputException("there is no file " + input);
        }
        return input;
    }

    private boolean isFile() {
        try {
            return Files.exists(Path.of(input));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static String forPeople(TextCheck check) {
        StringBuilder text = new StringBuilder();
        int last = 0;
        for (TextFinding finding : check.findings()) {
            if (finding.number() != last || !text.toString().contains(finding.sentence())) {
                text.append(last == 0 ? "" : "\n").append(finding.sentence()).append('\n');
                last = finding.number();
            }
            Checked checked = finding.checked();
            text.append("  ").append(checked).append('\n');
            text.append("    ").append(checked.sureness()).append('\n');
        }
        return text.append(last == 0 ? "" : "\n")
                .append(summary(check))
                .append('\n')
                .toString();
    }

    private static String summary(TextCheck check) {
        long contradicted = contradicted(check);
        return check.sentences() + (check.sentences() == 1 ? " sentence" : " sentences") + " with numbers, "
                + Count.of(check.findings().size(), "check") + ", " + contradicted + " contradicted";
    }

    private static long contradicted(TextCheck check) {
        return check.findings().stream()
                .filter(finding -> finding.checked().isContradicted())
                .count();
    }

    private static Result result(TextCheck check) {
        List<List<?>> rows = new ArrayList<>();
        for (TextFinding finding : check.findings()) {
            Checked checked = finding.checked();
            rows.add(List.of(
                    finding.number(),
                    checked.verdict().kind().name(),
                    checked.check(),
                    checked.figures(),
                    checked.verdict().reason(),
                    checked.sureness(),
                    finding.sentence()));
        }
        ResultTable glance = new ResultTable(
                List.of("sentences", "checks", "contradicted"),
                List.of(List.of(check.sentences(), check.findings().size(), contradicted(check))));
        return new Result(new ResultTable(COLUMNS, rows), glance, List.of());
    }
}
