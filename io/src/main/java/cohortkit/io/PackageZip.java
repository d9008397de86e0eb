package cohortkit.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;

/**
 * The zip under a package, for POI: its entries in place, none unzipped before it is read, and each a stream that ends in
 * an error when it grows far beyond what its compressed size can honestly hold. POI's own limits are the program's, not
 * a file's, and where a zip is cut off POI unzips all that is left into memory.
 */
final class PackageZip extends ZipFileZipEntrySource {

    private static final int MOST_PARTS = 20_000;
    private static final long FREE = 64L << 20;
    private static final int MOST_GROWTH = 200;
    /** Relationships and content types stand in memory as a whole. */
    private static final long MOST_INDEX = 16L << 20;

    private final List<ZipArchiveEntry> entries;
    private final long most;
    private long indexLeft = MOST_INDEX;
    private boolean indexRead;

    private PackageZip(ZipFile zip, long size) throws ZipException {
        super(zip);
        most = FREE + MOST_GROWTH * size;
        entries = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (isOfUse(entry.getName())) {
                entries.add(entry);
            }
        }
        if (entries.size() > MOST_PARTS) {
            throw new ZipException("more than " + MOST_PARTS + " parts");
        }
    }

    static PackageZip open(Content content) throws IOException {
        SeekableByteChannel channel = content.channel();
        try {
            return new PackageZip(zip(channel), content.size());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ZipFile zip(SeekableByteChannel channel) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(channel).get();
        } catch (IOException e) {
            throw new IOException("the list of its parts is not readable", e);
        }
    }

    /**
     * POI refuses a package for each part of it that is odd, and reads the links of all sheets, and who wrote them, when it
     * opens it. No cell needs these.
     */
    private static boolean isOfUse(String name) {
        String part = name.toLowerCase(Locale.ROOT);
        return (part.endsWith(".xml") || part.endsWith(".rels"))
                && !part.startsWith("docprops/")
                && !part.contains("/worksheets/_rels/");
    }

    boolean has(String name) {
        return getEntry(name) != null;
    }

    /** Says that what follows is read as streams. */
    void indexIsRead() {
        indexRead = true;
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(entries);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new ZipException("part " + entry.getName() + " is compressed in a way that no workbook is");
        }
        return new Limited(super.getInputStream(entry), entry.getName());
    }

    private final class Limited extends FilterInputStream {
        private final String part;
        private final boolean index = !indexRead;
        private long left = most;

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
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws ZipException {
            left -= n;
            indexLeft -= index ? n : 0;
            if (left < 0 || indexLeft < 0) {
                throw new ZipException("part " + part + " grows beyond " + ((index ? MOST_INDEX : most) >> 20)
                        + " MB when unzipped: a zip bomb");
            }
        }
    }
}
