package cohortkit.report.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture read back as XML. */
record SvgElements(Document document) {

    /** A text and the rectangle that it takes. */
    record Text(String words, double left, double right, double base) {
        boolean overlaps(Text other) {
            return Math.abs(base - other.base) < FontWidths.SIZE && left < other.right && other.left < right;
        }
    }

    static SvgElements of(Picture picture) {
        try {
            return new SvgElements(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(picture.toSvg()))));
        } catch (Exception e) {
            throw new AssertionError("no XML: " + picture.toSvg(), e);
        }
    }

    List<Element> all(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The texts that are not turned. */
    List<Text> texts() {
        return all("text").stream()
                .filter(text -> !text.hasAttribute("transform"))
                .map(SvgElements::text)
                .toList();
    }

    private static Text text(Element text) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double length = Double.parseDouble(text.getAttribute("textLength"));
        double left = switch (text.getAttribute("text-anchor")) {
            case "start" -> x;
            case "end" -> x - length;
            default -> x - length / 2;
        };
        return new Text(text.getTextContent(), left, left + length, Double.parseDouble(text.getAttribute("y")));
    }
}
