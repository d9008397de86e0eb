package cohortkit.claims.files;

import cohortkit.claims.FeasibleTables;
import cohortkit.claims.feasible.ReconstructedCohort;
import cohortkit.core.CellRef;
import cohortkit.core.Cohort;
import cohortkit.core.CohortReader;
import cohortkit.core.InputException;
import cohortkit.core.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data files and printed numbers of a study's folder, each read when it is first asked for. */
final class StudyData {

    static final String PRINTED = "printed.csv";

    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "xlsx", "xlsm", "xls");
    private static final String CODEBOOK = "codebook";

    private final Path folder;
    private final CohortReader reader;
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Path> codebooks = new TreeMap<>();
    private final Map<String, DataSource> read = new HashMap<>();
    private final Map<String, FeasibleTables> tables = new HashMap<>();
    private final Map<String, PrintedSet> printed;
    private final Map<String, PrintedTable> shaped;
    private final Map<String, List<CellRef>> printedCells;

    /**
     * Looks which files there are.
     *
     * @throws InputException if two have the same name, or a codebook serves no file
     */
    StudyData(Path folder, CohortReader reader) {
        this.folder = folder;
        this.reader = reader;
        for (Path file : list(folder)) {
            String name = stem(file);
            boolean isData = !name.equals("figures") && !name.equals("printed");
            Map<String, Path> kind = isCodebook(name) ? codebooks : files;
            if (isData) {
                Path before = kind.put(name, file);
                if (before != null) {
                    throw new InputException(folder + " holds " + before.getFileName() + " and " + file.getFileName()
                            + "; data are named by the file without its ending, so that one must be renamed");
                }
            }
        }
        requireUseful();
        Path file = folder.resolve(PRINTED);
        if (Files.exists(file)) {
            PrintedCsv read = PrintedCsv.read(file);
            printed = read.sets();
            shaped = read.tables();
            printedCells = read.cells();
        } else {
            printed = Map.of();
            shaped = Map.of();
            printedCells = Map.of();
        }
    }

    private static boolean isCodebook(String name) {
        return name.equals(CODEBOOK) || name.endsWith("-" + CODEBOOK);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> ENDINGS.contains(ending(file)))
                    .filter(file -> !file.getFileName().toString().startsWith(".")
                            && !file.getFileName().toString().startsWith("~"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private void requireUseful() {
        for (Map.Entry<String, Path> codebook : codebooks.entrySet()) {
            boolean served = codebook.getKey().equals(CODEBOOK)
                    ? files.size() == 1
                    : files.containsKey(
                            codebook.getKey().substring(0, codebook.getKey().length() - CODEBOOK.length() - 1));
            if (!served) {
                throw new InputException(folder + ": " + codebook.getValue().getFileName()
                        + " serves no data file; codebook.csv is for the only one, NAME-codebook.csv for NAME; data: "
                        + (files.isEmpty() ? "none" : String.join(", ", files.keySet())));
            }
        }
    }

    /**
     * The data file of that name, or the only one.
     *
     * @throws InputException if there is none, or several and no name
     */
    DataSource source(Optional<String> name) {
        if (files.isEmpty()) {
            throw new InputException("there is no data file in " + folder + "; put one there: "
                    + String.join(", ", new java.util.TreeSet<>(ENDINGS)));
        }
        if (name.isEmpty() && files.size() > 1) {
            throw new InputException("there are several data files; name one, such as 'from "
                    + files.keySet().iterator().next() + "': " + String.join(", ", files.keySet()));
        }
        String wanted = name.orElseGet(() -> files.keySet().iterator().next());
        Path file = files.get(wanted);
        if (file == null) {
            throw new InputException(
                    "there is no data file '" + wanted + "'; " + NearestNames.of(wanted, files.keySet()));
        }
        return read.computeIfAbsent(wanted, key -> new DataSource(key, file, reader.read(file, codebook(key))));
    }

    private Optional<Path> codebook(String name) {
        return Optional.ofNullable(codebooks.get(name + "-" + CODEBOOK))
                .or(() -> Optional.ofNullable(codebooks.get(CODEBOOK)));
    }

    /** Every table that agrees with the set of printed numbers of that name; empty if there is no such set. */
    Optional<FeasibleTables> printedSet(String name) {
        return Optional.ofNullable(printed.get(name)).map(set -> tables.computeIfAbsent(name, key -> set.tables()));
    }

    /** What is printed of the table of a declared shape of that name; empty if there is no such set. */
    Optional<PrintedTable> printedTable(String name) {
        return Optional.ofNullable(shaped.get(name));
    }

    /** The cells of {@value #PRINTED} with the numbers of a set. */
    List<CellRef> printedCells(String name) {
        return printedCells.getOrDefault(name, List.of());
    }

    /** Invented people for each set of printed numbers, by its name; see {@link ReconstructedCohort}. */
    Map<String, Cohort> reconstructed(long seed) {
        Map<String, Cohort> invented = new LinkedHashMap<>();
        for (String name : printed.keySet()) {
            invented.put(name, ReconstructedCohort.oneOf(printedSet(name).orElseThrow(), seed));
        }
        shaped.forEach((name, table) -> invented.put(name, ReconstructedCohort.oneOf(table.tables(), seed)));
        return invented;
    }

    /** What is printed of no cell and follows from what is, by the name of the set; sets without such cells are left out. */
    Map<String, List<ForcedCell>> forced() {
        Map<String, List<ForcedCell>> forced = new LinkedHashMap<>();
        printed.forEach((name, set) -> forced.put(name, set.forced()));
        shaped.forEach((name, table) -> forced.put(name, table.forced()));
        forced.values().removeIf(List::isEmpty);
        return forced;
    }

    /** Every file that verdicts may rest on, figures.csv included, by name. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(list(folder));
        return List.copyOf(all);
    }
}
