package cohortkit.cli;

import cohortkit.core.InputException;
import cohortkit.core.Ledger;
import cohortkit.core.OutputFile;
import cohortkit.io.LedgerCsv;
import cohortkit.report.LedgerPage;
import java.nio.file.Path;
import java.util.Locale;

/** How a ledger is written, told by its file's name. */
enum LedgerFormat {
    CSV {
        @Override
        void writeTo(Path path, Ledger ledger) {
            LedgerCsv.write(ledger, path);
        }
    },
    HTML {
        @Override
        void writeTo(Path path, Ledger ledger) {
            OutputFile.write(path, out -> LedgerPage.write(ledger, out));
        }
    },
    TXT {
        @Override
        void writeTo(Path path, Ledger ledger) {
            OutputFile.write(path, out -> out.append(ledger.toString()).append('\n'));
        }
    };

    abstract void writeTo(Path path, Ledger ledger);

    static void write(Ledger ledger, Path path) {
        of(path).writeTo(path, ledger);
    }

    /** Asked before a long import, so that it is not in vain. */
    static void requireKnown(Path path) {
        if (path != null) {
            of(path);
        }
    }

    private static LedgerFormat of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        for (LedgerFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new InputException("cannot write '" + path
                + "': a ledger is written as .csv, .html or .txt; give the file " + "one of these extensions");
    }
}
