package cohortkit.claims.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into sentences: at paragraphs, and behind a full stop that a capital letter follows. A table's row is one. */
final class Sentences {

    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:vs|al|Fig|approx|resp|e\\.g|i\\.e|cf|no|Dr|et))[.!?][)\\]\"”’]*\\s+(?=[\\p{Lu}\"“(\\[0-9])");

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph :
                TextTables.asParagraphs(text).split("\\R\\s*\\R|(?<=[.:!?])\\s*\\R|\\R(?=\\s*[•\\-*]\\s)", -1)) {
            String line = plain(paragraph);
            if (TableRows.isRow(line.strip())) {
                add(sentences, line);
                continue;
            }
            Matcher end = END.matcher(line);
            int from = 0;
            while (end.find()) {
                add(sentences, line.substring(from, end.end()));
                from = end.end();
            }
            add(sentences, line.substring(from));
        }
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }

    /** One kind of space, minus, point and comparison. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\u00a0\u2007\u2009\u202f]+", " ")
                .replaceAll("[\u2010\u2011\u2012\u2212]", "-")
                .replaceAll("(?<=\\d)[\u00b7\u2219\u22c5](?=\\d)", ".")
                .replace('\u2a7d', '≤')
                .replace('\u2a7e', '≥');
    }
}
