package cohortkit.report;

/** Pages that need nothing else: no network, no scripts, light and dark, fit for a telephone and for print. */
final class Html {

    static final String END = "</body>\n</html>\n";

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; }
            body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 72rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
            td.verdict { font-weight: 600; white-space: nowrap; }
            small { display: block; }
            .wrong { outline: 2px solid; }
            @media (max-width: 40rem) {
              thead { position: absolute; left: -999rem; }
              tr { display: block; border-bottom: 2px solid var(--line); padding: .5rem 0; }
              td { display: block; border: 0; padding: .1rem 0; overflow-wrap: anywhere; }
              td[data-name]::before { content: attr(data-name) ": "; }
            }
            @media print { body { max-width: none; font-size: 9pt; } tr { break-inside: avoid; } }
            """;

    private Html() {}

    /**
     * The page up to its first heading.
     *
     * @param style what it adds to the common style
     */
    static String start(String title, String style) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>\n" + STYLE + style + "</style>\n</head>\n<body>\n";
    }

    /** What came from a file never becomes markup, and what a page cannot hold is shown by a sign. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(shown(c));
            }
        });
        return escaped.toString();
    }

    private static int shown(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return control ? 0x2400 + c : half || (c >= 0x7f && c < 0xa0) ? 0xfffd : c;
    }
}
