package cohortkit.io;

import cohortkit.core.CellRef;
import cohortkit.core.Codebook;
import cohortkit.core.Ledger.Action;
import cohortkit.core.NearestNames;
import cohortkit.core.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the table on a sheet: what stands above it, its header, its columns, its data rows and what stands below. */
final class TableFinder {

    private final RawSheet sheet;
    private final Optional<Codebook> codebook;
    private final LedgerLines ledger;

    TableFinder(RawSheet sheet, Optional<Codebook> codebook, LedgerLines ledger) {
        this.sheet = sheet;
        this.codebook = codebook;
        this.ledger = ledger;
    }

    TableArea find(OptionalInt headerRow) {
        Header header = codebook.isPresent()
                ? new CodebookHeader(sheet, codebook.get()).find(headerRow)
                : new EvidenceHeader(sheet).find(headerRow);
        int position = 0;
        for (; sheet.rowNumber(position) < header.firstRow(); position++) {
            ledger.dropRow(sheet.row(position), "above the header");
        }
        header.report(ledger);
        while (position < sheet.rows() && sheet.rowNumber(position) <= header.lastRow()) {
            position++;
        }
        List<TableArea.Column> columns = columns(header, position);
        int[] rows = new DataRows(sheet, codebook, header, columns, ledger).from(position);
        if (rows.length == 0) {
            throw sheet.problem("there are no data rows under the header in row " + header.lastRow());
        }
        reportMerged(header, columns);
        TableArea area = new TableArea(header.lastRow(), columns, rows);
        new AreaReport(sheet, area, ledger).write(header, codebook.isEmpty() && headerRow.isEmpty());
        return area;
    }

    private List<TableArea.Column> columns(Header header, int firstData) {
        List<TableArea.Column> columns = new ArrayList<>();
        BitSet named = new BitSet();
        for (Header.Name name : header.names()) {
            named.set(name.column());
            if (name.known()) {
                columns.add(new TableArea.Column(name.column(), name.name()));
            }
        }
        BitSet unnamed = usedColumns(firstData);
        unnamed.andNot(named);
        unnamed.stream().forEach(column -> {
            if (codebook.isPresent()) {
                ledger.add(header.lastRow(), column, "", Action.DROPPED, "", "column without a name");
            } else {
                String name = free("column " + CellRef.columnName(column), columns);
                ledger.add(header.lastRow(), column, "", Action.REPAIRED, name, "header: column without a name");
                columns.add(new TableArea.Column(column, name));
            }
        });
        codebook.filter(book -> !book.isPartial()).ifPresent(book -> requireAll(book, header));
        columns.sort(Comparator.comparingInt(TableArea.Column::column));
        return columns;
    }

    private static String free(String name, List<TableArea.Column> columns) {
        boolean taken = columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
        return taken ? free(name + "_2", columns) : name;
    }

    private BitSet usedColumns(int firstData) {
        return sheet.cells().columns(firstData);
    }

    private void requireAll(Codebook book, Header header) {
        Map<String, String> headers = new HashMap<>();
        header.names().forEach(name -> headers.put(name.known() ? name.name() : Spaces.clean(name.raw()), ""));
        List<String> absent = new ArrayList<>();
        for (Variable variable : book) {
            if (!headers.containsKey(variable.name())) {
                List<String> free = header.names().stream()
                        .filter(name -> !name.known())
                        .map(name -> Spaces.clean(name.raw()))
                        .toList();
                absent.add("'" + variable.name() + "'"
                        + (free.isEmpty() ? "" : ": " + NearestNames.of(variable.name(), free)));
            }
        }
        if (!absent.isEmpty()) {
            throw sheet.problem("the header in row " + header.lastRow() + " has no column for "
                    + (absent.size() == 1
                            ? absent.get(0)
                            : absent.size() + " variables of the codebook:\n  " + String.join("\n  ", absent)));
        }
    }

    private void reportMerged(Header header, List<TableArea.Column> columns) {
        BitSet used = new BitSet();
        columns.forEach(column -> used.set(column.column()));
        for (Span span : sheet.merged()) {
            int position = sheet.position(span.firstRow());
            if (span.firstRow() > header.lastRow() && used.get(span.firstColumn()) && position >= 0) {
                for (RawCell cell : sheet.row(position)) {
                    if (cell.column() == span.firstColumn()) {
                        ledger.add(
                                cell.row(),
                                cell.column(),
                                cell.shown(),
                                Action.SUSPICIOUS,
                                cell.shown(),
                                "merged over " + span + "; the other cells are blank");
                    }
                }
            }
        }
    }
}
