package cohortkit.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How the bytes of a text may be letters.
 *
 * @param words for the ledger
 * @param guessed whether nothing but the failure of others speaks for it
 */
record CsvEncoding(Charset charset, String words, boolean guessed) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Those to try, the likeliest first, by the bytes that a text begins with. */
    static List<CsvEncoding> of(byte[] start, Optional<Charset> given) {
        if (given.isPresent()) {
            return List.of(new CsvEncoding(given.get(), given.get().name() + ", as the options say", false));
        }
        return marked(start)
                .map(charset -> List.of(new CsvEncoding(charset, charset.name() + ", by its mark", false)))
                .orElseGet(() -> List.of(
                        new CsvEncoding(StandardCharsets.UTF_8, "UTF-8", false),
                        new CsvEncoding(WINDOWS, "windows-1252, since it is not UTF-8", true)));
    }

    /** The encoding that a mark at the start names. */
    static Optional<Charset> marked(byte[] start) {
        if (Format.startsWith(start, 0xff, 0xfe, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (Format.startsWith(start, 0, 0, 0xfe, 0xff)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (Format.startsWith(start, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (Format.startsWith(start, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Format.startsWith(start, 0xef, 0xbb, 0xbf) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }
}
