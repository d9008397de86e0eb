package cohortkit.claims.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of studies for tests. */
final class Folders {

    static final String HEADER = "id,where,quote,compute,printed,lower,upper,expected,note\n";

    static final String PEOPLE = """
            rls,insomnia,sex,age,score
            yes,yes,f,40,9
            yes,yes,m,52,7
            yes,no,f,61,5
            yes,no,m,66,6
            yes,yes,f,70,8
            no,yes,m,35,6
            no,no,f,44,4
            no,no,m,48,3
            no,no,f,53,8
            no,no,m,58,4
            no,yes,f,63,7
            no,no,m,69,1
            """;

    static final String COUNTS = """
            rls,insomnia,sex,n
            yes,yes,f,9
            yes,no,f,14
            no,yes,f,20
            no,no,f,120
            yes,yes,m,7
            yes,no,m,16
            no,yes,m,26
            no,no,m,121
            """;

    private Folders() {}

    /** Writes files given as name, content, name, content, ... */
    static Path write(Path folder, String... files) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < files.length; i += 2) {
                Files.writeString(folder.resolve(files[i]), files[i + 1]);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of figures.csv with the computation in quotes. */
    static String figure(String id, String compute, String printed, String expected) {
        return id + ",abstract,words," + '"' + compute.replace("\"", "\"\"") + "\"," + printed + ",,," + expected
                + ",\n";
    }
}
