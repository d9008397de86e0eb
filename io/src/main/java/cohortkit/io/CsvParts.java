package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.Cohort;
import cohortkit.core.CohortParts;
import cohortkit.core.Count;
import cohortkit.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file a part of about a megabyte at a time, for what is larger than memory. Cells have their addresses in the file.
 * The header stands in the first part. Without a codebook one is drafted in a pass of its own: as of the whole file, but
 * where a part has numbers in a column and another has words, its variable is text, and its note says where.
 *
 * <pre>{@code
 * CohortCsv.write(births, folder.resolve("births.csv"));
 * var parts = CsvParts.of(folder.resolve("births.csv"), births.codebook());
 * parts                                                      // births.csv in parts, 10 variables
 * Logistic.fit("low ~ age + smoke", parts).glance().nobs()   // 189
 * }</pre>
 */
public final class CsvParts implements CohortParts {

    static final int PART = 1 << 20;

    /** A record that is longer has a quote too many or too few. */
    private static final int LONGEST = 64 * PART;

    private final Path path;
    private final int size;
    private final CsvDialect dialect;
    private final CsvFormat format;
    private final ImportOptions options;
    private final ImportProgress progress;
    private final Codebook codebook;

    /**
     * Parts of another size.
     *
     * @param size how many bytes are read at a time
     */
    CsvParts(Path path, CsvOptions text, ImportOptions options, ImportProgress progress, int size) {
        this.path = path;
        this.size = size;
        this.progress = progress;
        Content content = Content.of(path);
        this.dialect = dialect(content, text);
        this.format = new CsvFormat(text).withDialect(dialect);
        if (options.range().isPresent()) {
            throw new InputException(
                    "a range of cells is not read in parts; leave it out, or read '" + content.name() + "' as a whole");
        }
        this.options = options;
        this.codebook = options.codebook().orElseGet(this::draft);
    }

    /**
     * The parts of a file whose codebook is drafted.
     *
     * @throws InputException if there is no such file, or it is not text in an encoding whose lines end in a byte
     */
    public static CsvParts of(Path csv) {
        return of(csv, CsvOptions.detected(), ImportOptions.defaults(), ImportProgress.none());
    }

    /** The parts of a file under its codebook. */
    public static CsvParts of(Path csv, Codebook codebook) {
        ImportOptions options = ImportOptions.defaults().withCodebook(codebook);
        return of(csv, CsvOptions.detected(), options, ImportProgress.none());
    }

    /**
     * The parts of a file, read as the options say.
     *
     * @param progress hears of each part in each pass
     * @throws InputException as {@link #of(Path)}, or if the options name a range
     */
    public static CsvParts of(Path csv, CsvOptions text, ImportOptions options, ImportProgress progress) {
        return new CsvParts(csv, text, options, progress, PART);
    }

