package cohortkit.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a page that says what it prints.
 *
 * @param language the word behind the fence: {@code java} is a part of the page's session in the shell, with what is
 *     printed in comments below; {@code console} has commands behind {@code $} and below each what it prints
 * @param line where its first line stands in the file, from 1
 * @param lines without the fences
 */
record Example(String language, int line, List<String> lines) {

    static List<Example> of(List<String> page) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).startsWith("```")) {
                int end = i + 1;
                while (!page.get(end).startsWith("```")) {
                    end++;
                }
                examples.add(
                        new Example(page.get(i).substring(3).strip(), i + 2, List.copyOf(page.subList(i + 1, end))));
                i = end;
            }
        }
        return examples;
    }

    /** Lines to be typed, and those that answer them. */
    record Step(int line, List<String> typed, List<String> answer) {

        /** What is printed agrees, where a line "..." stands for any number of lines, and an end "..." for any end. */
        boolean agrees(List<String> printed) {
            return agrees(answer, printed);
        }

        private static boolean agrees(List<String> expected, List<String> printed) {
            if (expected.isEmpty()) {
                return printed.isEmpty();
            }
            String first = expected.get(0);
            List<String> rest = expected.subList(1, expected.size());
            if (first.equals("...")) {
                for (int skipped = 0; skipped <= printed.size(); skipped++) {
                    if (agrees(rest, printed.subList(skipped, printed.size()))) {
                        return true;
                    }
                }
                return false;
            }
            return !printed.isEmpty()
                    && begins(printed.get(0), first)
                    && agrees(rest, printed.subList(1, printed.size()));
        }

        private static boolean begins(String printed, String expected) {
            return expected.endsWith("...")
                    ? printed.startsWith(expected.substring(0, expected.length() - 3))
                    : printed.equals(expected);
        }
    }

    /** The steps of a block, in order. */
    List<Step> steps() {
        boolean java = language.equals("java");
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int from = i;
            List<String> typed = new ArrayList<>();
            while (i < lines.size() && (java ? !isComment(lines.get(i)) : typed.isEmpty() || continues(typed))) {
                typed.add(lines.get(i++));
            }
            List<String> answer = new ArrayList<>();
            while (i < lines.size()
                    && (java ? isComment(lines.get(i)) : !lines.get(i).startsWith("$ "))) {
                String line = lines.get(i++);
                answer.add((java ? line.substring(2).replaceFirst("^ ", "") : line).stripTrailing());
            }
            steps.add(new Step(line + from, typed, answer));
        }
        return steps;
    }

    private static boolean isComment(String line) {
        return line.startsWith("//");
    }

    private static boolean continues(List<String> typed) {
        return typed.get(typed.size() - 1).endsWith("\\");
    }
}
