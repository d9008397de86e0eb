package cohortkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final Path ROOT = Path.of(System.getProperty("cohortkit.root"));
    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    @Test
    void every_link_leads_to_a_page_and_a_heading_that_are_there() throws IOException {
        Site site = Site.of(ROOT);
        site.write(folder);
        List<String> broken = new ArrayList<>();
        for (Page page : site.pages()) {
            String html = Files.readString(folder.resolve(page.target()));
            for (String href : HREF.matcher(html).results().map(m -> m.group(1)).toList()) {
                if (!href.startsWith("https://") && !leadsSomewhere(page, href)) {
                    broken.add(page.target() + " -> " + href);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private boolean leadsSomewhere(Page page, String href) throws IOException {
        String file = href.replaceAll("#.*$", "");
        Path target = folder.resolve(file.isEmpty() ? page.target() : file);
        if (!Files.exists(target)) {
            return Files.exists(ROOT.resolve(file)) && !file.endsWith(".md"); // LICENSE and the like
        }
        String anchor = href.substring(file.length()).replaceFirst("^#", "");
        return anchor.isEmpty() || Files.readString(target).contains("id=\"" + anchor + "\"");
    }

    @Test
    void the_table_of_contents_names_every_page() throws IOException {
        Site site = Site.of(ROOT);
        String contents = site.pages().stream()
                .filter(page -> page.target().equals("index.html"))
                .findFirst()
                .orElseThrow()
                .navigation();
        List<String> listed = HREF.matcher(contents)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(site.pages().stream().map(Page::target).filter(target -> !target.equals("index.html")))
                .allMatch(listed::contains);
    }

    @Test
    void markup_in_a_page_is_shown_as_text_and_links_to_files_become_links_to_pages() {
        Page page =
                Page.of("try", "# A <b>title</b>\n\n<script>alert(1)</script>\n\n[see](../CONVENTIONS.md#core-x)\n");

        assertThat(page.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(page.html()).contains("href=\"conventions.html#core-x\"");
        assertThat(page.fill("{{title}}", "")).isEqualTo("A &lt;b&gt;title&lt;/b&gt;");
    }

    @Test
    void the_search_finds_sections_and_its_script_cannot_be_broken_by_their_words() {
        Page page = Page.of("try", "# One\n\nWords \"in quotes\" and \\ and </script>.\n\n## Two\n\nmore\n");
        String script = SearchIndex.of(List.of(page)).toScript();

        assertThat(script).contains("[\"try.html#two\", \"One\", \"Two\", \"more\"]");
        assertThat(script).contains("\\\"in quotes\\\"").contains("\\\\").doesNotContain("</script");
    }
}
