package cohortkit.report;

import cohortkit.core.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A format of file for a {@link PaperTable}. The same table gives the same bytes.
 *
 * <pre>{@code
 * TableFormat.of(Path.of("table1.docx"))   // WORD
 * TableFormat.of(Path.of("table1.MD"))     // MARKDOWN
 * }</pre>
 */
public enum TableFormat {
    /** Aligned text of at most 80 columns. */
    TEXT(".txt") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            text(table.toText(style), out);
        }
    },
    /** A table of GitHub's Markdown. */
    MARKDOWN(".md") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            text(new MarkdownRenderer(table, style).render(), out);
        }
    },
    /** A page that needs nothing else. */
    HTML(".html") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            text(new HtmlRenderer(table, style).page(), out);
        }
    },
    /** A table with booktabs' rules; for LuaLaTeX or XeLaTeX where there are other than Latin letters. */
    LATEX(".tex") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            text(new LatexRenderer(table, style).render(), out);
        }
    },
    /** A Word table that fits an A4 page, upright or across, with its header on each page. */
    WORD(".docx") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            new WordRenderer(table, style).write(out);
        }
    },
    /** A workbook: the table as printed, single numbers as numbers, and every number in full on a second sheet. */
    EXCEL(".xlsx") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            new ExcelRenderer(table, style).write(out);
        }
    },
    /** Every number in full, a row each: {@link PaperTable#numbers()}. */
    CSV(".csv") {
        @Override
        void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException {
            text(table.numbers().toCsv(), out);
        }
    };

    private final String ending;

    TableFormat(String ending) {
        this.ending = ending;
    }

    /** How its files end, such as ".docx". */
    public String ending() {
        return ending;
    }

    /**
     * The format of a file's name.
     *
     * @throws InputException if there is none; the message lists the endings
     */
    public static TableFormat of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new InputException("cannot tell the format of '" + path + "'; a table is written as "
                        + Arrays.stream(values()).map(TableFormat::ending).collect(Collectors.joining(", "))));
    }

    /** Writes the whole table; the stream stays open. */
    abstract void write(PaperTable table, JournalStyle style, OutputStream out) throws IOException;

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
