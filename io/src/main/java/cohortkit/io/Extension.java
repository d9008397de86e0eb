package cohortkit.io;

import cohortkit.core.InputException;
import java.nio.file.Path;

/** The kinds of file that tables are written to, told by the file's name. */
enum Extension {
    CSV,
    XLSX;

    /**
     * The kind of that file.
     *
     * @param what what is to be written, for the message
     */
    static Extension of(Path path, String what) {
        String name = Spaces.lower(String.valueOf(path.getFileName()));
        for (Extension extension : values()) {
            if (name.endsWith("." + Spaces.lower(extension.name()))) {
                return extension;
            }
        }
        throw new InputException("cannot write '" + path + "': " + what
                + " is written as .csv or .xlsx; give the file one of these extensions");
    }
}
