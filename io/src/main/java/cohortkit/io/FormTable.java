package cohortkit.io;

import java.util.ArrayList;
import java.util.List;

/** The forms of numbers on a sheet, each once. */
final class FormTable {

    private final List<NumberForm> forms = new ArrayList<>(List.of(NumberForm.GENERAL));
    private NumberForm last = NumberForm.GENERAL;
    private int lastPlace;

    int place(NumberForm form) {
        if (form.equals(last)) {
            return lastPlace;
        }
        int place = forms.indexOf(form);
        if (place < 0) {
            forms.add(form);
            place = forms.size() - 1;
        }
        last = form;
        lastPlace = place;
        return place;
    }

    NumberForm get(int place) {
        return forms.get(place);
    }

    /** The places here of the forms of another sheet. */
    int[] places(FormTable other) {
        return other.forms.stream().mapToInt(this::place).toArray();
    }
}
