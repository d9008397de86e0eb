package cohortkit.examples.reconstruction;

import cohortkit.core.Codebook;
import cohortkit.core.Range;
import cohortkit.core.Variable;
import cohortkit.core.VariableType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A reconstruction as the workbook that a clinic would hand over: a title above the table, headings merged over
 * columns, blanks after words, numbers typed as text, dates in two forms, and a total below. The import has to see
 * through all of it.
 */
final class ReconstructedWorkbook {

    private static final int HEADINGS = 2;
    private static final int HEADER = 3;
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Reconstruction study;
    private final Random random;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle day = workbook.createCellStyle();

    private ReconstructedWorkbook(Reconstruction study) {
        this.study = study;
        this.random = new Random(study.title().hashCode());
        day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
    }

    /** The bytes of the file; the same for the same reconstruction. */
    static byte[] bytes(Reconstruction study) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ReconstructedWorkbook written = new ReconstructedWorkbook(study);
            try (XSSFWorkbook workbook = written.workbook) {
                written.fill();
                workbook.write(out);
            }
            return withoutClock(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("the date of creation is not a date", e);
        }
    }

    private void fill() throws InvalidFormatException {
        workbook.getProperties().getCoreProperties().setCreated("1970-01-01T00:00:00Z");
        workbook.getProperties().getCoreProperties().setTitle(study.title() + ", " + Reconstruction.LABEL);
        Sheet data = workbook.createSheet("Data (reconstructed)");
        title(data, study.title());
        headings(data);
        Row header = data.createRow(HEADER);
        int column = 0;
        for (Variable variable : study.codebook()) {
            // A blank that nobody sees after the second name.
            header.createCell(column).setCellValue(variable.name() + (column == 1 ? " " : ""));
            column++;
        }
        int at = HEADER + 1;
        for (Map<String, Object> participant : study.rows()) {
            Row row = data.createRow(at++);
            column = 0;
            for (Variable variable : study.codebook()) {
                write(row, column++, participant.get(variable.name()));
            }
        }
        Row total = data.createRow(at + 1);
        total.createCell(0).setCellValue("Total");
        total.createCell(1).setCellValue(study.rows().size());
        codebook(workbook.createSheet("Codebook (reconstructed)"));
    }

    private static void title(Sheet sheet, String title) {
        sheet.createRow(0).createCell(0).setCellValue(title + ", " + Reconstruction.LABEL);
    }

    private void headings(Sheet data) {
        Row row = data.createRow(HEADINGS);
        int column = 0;
        for (Variable variable : study.codebook()) {
            Reconstruction.Heading heading = study.headings().get(variable.name());
            if (heading != null) {
                row.createCell(column).setCellValue(heading.text());
                data.addMergedRegion(new CellRangeAddress(HEADINGS, HEADINGS, column, column + heading.columns() - 1));
            }
            column++;
        }
    }

    private void write(Row row, int column, Object value) {
        if (value == null) {
            return;
        }
        Cell cell = row.createCell(column);
        boolean odd = random.nextInt(20) == 0;
        if (value instanceof Double number) {
            if (odd) {
                cell.setCellValue(String.valueOf(number).replaceAll("\\.0$", ""));
            } else {
                cell.setCellValue(number);
            }
        } else if (value instanceof LocalDate date) {
            if (odd) {
                cell.setCellValue(date.toString());
            } else {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
        } else {
            cell.setCellValue(value + (odd && column > 0 ? " " : ""));
        }
    }

    private void codebook(Sheet sheet) {
        title(sheet, "Codebook of: " + study.title());
        String[] names = {"name", "label", "type", "levels", "unit", "min", "max", "missing"};
        Row header = sheet.createRow(2);
        for (int i = 0; i < names.length; i++) {
            header.createCell(i).setCellValue(names[i]);
        }
        int at = 3;
        Codebook codebook = study.codebook();
        for (Variable variable : codebook) {
            Row row = sheet.createRow(at++);
            row.createCell(0).setCellValue(variable.name());
            row.createCell(1).setCellValue(variable.label());
            row.createCell(2).setCellValue(variable.type().name().toLowerCase(Locale.ROOT));
            row.createCell(3)
                    .setCellValue(variable.levels().stream()
                            .map(l -> l.code() + "=" + l.label())
                            .collect(Collectors.joining("; ")));
            row.createCell(4).setCellValue(variable.unit());
            range(row, variable);
            row.createCell(7)
                    .setCellValue(variable.missingCodes().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
    }

    private static void range(Row row, Variable variable) {
        if (variable.type() == VariableType.NUMBER && !variable.range().equals(Range.ALL)) {
            row.createCell(5).setCellValue(variable.range().min());
            row.createCell(6).setCellValue(variable.range().max());
        }
    }

    /** The entries of the zip with one fixed time, so that the clock leaves no trace. */
    private static byte[] withoutClock(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ZIP_TIME);
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
