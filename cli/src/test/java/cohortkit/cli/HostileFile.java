package cohortkit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A data file and its codebook whose words are markup, formulas and turned letters, and whose exposure has 25 levels.
 *
 * @param data a CSV
 * @param codebook another
 */
record HostileFile(Path data, Path codebook) {

    static final String EXPOSURE = "drug<i>`";
    private static final int LEVELS = 25;
    private static final String[] WORDS = {
        "<script>alert(1)</script>", "=HYPERLINK('x')", "+1", "\u05e9\u05dc\u05d5\u05dd \u202egnp.exe", "--><img src=x>"
    };

    static HostileFile in(Path folder) throws IOException {
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            levels.append(i == 0 ? "" : "; ").append(i).append('=').append(WORDS[i % WORDS.length]);
            levels.append(" and a name that goes on and on ").append(i);
        }
        Path codebook = folder.resolve("codebook.csv");
        Files.writeString(
                codebook,
                "name,label,type,levels,unit,min,max,missing\n"
                        + "ill,<b>Ill</b> & so on,category,0=<b>no</b>; 1=<script>alert(1)</script>,,,,\n"
                        + EXPOSURE + ",=1+1,category," + levels + ",,,,\n"
                        + "age,\"\"\"Age\"\" '<'\",number,,<u>years</u>,18,100,999=</td><script>\n");
        StringBuilder data = new StringBuilder("ill," + EXPOSURE + ",age\n");
        Random random = new Random(20261128);
        for (int i = 0; i < 600; i++) {
            data.append(random.nextInt(3) == 0 ? 1 : 0).append(',');
            data.append(i % 40 == 0 ? "" : Integer.toString(random.nextInt(LEVELS)))
                    .append(',');
            data.append(i % 50 == 0 ? "999" : i % 77 == 0 ? "<script>" : Integer.toString(18 + random.nextInt(60)));
            data.append('\n');
        }
        return new HostileFile(Files.writeString(folder.resolve("data & 'more'.csv"), data), codebook);
    }
}
