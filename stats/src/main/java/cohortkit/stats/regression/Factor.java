package cohortkit.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A category as it enters a design: codes of the analyzed rows among the levels that occur, the reference first. */
final class Factor {

    private final String variable;
    private final List<String> levels;
    private final RowCodes codes;

    private Factor(String variable, List<String> levels, RowCodes codes) {
        this.variable = variable;
        this.levels = levels;
        this.codes = codes;
    }

    /** Levels of which no row has one are taken out; compare {@link #levels()} to see them. */
    static Factor of(String variable, List<String> allLevels, int[] allCodes) {
        int[] position = new int[allLevels.size()];
        for (int code : allCodes) {
            position[code] = 1;
        }
        List<String> occurring = new ArrayList<>();
        for (int level = 0; level < position.length; level++) {
            boolean occurs = position[level] == 1;
            position[level] = occurring.size();
            if (occurs) {
                occurring.add(allLevels.get(level));
            }
        }
        if (occurring.size() == allLevels.size()) {
            return new Factor(variable, List.copyOf(allLevels), RowCodes.of(allCodes));
        }
        int[] codes = Arrays.stream(allCodes).map(code -> position[code]).toArray();
        return new Factor(variable, List.copyOf(occurring), RowCodes.of(codes));
    }

    /** Of levels that all occur. */
    static Factor ofOccurring(String variable, List<String> levels, RowCodes codes) {
        return new Factor(variable, List.copyOf(levels), codes);
    }

    /** The same levels for some of the rows. */
    Factor at(int[] rows) {
        return new Factor(variable, levels, codes.at(rows));
    }

    /** The same levels for other rows. */
    Factor withCodes(int[] newCodes) {
        return new Factor(variable, levels, RowCodes.of(newCodes));
    }

    String variable() {
        return variable;
    }

    /** Codes of the levels that occur, the reference first. */
    List<String> levels() {
        return levels;
    }

    /** A row's level. */
    int code(int row) {
        return codes.get(row);
    }

    /** Multiplies by 1 in rows of this level and by 0 in others. */
    void multiply(double[] target, int level, int from, int count) {
        codes.multiply(target, level, from, count);
    }

    /** Takes the levels of rows in as the last digits of keys. */
    void pack(long[] keys, int from, int count) {
        codes.pack(keys, levels.size(), from, count);
    }

    /** Such as "race = 1". */
    String reference() {
        return variable + " = " + levels.get(0);
    }

    /** Such as "race[2]". */
    String name(int level) {
        return variable + "[" + levels.get(level) + "]";
    }
}
