package cohortkit.cli;

import cohortkit.claims.robustness.Claim;
import cohortkit.claims.robustness.GridPoint;
import cohortkit.claims.robustness.Robustness;
import cohortkit.report.Result;
import cohortkit.report.Result.Format;
import cohortkit.report.ResultTable;
import cohortkit.report.RobustnessTables;
import java.io.PrintWriter;
import java.util.List;

/**
 * In how many ways a claim holds, written out.
 *
 * @param notes what a reader should know, a line each
 */
record RobustnessAnswer(Claim claim, Robustness robustness, List<String> notes) {

    static final String NO_PROBABILITY = "the ways share their data: their number is no probability";

    private static final int SHOWN = 10;

    void print(PrintWriter out, Format format) {
        ResultTable glance = new ResultTable(
                List.of("claim", "holds", "of"), List.of(List.of(claim.toString(), robustness.holding(), (long)
                        robustness.points().size())));
        if (format == Format.TEXT) {
            out.println(claim + " " + robustness);
            out.println("as usual: " + robustness.usual());
            out.println();
            out.print(RobustnessTables.options(robustness).toText());
            printFailing(out, robustness.failing());
            notes.forEach(out::println);
        } else {
            out.print(new Result(RobustnessTables.ways(robustness), glance, notes).as(format));
        }
        out.flush();
    }

    private static void printFailing(PrintWriter out, List<GridPoint> failing) {
        int shown = Math.min(failing.size(), SHOWN);
        out.println();
        failing.subList(0, shown).forEach(out::println);
        if (failing.size() > shown) {
            out.println("and " + (failing.size() - shown) + " more that do not keep it: --format csv lists all");
        }
    }
}
