package cohortkit.stats.regression.diagnostics;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * How people are cut into groups of about one size by their risk, for the Hosmer-Lemeshow test: programs do it in different
 * ways, and then find another p-value. People of one risk always stay together.
 *
 * <pre>{@code
 * HosmerLemeshow.test(fit, 10, RiskGrouping.SAS)   // Hosmer-Lemeshow, 10 groups as SAS: 7.83, df 8, p = 0.450
 * }</pre>
 */
public enum RiskGrouping {
    /** Between the quantiles of R's type 7, the upper one taken in: {@code ResourceSelection::hoslem.test}. */
    R("R") {
        @Override
        List<CalibrationGroup> of(ScoredOutcomes data, int groups) {
            return RiskGroups.of(data, groups);
        }
    },
    /**
     * Group k ends at the smallest risk that k n / groups people do not exceed, as {@code xtile} has it and
     * {@code estat gof, group(10)} takes it over. A risk that many share may leave groups out; degrees of freedom count
     * those that there are. Source: Stata's {@code lfit.ado} 3.4.5.
     */
    STATA("Stata") {
        @Override
        List<CalibrationGroup> of(ScoredOutcomes data, int groups) {
            List<CalibrationGroup> blocks = blocks(data);
            double total = data.total();
            List<CalibrationGroup> found = new ArrayList<>();
            double before = 0;
            boolean open = false;
            for (CalibrationGroup block : blocks) {
                long ended = ended(groups, before, total);
                before += block.n();
                if (open) {
                    found.add(found.remove(found.size() - 1).with(block));
                } else {
                    found.add(block);
                }
                open = ended(groups, before, total) == ended;
            }
            return found;
        }
    },
    /**
     * Filled up from the lowest risk: the people of the next one join while the group has fewer than m = [n / groups + 0.5]
     * and, with half of them, not more than m; a last group of at most [n / (2 groups)] joins the one before it. Source:
     * SAS/STAT User's Guide, The LOGISTIC Procedure, The Hosmer-Lemeshow Goodness-of-Fit Test (LACKFIT).
     */
    SAS("SAS") {
        @Override
        List<CalibrationGroup> of(ScoredOutcomes data, int groups) {
            long target = (long) (data.total() / groups + 0.5);
            List<CalibrationGroup> found = new ArrayList<>();
            for (CalibrationGroup block : blocks(data)) {
                CalibrationGroup last = found.isEmpty() ? block : found.get(found.size() - 1);
                if (!found.isEmpty() && last.n() < target && last.n() + block.n() / 2 <= target) {
                    found.set(found.size() - 1, last.with(block));
                } else {
                    found.add(block);
                }
            }
            int size = found.size();
            if (size > 1 && found.get(size - 1).n() <= (long) (data.total() / (2.0 * groups))) {
                CalibrationGroup last = found.remove(size - 1);
                found.set(size - 2, found.get(size - 2).with(last));
            }
            return found;
        }
    };

    /** Risks this near are one. */
    private static final double SAME = 1e-12;

    private static final double ROUNDING = 1e-8;

    private final String label;

    RiskGrouping(String label) {
        this.label = label;
    }

    /** Whose it is, such as "Stata". */
    public String label() {
        return label;
    }

    abstract List<CalibrationGroup> of(ScoredOutcomes data, int groups);

    List<CalibrationGroup> groups(ScoredOutcomes data, int groups) {
        if (groups < 2) {
            throw new InputException("at least 2 groups are needed; was " + groups);
        }
        return of(data, groups);
    }

    /** How many groups have ended when so many of all people are behind. */
    private static long ended(int groups, double people, double total) {
        return (long) (groups * (people / total + ROUNDING));
    }

    /** The people of each risk. */
    private static List<CalibrationGroup> blocks(ScoredOutcomes data) {
        List<CalibrationGroup> blocks = new ArrayList<>();
        int at = 0;
        while (at < data.size()) {
            double risk = data.risk[at];
            double n = 0;
            double events = 0;
            while (at < data.size() && data.risk[at] - risk <= SAME * risk) {
                n += data.weight[at];
                events += data.weight[at] * data.outcome[at];
                at++;
            }
            blocks.add(new CalibrationGroup((long) n, (long) events, risk));
        }
        return blocks;
    }
}
