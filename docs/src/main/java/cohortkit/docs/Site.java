package cohortkit.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documentation as static pages, for a browser without a network: one page a Markdown file of {@code docs/pages},
 * and the root folder's README, CONVENTIONS and CHANGELOG. The navigation is what {@code index.md} lists.
 *
 * <pre>{@code
 * Site.main(root.toString(), out.toString());
 * Files.exists(out.resolve("index.html"))   // true
 * }</pre>
 */
public final class Site {

    /** The Markdown files that stand in the root folder, and their names on the site. */
    private static final List<String> ROOT_FILES =
            List.of("README.md", "CONVENTIONS.md", "CONTRIBUTING.md", "CHANGELOG.md");

    private static final List<String> ASSETS = List.of("style.css", "search.js");

    private final List<Page> pages;

    private Site(List<Page> pages) {
        this.pages = pages;
    }

    /** Writes the site; the first argument is the project's root folder, the second the folder to write to. */
    public static void main(String... arguments) throws IOException {
        of(Path.of(arguments[0])).write(Path.of(arguments[1]));
    }

    static Site of(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(root.resolve("docs/pages"))) {
            found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        ROOT_FILES.forEach(name -> files.add(root.resolve(name)));
        List<Page> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(Page.read(file));
        }
        return new Site(List.copyOf(pages));
    }

    List<Page> pages() {
        return pages;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String template = resource("page.html");
        String navigation = index().navigation();
        for (Page page : pages) {
            Files.writeString(folder.resolve(page.target()), page.fill(template, navigation));
        }
        Files.writeString(
                folder.resolve("search-index.js"), SearchIndex.of(pages).toScript());
        for (String asset : ASSETS) {
            Files.writeString(folder.resolve(asset), resource(asset));
        }
    }

    private Page index() {
        return pages.stream()
                .filter(page -> page.target().equals("index.html"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("docs/pages/index.md lists the pages and is not there"));
    }

    private static String resource(String name) {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
