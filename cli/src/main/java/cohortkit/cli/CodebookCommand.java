package cohortkit.cli;

import cohortkit.core.Codebook;
import cohortkit.core.InputException;
import cohortkit.core.Variable;
import cohortkit.io.CodebookDraft;
import cohortkit.io.CodebookFile;
import cohortkit.io.ImportProgress;
import cohortkit.io.Workbook;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A codebook from data, or from a REDCap data dictionary. */
@Command(
        name = "codebook",
        mixinStandardHelpOptions = true,
        description = {
            "Drafts a codebook from a data file, with the evidence.",
            "Types, levels, units, and what looks like a missing code. A REDCap data",
            "dictionary is translated."
        })
final class CodebookCommand implements Callable<Integer> {

    private static final String SUSPECTED = "SUSPECTED";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the codebook as .csv or .xlsx, to edit and use as --codebook.")
    private Path out;

    @Option(
            names = "--missing-codes",
            paramLabel = "CODES",
            description = {
                "Codes that mean \"missing\" wherever they stand, with",
                "their reasons, such as \"-99=unknown; -98=refused\"."
            })
    private String missingCodes;

    @Mixin
    private TableOptions table;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        requireApart();
        CodebookDraft draft = draft();
        if (out != null) {
            CodebookFile.write(draft.codebook(), out);
        }
        spec.commandLine().getOut().print(result(draft).as(format.format()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void requireApart() {
        if (out != null
                && out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new InputException(
                    "'" + out.getFileName() + "' is read; --out needs a file of its own, apart from it");
        }
    }

    private CodebookDraft draft() {
        String codes = missingCodes == null ? "" : missingCodes;
        Workbook workbook = table.open(file, ImportProgress.none());
        boolean dictionary = workbook.codebook().filter(Codebook::isPartial).isPresent();
        return dictionary
                ? new CodebookDraft(CodebookFile.read(file, codes), List.of("translated from a REDCap data dictionary"))
                : workbook.draft(table.options(), codes);
    }

    private Result result(CodebookDraft draft) {
        List<String> notes = new ArrayList<>(draft.notes());
        long suspected = 0;
        for (Variable variable : draft.codebook()) {
            suspected += variable.note().contains(SUSPECTED) ? 1 : 0;
        }
        if (suspected > 0) {
            notes.add("a suspected code is applied once it stands in the column \"missing\", such as 999=not recorded");
        }
        if (out == null) {
            notes.add("--out FILE writes it with labels, levels and notes, to edit and use as --codebook");
        }
        ResultTable glance = new ResultTable(
                List.of("variables", "suspected"),
                List.of(List.<Object>of(draft.codebook().size(), suspected)));
        return new Result(tidy(draft.codebook()), glance, notes);
    }

    private ResultTable tidy(Codebook codebook) {
        if (format.format() != Format.TEXT) {
            List<List<String>> rows = CodebookFile.rows(codebook);
            return new ResultTable(rows.get(0), rows.subList(1, rows.size()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Variable variable : codebook) {
            String missing = variable.missingCodes().entrySet().stream()
                    .map(code -> (code.getKey().isEmpty() ? "blank" : code.getKey()) + "=" + code.getValue())
                    .collect(Collectors.joining("; "));
            rows.add(List.of(variable.name(), variable.described(), missing, variable.note()));
        }
        return new ResultTable(List.of("variable", "kind", "missing", "note"), rows);
    }
}
