package cohortkit.bench;

import java.io.File;
import java.io.IOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The peer in Java: opens a workbook with POI's user model and reads each cell once. */
final class PoiUserModel {

    private PoiUserModel() {}

    public static void main(String... args) throws IOException, InvalidFormatException {
        long cells = 0;
        double sum = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new File(args[0]))) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    cells++;
                    switch (cell.getCellType()) {
                        case NUMERIC -> sum += cell.getNumericCellValue();
                        case STRING -> sum += cell.getStringCellValue().length();
                        default -> {}
                    }
                }
            }
        }
        System.out.println(cells + " cells, check " + sum);
    }
}
