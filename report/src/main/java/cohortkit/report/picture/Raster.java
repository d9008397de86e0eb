package cohortkit.report.picture;

import cohortkit.core.InputException;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws the SVG of a picture on other paper. */
final class Raster {

    private static final double CSS_DOTS_PER_INCH = 96;
    private static final double POINTS_PER_INCH = 72;

    private Raster() {}

    static byte[] png(Picture picture, int dotsPerInch) {
        double scale = dotsPerInch / CSS_DOTS_PER_INCH;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(picture, graphics, image.getWidth(), image.getHeight());
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf(Picture picture) {
        float width = (float) (picture.width() * POINTS_PER_INCH / CSS_DOTS_PER_INCH);
        float height = (float) (picture.height() * POINTS_PER_INCH / CSS_DOTS_PER_INCH);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            document.getDocumentInformation().setTitle(picture.title());
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            draw(picture, graphics, width, height);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.setDocumentId(0L); // else the time of day is in the file
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(Picture picture, Graphics2D graphics, float width, float height) {
        byte[] svg = picture.svg(FontWidths.JAVA_FAMILY).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("the picture '" + picture.title() + "' is no SVG");
        }
        try {
            document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
        } catch (InternalError | NoClassDefFoundError | NullPointerException e) {
            // What a JDK says whose machine has no fonts differs by version.
            throw new InputException("this Java has no fonts to draw letters with (" + e.getMessage()
                    + "); install a font and fontconfig, or write the picture as .svg");
        }
    }
}
