package cohortkit.report.picture;

import cohortkit.core.InputException;
import cohortkit.core.OutputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A picture with its words: a title, and a description that says what is seen to somebody who does not see it. SVG is what
 * it is made of, the same bytes on every machine; PNG and PDF are drawn from it and need no display.
 *
 * <pre>{@code
 * var picture = ForestPlot.of(Logistic.fit("low ~ age + smoke", births));
 * picture.title()                           // "Odds ratios of low"
 * picture.toSvg()                           // "<svg ...
 * picture.writeTo(folder.resolve("forest.svg"))
 * Files.size(folder.resolve("forest.svg")) > 0   // true
 * }</pre>
 *
 * @param title in a line
 * @param description the alternative text: the values in words
 * @param width in pixels of CSS, 1/96 inch
 * @param height likewise
 * @param body the SVG elements
 */
public record Picture(String title, String description, double width, double height, String body) {

    /** The picture as an SVG document of one element, to stand in a file or within HTML. */
    public String toSvg() {
        return svg(FontWidths.FAMILIES);
    }

    String svg(String fonts) {
        String size = Svg.number(width) + "\" height=\"" + Svg.number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 " + Svg.number(width)
                + " " + Svg.number(height) + "\" role=\"img\" font-family=\"" + fonts
                + "\" font-size=\"" + Svg.number(FontWidths.SIZE) + "\" fill=\"#111111\">\n"
                + "<title>" + Svg.escaped(title) + "</title>\n<desc>" + Svg.escaped(description) + "</desc>\n"
                + "<rect width=\"" + size + "\" fill=\"#ffffff\"/>\n" + body + "</svg>\n";
    }

    /**
     * The picture in dots.
     *
     * @param dotsPerInch 96 for a screen, 300 for print
     * @throws InputException if this Java has no fonts to draw letters with
     */
    public byte[] toPng(int dotsPerInch) {
        return Raster.png(this, dotsPerInch);
    }

    /**
     * One page of the picture's own size, its letters drawn as outlines.
     *
     * @throws InputException if this Java has no fonts to draw letters with
     */
    public byte[] toPdf() {
        return Raster.pdf(this);
    }

    /**
     * Writes the picture in the format that the file's name ends with: .svg, .png (300 dots per inch) or .pdf.
     *
     * @throws InputException if the name ends otherwise, or the file cannot be written
     */
    public void writeTo(Path path) {
        String name = path.getFileName().toString();
        byte[] bytes = switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> toSvg().getBytes(StandardCharsets.UTF_8);
            case "png" -> toPng(300);
            case "pdf" -> toPdf();
            default ->
                throw new InputException(
                        "no picture can be written as " + name + "; name a file that ends with .svg, .png or .pdf");
        };
        OutputFile.writeBytes(path, out -> out.write(bytes));
    }

    /** The title and the size. */
    @Override
    public String toString() {
        return title + " (picture, " + Svg.number(width) + " x " + Svg.number(height)
                + "; writeTo(path) as .svg, .png or .pdf)";
    }
}
