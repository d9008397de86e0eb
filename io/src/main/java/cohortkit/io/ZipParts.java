package cohortkit.io;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The parts of a zipped workbook, by name, each as a stream that ends in an error when it grows far beyond what its
 * compressed size can honestly hold. Names are keys only: nothing is ever written under them.
 *
 * <p>The JDK's own zip reader, because POI's package layer takes a third of a second more to start.
 */
final class ZipParts implements Closeable {

    private static final int MOST_PARTS = 20_000;
    private static final long FREE = 64L << 20;
    private static final int MOST_GROWTH = 200;

    private final Content content;
    private final ZipFile file;
    private final Map<String, String> names = new HashMap<>();
    private final long limit;

    ZipParts(Content content) throws IOException {
        this.content = content;
        this.limit = FREE + MOST_GROWTH * content.size();
        this.file = content.isFile() ? new ZipFile(content.file()) : null;
        try {
            listNames();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void listNames() throws IOException {
        if (file != null) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                addName(all.nextElement());
            }
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(content.open())) {
            long passed = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                addName(entry);
                passed += skip(zip, limit - passed);
            }
        }
        if (names.isEmpty()) {
            throw new ZipException("no zip entries");
        }
    }

    private void addName(ZipEntry entry) throws ZipException {
        String name = entry.getName();
        if (names.put(name.toLowerCase(Locale.ROOT), name) != null) {
            throw new ZipException("two parts named " + name);
        }
        if (names.size() > MOST_PARTS) {
            throw new ZipException("more than " + MOST_PARTS + " parts");
        }
    }

    boolean has(String part) {
        return names.containsKey(part.toLowerCase(Locale.ROOT));
    }

    /** The bytes of a part; the names of parts do not know case. */
    InputStream open(String part) throws IOException {
        String name = names.get(part.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw new ZipException("part " + part + " is not there");
        }
        return new Limited(file != null ? file.getInputStream(file.getEntry(name)) : openInMemory(name), part);
    }

    private InputStream openInMemory(String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(content.open());
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return zip;
            }
        }
        throw new ZipException("part " + name + " is not there");
    }

    private static long skip(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long skipped = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            skipped += n;
            if (skipped > most) {
                throw new ZipException("its parts grow beyond " + (most >> 20) + " MB when unzipped: a zip bomb");
            }
        }
        return skipped;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private final class Limited extends FilterInputStream {
        private final String part;
        private long count;

        Limited(InputStream in, String part) {
            super(in);
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count(n);
            return n;
        }

        private void count(int n) throws ZipException {
            count += Math.max(0, n);
            if (count > limit) {
                throw new ZipException(
                        "part " + part + " grows beyond " + (limit >> 20) + " MB when unzipped: a zip bomb");
            }
        }
    }
}
