package cohortkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** One Markdown file; its links to other Markdown files become links to their pages. */
final class Page {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    // HTML in a page is shown as text: the pages have none.
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();

    /** A heading and the words below it, up to the next. */
    record Section(String heading, String anchor, String text) {}

    private final String name;
    private final Node document;

    private Page(String name, Node document) {
        this.name = name;
        this.document = document;
    }

    static Page read(Path file) throws IOException {
        return of(file.getFileName().toString().replaceAll("\\.md$", ""), Files.readString(file));
    }

    static Page of(String name, String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(target(link.getDestination()));
                visitChildren(link);
            }
        });
        return new Page(name, document);
    }

    private static String target(String destination) {
        if (destination.contains("://")) {
            return destination;
        }
        String file = destination.replaceAll("#.*$", "");
        String anchor = destination.substring(file.length());
        return file.endsWith(".md")
                ? fileName(file.substring(file.lastIndexOf('/') + 1, file.length() - 3)) + anchor
                : destination;
    }

    private static String fileName(String page) {
        return page.toLowerCase(Locale.ROOT) + ".html";
    }

    /** The file of the page. */
    String target() {
        return fileName(name);
    }

    String title() {
        return sections().get(0).heading();
    }

    /** In the order of the page; the first has its title. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        String heading = name;
        String anchor = "";
        StringBuilder text = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                if (!sections.isEmpty() || !text.isEmpty() || !heading.equals(name)) {
                    sections.add(new Section(heading, anchor, text.toString()));
                }
                heading = TEXT.render(node).strip();
                anchor = HTML.render(node).replaceAll("(?s)^<h\\d id=\"([^\"]*)\".*", "$1");
                text.setLength(0);
            } else {
                text.append(TEXT.render(node)).append('\n');
            }
        }
        sections.add(new Section(heading, anchor, text.toString()));
        return sections;
    }

    /** The headings and lists of the page, as it is the table of contents. */
    String navigation() {
        StringBuilder html = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            boolean group = node instanceof Heading heading && heading.getLevel() == 2;
            if (group || node instanceof BulletList) {
                html.append(HTML.render(node).replaceAll(" id=\"[^\"]*\"", ""));
            }
        }
        return html.toString();
    }

    String html() {
        return HTML.render(document);
    }

    String fill(String template, String navigation) {
        String here =
                navigation.replace("href=\"" + target() + "\"", "href=\"" + target() + "\" aria-current=\"page\"");
        return template.replace(
                        "{{title}}",
                        title().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .replace("{{navigation}}", here)
                .replace("{{content}}", html());
    }
}
