package cohortkit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohortkit.core.InputException;
import cohortkit.stats.table.TwoByTwo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    private static final String HOSTILE = "</text><script>alert(\"1\")</script> & \u0000 =1+1";

    private final Picture picture =
            ForestPlot.of(HOSTILE, List.of(ForestPlot.Row.of(HOSTILE, new TwoByTwo(16, 30, 46, 241).riskRatio())));

    @Test
    void words_never_become_markup() {
        SvgElements svg = SvgElements.of(picture);

        assertThat(svg.all("script")).isEmpty();
        assertThat(svg.all("title").get(0).getTextContent()).contains("<script>alert(\"1\")</script>");
        assertThat(picture.toSvg()).doesNotContain("\u0000");
    }

    @Test
    void it_says_in_words_what_is_seen() {
        SvgElements svg = SvgElements.of(picture);

        assertThat(svg.document().getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.all("desc").get(0).getTextContent()).contains("2.17 (1.35 to 3.49)");
    }

    @Test
    void a_png_has_the_size_of_the_picture_and_a_white_ground() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.toPng(192)));

        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(picture.width() * 2));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(picture.height() * 2));
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1)).isEqualTo(0xffffffff);
        assertThat(darkDots(image)).isGreaterThan(200);
    }

    private static int darkDots(BufferedImage image) {
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += (image.getRGB(x, y) & 0xff) < 0x60 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void a_pdf_has_one_page_of_the_pictures_size_and_the_same_bytes_each_time() throws IOException {
        byte[] pdf = picture.toPdf();

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat((double) document.getPage(0).getMediaBox().getWidth())
                    .isCloseTo(picture.width() * 0.75, org.assertj.core.api.Assertions.within(0.01));
        }
        assertThat(picture.toPdf()).isEqualTo(pdf);
    }

    @Test
    void the_name_of_the_file_says_the_format(@TempDir Path folder) throws IOException {
        for (String name : List.of("a.svg", "a.PNG", "a.pdf")) {
            picture.writeTo(folder.resolve(name));
        }

        assertThat(Files.readString(folder.resolve("a.svg"))).isEqualTo(picture.toSvg());
        assertThat(Files.readAllBytes(folder.resolve("a.PNG"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(Files.readAllBytes(folder.resolve("a.pdf")), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThatThrownBy(() -> picture.writeTo(folder.resolve("a.gif")))
                .isInstanceOf(InputException.class)
                .hasMessage("no picture can be written as a.gif; name a file that ends with .svg, .png or .pdf");
    }

    @Test
    void it_is_told_in_a_line() {
        assertThat(FlowDiagram.of(cohortkit.core.Flow.startingWith(3)))
                .hasToString("Participant flow (picture, 554 x 64; writeTo(path) as .svg, .png or .pdf)");
    }
}
