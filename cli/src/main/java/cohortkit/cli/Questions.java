package cohortkit.cli;

import cohortkit.core.InputException;
import java.util.ArrayList;
import java.util.List;

/** Options that each ask a question of their own, of which one is answered at a time. */
final class Questions {

    private final List<String> asked = new ArrayList<>();

    /** One that may be asked, such as "--exact". */
    Questions add(String option, boolean isAsked) {
        if (isAsked) {
            asked.add(option);
        }
        return this;
    }

    /** The one that is asked, if any; an error if there are two. */
    List<String> atMostOne() {
        if (asked.size() > 1) {
            throw new InputException(asked.get(0) + " does not go with " + asked.get(1) + "; ask one at a time");
        }
        return List.copyOf(asked);
    }
}
