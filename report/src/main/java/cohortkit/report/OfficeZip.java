package cohortkit.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office files that do not tell the clock, so that the same table is the same bytes. */
final class OfficeZip {

    /** When every document was made, as its properties say. */
    static final String CREATED = "1970-01-01T00:00:00Z";

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OfficeZip() {}

    /** Writes the package again with entries of one fixed time; the stream stays open. */
    static void copy(byte[] office, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                ZipEntry dated = new ZipEntry(entry.getName());
                dated.setTimeLocal(TIME);
                copy.putNextEntry(dated);
                entries.transferTo(copy);
                copy.closeEntry();
            }
        }
        copy.finish();
    }
}
