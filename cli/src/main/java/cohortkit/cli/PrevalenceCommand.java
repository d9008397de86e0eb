package cohortkit.cli;

import cohortkit.core.Cohort;
import cohortkit.core.InputException;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.StatTables;
import cohortkit.stats.Prevalence;
import cohortkit.stats.ProportionInterval;
import java.io.PrintWriter;
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

/** How frequent an event is. */
@Command(
        name = "prevalence",
        mixinStandardHelpOptions = true,
        description = "Prints the prevalence of a binary variable's event, or of one level of a category.")
final class PrevalenceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "xlsx, xls or CSV.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "VAR",
            description = "A variable, or VAR=LEVEL for a category of several levels.")
    private String variable;

    @Option(names = "--by", paramLabel = "VAR", description = "One prevalence for each level of this category.")
    private String by;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "wilson",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas. Default: ${DEFAULT-VALUE}.")
    private List<ProportionInterval> methods;

    @Mixin
    private DataOptions data;

    @Mixin
    private LevelOption level;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Cohort cohort = data.read(file);
        List<Prevalence> prevalences = new ArrayList<>();
        for (ProportionInterval method : methods) {
            prevalences.addAll(compute(cohort, method));
        }
        List<String> notes = new ArrayList<>(DataOptions.notes(cohort));
        if (variable.equals(name())) {
            notes.add(0, DataOptions.counted(cohort, "event", variable));
        }
        // The other methods have the same people.
        prevalences.subList(0, prevalences.size() / methods.size()).forEach(p -> notes.addAll(missing(p)));
        PrintWriter out = spec.commandLine().getOut();
        if (format.format() == Format.TEXT) {
            prevalences.forEach(out::println);
            notes.forEach(out::println);
        } else {
            long known = cohort.size()
                    - cohort.missing(name()).values().stream().mapToLong(n -> n).sum();
            ResultTable glance =
                    new ResultTable(List.of("nobs", "missing"), List.of(List.of(known, cohort.size() - known)));
            out.print(new Result(StatTables.prevalences(prevalences), glance, notes).as(format.format()));
        }
        out.flush();
        return 0;
    }

    private static List<String> missing(Prevalence prevalence) {
        return prevalence.missing().isEmpty()
                ? List.of()
                : List.of((prevalence.group().isEmpty() ? "" : prevalence.group() + ": ")
                        + "missing, not in the denominator: " + prevalence.missing());
    }

    private String name() {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }

    private List<Prevalence> compute(Cohort cohort, ProportionInterval method) {
        boolean ofLevel = variable.length() > name().length();
        if (by != null && ofLevel) {
            throw new InputException("--by needs a binary variable; '" + variable + "' names one level");
        }
        if (by != null) {
            return Prevalence.by(cohort, variable, by, method, level.level());
        }
        return List.of(
                ofLevel
                        ? Prevalence.of(cohort, name(), variable.substring(name().length() + 1), method, level.level())
                        : Prevalence.of(cohort, variable, method, level.level()));
    }
}
