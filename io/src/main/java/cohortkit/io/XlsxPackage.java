package cohortkit.io;

import cohortkit.core.InputException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * A workbook's parts and what they refer to, by POI. Types of relationships count by their ends, which are the same in
 * transitional and strict workbooks; POI's reader of events (XSSFReader) does not find the shared texts of strict ones.
 */
final class XlsxPackage {

    private static final String UNREADABLE_LINKS = "the links of its workbook are not readable";

    private final OPCPackage parts;
    private final PackagePart workbook;

    private XlsxPackage(OPCPackage parts, PackagePart workbook) {
        this.parts = parts;
        this.workbook = workbook;
    }

    /**
     * Opens the package in a zip and finds its workbook.
     *
     * @throws InputException if it is no package, or holds something else than a workbook
     */
    static XlsxPackage open(Content content, PackageZip zip) throws IOException {
        if (zip.has("content.xml") && zip.has("mimetype")) {
            throw content.problem("it is an OpenDocument file; save it as xlsx and try again");
        }
        if (!zip.has("[Content_Types].xml")) {
            throw content.problem("it is a zip file without a workbook in it");
        }
        OPCPackage parts =
                asked("its list of parts, [Content_Types].xml, is not as a workbook's", () -> OPCPackage.open(zip));
        // Not getRelationships(): it takes damaged ones for none.
        for (PackageRelationship relation :
                asked("the links in _rels/.rels are not readable", () -> new PackageRelationshipCollection(parts))) {
            if (isOfType(relation, "officeDocument")) {
                zip.indexIsRead();
                return new XlsxPackage(parts, workbook(content, parts, relation));
            }
        }
        throw content.problem("it is a zip file without a workbook in it");
    }

    private static PackagePart workbook(Content content, OPCPackage parts, PackageRelationship relation)
            throws IOException {
        String target = asked(leadsNowhere(relation), relation::getTargetURI).toString();
        if (target.endsWith(".bin")) {
            throw content.problem("it is a binary workbook (xlsb); save it as xlsx and try again");
        }
        if (!target.startsWith("/xl/")) {
            throw content.problem("it is an Office file, but not a workbook");
        }
        return target(parts, relation);
    }

    PackagePart workbook() {
        return workbook;
    }

    /** The part of a sheet, by its relationship; none if the sheet is a chart. */
    Optional<PackagePart> sheet(String name, String relationship) throws IOException {
        PackageRelationship relation = asked(UNREADABLE_LINKS, () -> workbook.getRelationship(relationship));
        if (relation == null) {
            throw new IOException("sheet '" + name + "' has no part");
        }
        return isOfType(relation, "worksheet") ? Optional.of(target(parts, relation)) : Optional.empty();
    }

    /** Reads what the workbook refers to under that type and is there, such as its styles. */
    void read(String type, XmlParts.Handler handler) throws IOException {
        for (PackageRelationship relation : asked(UNREADABLE_LINKS, workbook::getRelationships)) {
            if (isOfType(relation, type) && parts.containPart(name(relation))) {
                XmlParts.read(target(parts, relation), handler);
            }
        }
    }

    private static boolean isOfType(PackageRelationship relation, String type) {
        return relation.getTargetMode() == TargetMode.INTERNAL
                && relation.getRelationshipType().endsWith("/" + type);
    }

    private static PackagePart target(OPCPackage parts, PackageRelationship relation) throws IOException {
        PackagePartName name = name(relation);
        PackagePart part = asked("part " + name + " is not readable", () -> parts.getPart(name));
        if (part == null) {
            throw new IOException("part " + name.getName().substring(1) + " is not there");
        }
        return part;
    }

    private static PackagePartName name(PackageRelationship relation) throws IOException {
        return asked(leadsNowhere(relation), () -> PackagingURIHelper.createPartName(relation.getTargetURI()));
    }

    private static String leadsNowhere(PackageRelationship relation) {
        return "link '" + relation.getId() + "' leads to nothing that can be a part of it";
    }

    private interface Question<T> {
        T answer() throws IOException, InvalidFormatException;
    }

    /** What POI answers; its own complaints quote the rules of the format, so the problem is said in other words. */
    private static <T> T asked(String problem, Question<T> question) throws IOException {
        try {
            return question.answer();
        } catch (InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ZipException limit) {
                    throw limit;
                }
            }
            throw new IOException(problem, e);
        }
    }
}