    /** All parts are cut as the file's beginning tells. */
    private static CsvDialect dialect(Content content, CsvOptions given) {
        try {
            byte[] start = content.start(Format.START);
            if (start.length == 0) {
                throw content.problem("it is empty (0 bytes)");
            }
            CsvFormat format = new CsvFormat(given);
            if (!format.fits(start)) {
                throw content.problem("only text with delimiters (CSV) is read in parts; read it as a whole");
            }
            Charset charset = CsvEncoding.of(start, given.encoding()).get(0).charset();
            if (!CsvRecords.mayBeCut(charset)) {
                throw content.problem("text in " + charset + " is not read in parts; save it as UTF-8");
            }
            return format.dialect(content, charset);
        } catch (IOException e) {
            throw content.damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private Codebook draft() {
        PartsDraft draft = new PartsDraft();
        read(options, draft::add);
        return draft.codebook();
    }

    @Override
    public Codebook codebook() {
        return codebook;
    }

    /**
     * Hands over the parts, in order.
     *
     * @throws InputException if a part is damaged or the codebook is wrong
     * @throws RefusedImport if the import is strict and a value of the part breaks the codebook
     */
    @Override
    public void forEach(Consumer<Cohort> reader) {
        read(options.withCodebook(codebook), reader);
    }

    private void read(ImportOptions how, Consumer<Cohort> reader) {
        try (InputStream file = Files.newInputStream(path)) {
            long all = Files.size(path);
            CsvRecordEnds records = new CsvRecordEnds(dialect.delimiter());
            byte[] head = {};
            byte[] rest = {};
            ImportOptions inHead = how;
            long read = 0;
            int rows = 0;
            int lines = 0;
            for (boolean more = true; more; ) {
                // What little is left is no part of its own: notes and totals stand under the last rows.
                int next = all - read - rest.length < size + size / 8 ? size + size / 8 : size;
                byte[] part = Arrays.copyOf(rest, rest.length + next);
                int length = rest.length + file.readNBytes(part, rest.length, next);
                more = length == part.length;
                int end = more ? records.lastEnd(part, length) : length;
                if (end == 0 && length > LONGEST) {
                    throw new InputException("'" + path.getFileName() + "': the record in row " + (rows + 1)
                            + " is longer than " + (LONGEST >> 20) + " MB; a quote is missing or too many");
                }
                if (end > 0) {
                    byte[] body = Arrays.copyOf(part, end);
                    RawSheet sheet = sheet(body);
                    sheet.notes().shiftLines(lines);
                    if (rows == 0) {
                        Cohort first = cohort(sheet, how);
                        int header = headerRows(first);
                        head = Arrays.copyOf(body, records.endOf(body, header));
                        inHead = how.codebook().isPresent() || how.headerRow().isPresent()
                                ? how
                                : how.withHeaderRow(header);
                        reader.accept(first);
                    } else if (sheet.rows() > 0) {
                        // Addresses go on where those before it end.
                        reader.accept(cohort(under(sheet(head), sheet, rows), inHead));
                    }
                    rows = added(rows, records.count(body));
                    lines += CsvRecords.lineEnds(body, end);
                    read += end;
                    progress.read(rows, (double) read / all);
                }
                rest = Arrays.copyOfRange(part, end, length);
            }
        } catch (IOException e) {
            throw new InputException("cannot read '" + path + "': " + e.getMessage(), e);
        }
    }

    /** The rows of a head and, so many rows down, of a sheet, both of which are of no use any more. */
    private static RawSheet under(RawSheet head, RawSheet sheet, int down) throws IOException {
        boolean alike = head.notes().guessed().equals(sheet.notes().guessed());
        if (alike && head.cells() instanceof CsvColumns above && sheet.cells() instanceof CsvColumns below) {
            head.notes().append(sheet.notes(), down);
            return new RawSheet(head.file(), head.traits(), above.above(below, down), head.notes());
        }
        Span all = new Span(1, 1, Integer.MAX_VALUE - 1, XlsxFormat.MOST_COLUMNS);
        RawSheet joined = head.part(all);
        joined.append(sheet.part(all), down);
        return joined;
    }

    private int added(int rows, int more) {
        if (rows > Integer.MAX_VALUE - more) {
            throw new InputException(
                    "'" + path.getFileName() + "' has more than " + Integer.MAX_VALUE + " rows; split the file");
        }
        return rows + more;
    }

    /** How many records stand above the first row of data. */
    private static int headerRows(Cohort first) {
        return first.cell(0, first.codebook().names().get(0)).map(CellRef::row).orElseThrow() - 1;
    }

    private Cohort cohort(RawSheet sheet, ImportOptions how) {
        return new Workbook(sheet.file(), List.of(sheet)).cohort(how);
    }

    private RawSheet sheet(byte[] bytes) throws IOException {
        return format.read(Content.of(String.valueOf(path.getFileName()), bytes))
                .get(0);
    }

    /** Such as "long.csv in parts, 3 variables". */
    @Override
    public String toString() {
        return path.getFileName() + " in parts, " + Count.of(codebook.size(), "variable");
    }
}
