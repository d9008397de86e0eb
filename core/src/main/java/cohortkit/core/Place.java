package cohortkit.core;

/**
 * A place in the text of a condition.
 *
 * @param text the whole condition
 * @param at from 0
 */
record Place(String text, int at) {

    Place shifted(int to) {
        return new Place(text, to);
    }

    InputException parseProblem(String problem) {
        return problem("does not parse", problem);
    }

    InputException problem(String problem) {
        return problem("does not fit the codebook", problem);
    }

    /** With a mark under the place; a line break in the text would move it. */
    private InputException problem(String what, String problem) {
        String line = text.replaceAll("\\s", " ");
        return new InputException("the condition " + what + " at position " + (at + 1) + ": " + problem + "\n  " + line
                + "\n  " + " ".repeat(at) + "^");
    }
}
