package cohortkit.core;

/**
 * One allowed value of a categorical variable.
 *
 * <pre>{@code
 * new Level("2", "percutaneous")   // 2=percutaneous
 * }</pre>
 *
 * @param code as it stands in the data
 * @param label as people read it
 */
public record Level(String code, String label) {

    /** A level whose code is its label. */
    public static Level of(String code) {
        return new Level(code, code);
    }

    @Override
    public String toString() {
        return code.equals(label) ? code : code + "=" + label;
    }
}
