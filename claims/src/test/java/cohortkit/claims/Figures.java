package cohortkit.claims;

import java.util.Optional;

/** Figures for tests. */
final class Figures {

    private Figures() {}

    static Figure printed(String printed) {
        return figure("rr", "riskRatio", printed, "", "", Verdict.Kind.CONSISTENT);
    }

    static Figure printed(String printed, String lower, String upper) {
        return figure("rr", "riskRatio", printed, lower, upper, Verdict.Kind.CONSISTENT);
    }

    static Figure words() {
        return printed("");
    }

    static Figure figure(String id, String compute, String printed, String lower, String upper, Verdict.Kind expected) {
        return new Figure(
                id,
                "abstract, results",
                "twice as likely",
                compute,
                read(printed),
                read(lower),
                read(upper),
                expected,
                "");
    }

    private static Optional<Printed> read(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Printed.parse(text));
    }
}
