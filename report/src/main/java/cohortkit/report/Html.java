package cohortkit.report;

import cohortkit.report.picture.Picture;
import java.util.List;
import java.util.stream.Collectors;

/** Pages that need nothing else: no network, no scripts, light and dark, fit for a telephone and for print. */
final class Html {

    static final String END = "</body>\n</html>\n";

    private static final String STYLE = """
        :root { color-scheme: light dark; --line: #8886; --quiet: #595959; }
        @media (prefers-color-scheme: dark) { :root { --quiet: #b4b4b4; } }
        * { box-sizing: border-box; }
        body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 72rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
        h1, h2, p, li, dd, caption, summary { overflow-wrap: anywhere; }
        nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; padding: 0; margin: .5rem 0; }
        table { border-collapse: collapse; width: 100%; margin-top: .6rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
        td.verdict { font-weight: 600; white-space: nowrap; }
        td.verdict small { font-weight: 400; }
        td.raw, code { white-space: pre-wrap; overflow-wrap: anywhere; }
        small { display: block; color: var(--quiet); }
        .wrong { outline: 2px solid; }
        .wide { overflow-x: auto; }
        .notice { border-left: .3rem solid var(--line); padding: .3rem .8rem; }
        details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .8rem; }
        summary { cursor: pointer; }
        td details { border: 0; padding: 0; margin: .2rem 0 0; font-size: .85em; }
        td details ul { margin: .2rem 0; padding-left: 1.1rem; }
        figure { margin: 1rem 0; overflow-x: auto; }
        figure svg { display: block; height: auto; max-width: 100%; min-width: min(100%, 34rem); border-radius: .3rem; }
        @media screen and (max-width: 40rem) {
          thead { position: absolute; left: -999rem; }
          tr { display: block; border-bottom: 2px solid var(--line); padding: .5rem 0; }
          td { display: block; border: 0; padding: .1rem 0; overflow-wrap: anywhere; white-space: normal; }
          td:empty { display: none; }
          td[data-name]::before { content: attr(data-name) ": "; color: var(--quiet); }
          td[data-name=""]::before { content: none; }
          figure svg { min-width: 34rem; max-width: none; }
        }
        @page { margin: 14mm; }
        @media print {
          :root { color-scheme: light; --quiet: #595959; font-size: 9pt; }
          body { max-width: none; padding: 0; }
          th, td { padding: .2rem .4rem; overflow-wrap: break-word; }
          table.paper:not(.short) :is(th, td) { overflow-wrap: anywhere; }
          td details::details-content { content-visibility: visible; block-size: auto; }
          td summary { display: none; }
          h2, caption { break-after: avoid; }
          tr, figure, svg { break-inside: avoid; }
          nav { display: none; }
          .wide, figure { overflow: visible; }
          figure svg { min-width: 0; }
        }
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

    /** A part of a page with its heading; the body is HTML. */
    static String section(String id, String heading, String body) {
        return "<section id=\"" + escaped(id) + "\">\n<h2>" + words(heading) + "</h2>\n" + body + "</section>\n";
    }

    /** What unfolds; the body is HTML. */
    static String details(String summary, String body) {
        return "<details>\n<summary>" + words(summary) + "</summary>\n" + body + "</details>\n";
    }

    /** A paragraph of text. */
    static String paragraph(String text) {
        return "<p>" + words(text) + "</p>\n";
    }

    /** A paragraph that says why something is not there. */
    static String notice(String text) {
        return "<p class=\"notice\">" + words(text) + "</p>\n";
    }

    /** A picture, its words within; an element of a page names no namespace. */
    static String figure(Picture picture) {
        return "<figure>\n" + picture.toSvg().replaceFirst(" xmlns=\"[^\"]*\"", "") + "</figure>\n";
    }

    /** A list of texts. */
    static String list(List<String> texts) {
        return texts.stream()
                .map(text -> "<li>" + words(text) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    /** Text in which letters from right to left order their own words, not those beside them. */
    static String words(String text) {
        String escaped = escaped(text);
        boolean turning = text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
        return turning ? "<bdi>" + escaped + "</bdi>" : escaped;
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
        boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        boolean none = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return control ? 0x2400 + c : half || turns || none || (c >= 0x7f && c < 0xa0) ? 0xfffd : c;
    }
}
