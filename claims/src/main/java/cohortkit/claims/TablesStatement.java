package cohortkit.claims;

import cohortkit.stats.table.TwoByTwo;
import java.util.function.Predicate;

/** Whether words are true of each feasible table. */
record TablesStatement(FeasibleTables tables, Predicate<TwoByTwo> holds) implements Finding {

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.FEASIBLE_SET;
    }

    @Override
    public String text() {
        return tables.isEmpty() ? "no table" : "true of " + agreeing() + " of " + counted(tables.size());
    }

    @Override
    public String convention() {
        return "every table: " + tables;
    }

    @Override
    public Verdict verdict(Figure figure) {
        return tables.isEmpty()
                ? new Verdict.Contradicted(tables.noTable())
                : verdict(agreeing(), tables, "agrees with the words", "agree with the words", text());
    }

    private long agreeing() {
        return tables.tables().stream().filter(holds).count();
    }

    static Verdict verdict(long agreeing, FeasibleTables tables, String one, String several, String found) {
        if (agreeing == tables.size()) {
            return new Verdict.Consistent(
                    (agreeing == 1 ? "the only table " : "each of " + agreeing + " tables ") + one + ": " + found);
        }
        return agreeing == 0
                ? new Verdict.Contradicted("none of " + counted(tables.size()) + " " + one + ": " + found)
                : new Verdict.Possible(agreeing + " of " + counted(tables.size()) + " "
                        + (agreeing == 1 ? one : several) + ": " + found);
    }

    static String counted(int tables) {
        return tables == 1 ? "1 table" : tables + " tables";
    }
}
