package cohortkit.io;

/** Bytes of XML in UTF-8, and what stands at a place among them. Ends and places beyond are negative where it is not there. */
final class XmlBytes {

    private static final int LONGEST_TEXT = 1 << 16;

    private final byte[] xml;
    private final int end;

    XmlBytes(byte[] xml, int end) {
        this.xml = xml;
        this.end = end;
    }

    /** The place after the next quote, with nothing but plain characters before it. */
    int afterQuote(int from) {
        int at = from;
        while (byteAt(at) >= ' ' && xml[at] != '"' && xml[at] != '<' && xml[at] != '&') {
            at++;
        }
        return byteAt(at) == '"' ? at + 1 : -1;
    }

    /** Where a text without anything that XML writes otherwise ends, at the next tag. */
    int textEnd(int from) {
        int at = from;
        while (at < end && xml[at] != '<') {
            byte b = xml[at];
            if (b == '&' || b == '>' || (b >= 0 && b < ' ' && b != '\n' && b != '\t')) {
                return -1;
            }
            at++;
        }
        return at < end && at - from < LONGEST_TEXT ? at : -1;
    }

    int afterSpace(int from) {
        int at = from;
        while (byteAt(at) == ' ' || byteAt(at) == '\n' || byteAt(at) == '\r' || byteAt(at) == '\t') {
            at++;
        }
        return at;
    }

    int byteAt(int at) {
        return at < end ? xml[at] : -1;
    }

    /** Whether a space, that name, an equals sign and a quote stand there. */
    boolean isAttribute(int at, String name) {
        int close = at + 1 + name.length();
        return byteAt(close) == '=' && byteAt(close + 1) == '"' && isAt(at + 1, name);
    }

    boolean isAt(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (byteAt(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean starts(int at, byte[] text) {
        if (at + text.length > end) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (xml[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}
