package cohortkit.claims.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A table of participants without an error, as a paper prints it: two groups and all, levels of variables that are known of all
 * or of some, percentages of columns and of rows, and means among them; in Markdown, set apart by tabs, or as the rows of a page.
 */
final class SimulatedTable {

    /** How the rows are written. */
    enum Form {
        MARKDOWN,
        TABS,
        PAGE
    }

    private final Random random;
    private final Print print;
    private final Form form;
    private final boolean hasSign;
    private final boolean isSplit;
    private final int digits;
    private final int[] people;
    private final StringBuilder text = new StringBuilder();

    private SimulatedTable(long seed, Print print) {
        this.random = new Random(seed);
        this.print = print;
        this.form = Form.values()[random.nextInt(3)];
        this.hasSign = random.nextBoolean();
        this.isSplit = !hasSign && random.nextInt(3) == 0;
        this.digits = random.nextInt(3);
        int first = 1 + random.nextInt(400);
        int second = 1 + random.nextInt(400);
        this.people = new int[] {first, second, first + second};
    }

    static String of(long seed, Print print) {
        SimulatedTable table = new SimulatedTable(seed, print);
        table.header();
        for (int variable = 0; variable < 6; variable++) {
            table.variable(variable);
        }
        return table.text.toString();
    }

    private void row(List<String> cells) {
        text.append(
                switch (form) {
                    case MARKDOWN -> "| " + String.join(" | ", cells) + " |\n";
                    case TABS -> String.join("\t", cells) + "\n";
                    case PAGE -> "\n\n" + String.join(" ; ", cells) + " ; \n\n";
                });
    }

    private void header() {
        text.append("Who they were.\n\n");
        List<String> cells = new ArrayList<>(List.of("Characteristic"));
        List<String> labels = new ArrayList<>(List.of(""));
        List<String> names = List.of("RLS", "No RLS", "All");
        for (int i = 0; i < 3; i++) {
            String size = " (n = " + people[i] + ")";
            cells.add(names.get(i) + size + (hasSign || isSplit ? "" : ", n (%)"));
            labels.add("n");
            if (isSplit) {
                cells.add("");
                labels.add("%");
            }
        }
        row(cells);
        if (form == Form.MARKDOWN) {
            text.append("|").append("---|".repeat(cells.size())).append('\n');
        }
        if (isSplit) {
            row(labels);
        }
    }

    private void heading(String name) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(IntStream.range(0, isSplit ? 6 : 3).mapToObj(i -> "").toList());
        row(cells);
    }

    private void variable(int number) {
        if (number == 2) {
            mean();
            return;
        }
        int levels = 2 + random.nextInt(3);
        int missing = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
        List<int[]> columns = new ArrayList<>(List.of(levels(levels, people[0] - missing), levels(levels, people[1])));
        columns.add(IntStream.range(0, levels)
                .map(i -> columns.get(0)[i] + columns.get(1)[i])
                .toArray());
        int[] known =
                columns.stream().mapToInt(column -> IntStream.of(column).sum()).toArray();
        boolean ofRows = random.nextInt(4) == 0;
        heading("Variable " + (char) ('A' + number));
        for (int level = 0; level < levels; level++) {
            int[] total = {columns.get(2)[level], columns.get(2)[level], columns.get(2)[level]};
            cells("Kind " + (char) ('a' + level), columns, level, ofRows ? total : known);
        }
    }

    private void cells(String name, List<int[]> columns, int level, int[] totals) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int i = 0; i < 3; i++) {
            int count = columns.get(i)[level];
            String share =
                    totals[i] == 0 ? "-" : print.share(count, totals[i], digits).replace("%", hasSign ? "%" : "");
            cells.addAll(isSplit ? List.of(count + "", share) : List.of(count + " (" + share + ")"));
        }
        row(cells);
    }

    /** A mean with its deviation looks like a count with its percentage. */
    private void mean() {
        List<String> cells = new ArrayList<>(List.of("Age, years"));
        for (int i = 0; i < 3; i++) {
            String mean = String.valueOf(30 + random.nextInt(40));
            String deviation = String.valueOf(5 + random.nextInt(20));
            cells.addAll(isSplit ? List.of(mean, deviation) : List.of(mean + " (" + deviation + ")"));
        }
        row(cells);
    }

    private int[] levels(int n, int all) {
        int[] counts = new int[n];
        for (int person = 0; person < all; person++) {
            counts[(int) Math.min(n - 1, Math.floor(Math.abs(random.nextGaussian()) * n / 2))]++;
        }
        return counts;
    }
}
