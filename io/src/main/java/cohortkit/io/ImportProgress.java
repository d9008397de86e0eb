package cohortkit.io;

/**
 * Hears how far the reading of a long file is. It is asked on the thread that reads, after every few million bytes; a file
 * shorter than that is read without a word.
 *
 * <pre>{@code
 * Workbook.open(file, (rows, share) -> System.err.println(rows + " rows")).cohort().size()   // 333
 * }</pre>
 */
@FunctionalInterface
public interface ImportProgress {

    /**
     * Some rows more were read.
     *
     * @param rows how many there are by now, those of sheets before this one not counted
     * @param share how much of the sheet is read, from 0 to 1; NaN where its size is not known
     */
    void read(long rows, double share);

    /** Nobody listens. */
    static ImportProgress none() {
        return (rows, share) -> {};
    }
}
