package cohortkit.io;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a REDCap data dictionary, by the name in the CSV that a project downloads and by the one of its API
 * ("Data Dictionary Column Reference", REDCap help; "Export Metadata", REDCap API). Columns that say nothing of the
 * data, such as alignment, are not read.
 */
enum RedcapColumn {
    NAME("Variable / Field Name", "field_name"),
    FORM("Form Name", "form_name"),
    TYPE("Field Type", "field_type"),
    LABEL("Field Label", "field_label"),
    CHOICES("Choices, Calculations, OR Slider Labels", "select_choices_or_calculations"),
    NOTE("Field Note", "field_note"),
    VALIDATION("Text Validation Type OR Show Slider Number", "text_validation_type_or_show_slider_number"),
    MIN("Text Validation Min", "text_validation_min"),
    MAX("Text Validation Max", "text_validation_max"),
    BRANCHING("Branching Logic (Show field only if...)", "branching_logic"),
    REQUIRED("Required Field?", "required_field"),
    ANNOTATION("Field Annotation", "field_annotation");

    private final String title;
    private final String apiName;

    RedcapColumn(String title, String apiName) {
        this.title = title;
        this.apiName = apiName;
    }

    private boolean isNamed(String text) {
        String clean = Spaces.clean(text);
        return clean.equalsIgnoreCase(title) || clean.equalsIgnoreCase(apiName);
    }

    /** Where the columns stand in a header; empty if it is not one of a dictionary. */
    static Optional<Map<RedcapColumn, Integer>> of(List<RawCell> header) {
        Map<RedcapColumn, Integer> columns = new EnumMap<>(RedcapColumn.class);
        for (RawCell cell : header) {
            for (RedcapColumn column : values()) {
                if (column.isNamed(cell.shown())) {
                    columns.putIfAbsent(column, cell.column());
                }
            }
        }
        boolean complete = columns.containsKey(NAME) && columns.containsKey(FORM) && columns.containsKey(TYPE);
        return complete ? Optional.of(columns) : Optional.empty();
    }
}
