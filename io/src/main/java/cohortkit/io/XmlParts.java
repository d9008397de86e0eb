package cohortkit.io;

import com.fasterxml.aalto.AaltoInputProperties;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads the XML parts of a workbook, without document types and without anything from outside. */
final class XmlParts {

    /** A part as it is read, standing at an element's start. */
    interface Handler {
        void element(String name, XMLStreamReader xml) throws XMLStreamException;

        default void end(String name) {}
    }

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int DEEPEST = 100;
    private static final InputFactoryImpl FACTORY = factory();

    private XmlParts() {}

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(AaltoInputProperties.P_RETAIN_ATTRIBUTE_GENERAL_ENTITIES, false);
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** A part's name without the first slash. */
    static String name(PackagePart part) {
        return part.getPartName().getName().substring(1);
    }

    static void read(PackagePart source, Handler handler) throws IOException {
        try (InputStream in = source.getInputStream()) {
            read(in, name(source), handler);
        }
    }

    static void read(InputStream in, String part, Handler handler) throws IOException {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            try {
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            if (xml instanceof XMLStreamReader2 reader && reader.getDepth() > DEEPEST) {
                                throw new IOException("part " + part + " has more than " + DEEPEST + " elements, each"
                                        + " inside the one before");
                            }
                            handler.element(xml.getLocalName(), xml);
                        }
                        case XMLStreamConstants.END_ELEMENT -> handler.end(xml.getLocalName());
                        case XMLStreamConstants.DTD ->
                            throw new IOException("part " + part + " has a document type, which no workbook needs");
                        default -> {}
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException inner) {
                throw inner;
            }
            throw new IOException("part " + part + " is not well-formed XML", e);
        }
    }

    /** The text up to the end of the element, without that of elements inside it. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        Chars text = new Chars();
        text(xml, text);
        return text.toString();
    }

    /** The same into a buffer. */
    static void text(XMLStreamReader xml, Chars text) throws XMLStreamException {
        text.clear();
        int depth = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (xml.getTextLength() + text.length() > LONGEST_TEXT) {
                        throw new XMLStreamException("a text of more than " + LONGEST_TEXT + " characters");
                    }
                    if (depth == 0) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new XMLStreamException("elements inside elements without end");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 0) {
                        return;
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity of its own");
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("the document ends too early");
                default -> {}
            }
        }
    }

    /** An attribute's value by its local name, whatever its namespace; empty if it is not there. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Whether an xsd:boolean attribute says true. */
    static boolean isTrue(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.equals("1") || value.equals("true");
    }

    /** An attribute's whole number; the other where it is not there or no number. */
    static int number(XMLStreamReader xml, String name, int otherwise) {
        double value = Numbers.parseShort(attribute(xml, name));
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) value : otherwise;
    }
}
