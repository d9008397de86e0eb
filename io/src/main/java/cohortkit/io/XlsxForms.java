package cohortkit.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** The number formats of a workbook's cell styles. */
final class XlsxForms implements XmlParts.Handler {

    private final Map<Integer, NumberForm> custom = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean inCellStyles;

    @Override
    public void element(String name, XMLStreamReader xml) {
        switch (name) {
            case "numFmt" ->
                custom.put(
                        XmlParts.number(xml, "numFmtId", 0), NumberForm.parse(XmlParts.attribute(xml, "formatCode")));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    styles.add(XmlParts.number(xml, "numFmtId", 0));
                }
            }
            default -> {}
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    List<NumberForm> byStyle() {
        List<NumberForm> forms = new ArrayList<>(styles.size());
        for (int id : styles) {
            forms.add(custom.containsKey(id) ? custom.get(id) : NumberForm.builtIn(id));
        }
        return forms;
    }
}
