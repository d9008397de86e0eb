package cohortkit.bench;

import java.util.SplittableRandom;

/**
 * A cohort of 30 columns as hospitals send them, row by row from a seed: identifiers, codes, words, dates, numbers of few
 * and of all digits, free text, missing codes, and now and then an awkward cell. Each cell is null, a whole or broken number
 * (Long, Double), text (String) or a {@link Day}.
 */
final class MixedTable {

    static final int COLUMNS = 30;

    /** A day by its number since 1970-01-01. */
    record Day(long epochDay) {}

    private static final String[] SITES = {"Gothenburg", "Uppsala", "Malm\u00f6", "Oslo", "Bergen", "Turku", "Aarhus"};
    private static final String[] WORDS = {
        "leg",
        "restless",
        "sleep",
        "night",
        "follow-up",
        "dialysis",
        "stopped",
        "iron",
        "refused",
        "cramps",
        "none",
        "telephone",
        "\u201cbetter\u201d",
        "daughter",
        "5 mg",
        "moved",
        "& later",
        "late"
    };
    private static final String[] ANSWERS = {"yes", "no", "don't know"};
    private static final int AWKWARD = 2000;

    private final SplittableRandom random = new SplittableRandom(20040317);
    private long row;

    static String[] header() {
        String[] names = new String[COLUMNS];
        String[] first = {"id", "site", "sex", "visit", "born", "remark", "hospital_no"};
        for (int i = 0; i < COLUMNS; i++) {
            names[i] = i < first.length ? first[i] : kind(i) + (i - first.length + 1);
        }
        return names;
    }

    private static String kind(int column) {
        return switch (column % 5) {
            case 0 -> "answer";
            case 1 -> "code";
            case 2 -> "lab";
            case 3 -> "score";
            default -> "exact";
        };
    }

    /** The next row's cells. */
    void next(Object[] cells) {
        row++;
        cells[0] = String.format("P%07d", row);
        cells[1] = SITES[random.nextInt(SITES.length)];
        cells[2] = random.nextBoolean() ? "f" : "m";
        cells[3] = new Day(12_000 + random.nextInt(2_000));
        cells[4] = new Day(-10_000 + random.nextInt(20_000));
        cells[5] = remark();
        cells[6] = 100_000L + random.nextInt(900_000);
        for (int i = 7; i < COLUMNS; i++) {
            cells[i] = switch (i % 5) {
                case 0 -> ANSWERS[random.nextInt(ANSWERS.length)];
                case 1 -> random.nextInt(30) == 0 ? 9L : (long) random.nextInt(2);
                case 2 -> random.nextInt(50) == 0 ? null : random.nextInt(2_000) / 10.0;
                case 3 -> random.nextInt(40) == 0 ? 999L : (long) random.nextInt(100);
                default -> 3 + random.nextDouble();
            };
        }
        if (random.nextInt(AWKWARD) == 0) {
            awkward(cells);
        }
    }

    private String remark() {
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(3);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private void awkward(Object[] cells) {
        switch (random.nextInt(4)) {
            case 0 -> cells[1] = cells[1] + " ";
            case 1 -> cells[2] = "F";
            case 2 -> cells[12] = "n/a";
            default -> cells[5] = "said \"no, thanks\"";
        }
    }
}
