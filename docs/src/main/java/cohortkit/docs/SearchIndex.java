package cohortkit.docs;

import java.util.ArrayList;
import java.util.List;

/** What the search looks through, as a script: a page opened from a disk may load scripts, but no data. */
final class SearchIndex {

    private record Entry(String href, String page, Page.Section section) {}

    private final List<Entry> entries;

    private SearchIndex(List<Entry> entries) {
        this.entries = entries;
    }

    static SearchIndex of(List<Page> pages) {
        List<Entry> entries = new ArrayList<>();
        for (Page page : pages) {
            for (Page.Section section : page.sections()) {
                entries.add(new Entry(page.target() + "#" + section.anchor(), page.title(), section));
            }
        }
        return new SearchIndex(List.copyOf(entries));
    }

    String toScript() {
        StringBuilder script = new StringBuilder("const SEARCH_INDEX = [\n");
        for (Entry entry : entries) {
            script.append("  [")
                    .append(quoted(entry.href()))
                    .append(", ")
                    .append(quoted(entry.page()))
                    .append(", ")
                    .append(quoted(entry.section().heading()))
                    .append(", ")
                    .append(quoted(entry.section().text()))
                    .append("],\n");
        }
        return script.append("];\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '<' || c < ' ' || c == 0x2028 || c == 0x2029) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
