package cohortkit.claims;

/**
 * A figure and where it stands in its file.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("figures.csv"), """
 *     id,where,quote,compute,printed,lower,upper,expected,note
 *     women,abstract,189 women,count,189,,,REPRODUCED,
 *     """);
 * FiguresCsv.rows(folder.resolve("figures.csv")).get(0).line()   // 2
 * }</pre>
 *
 * @param line from 1, the header is 1
 * @param figure as published
 */
public record FigureRow(long line, Figure figure) {}
