package cohortkit.claims;

/** Nothing to check against. */
record NoFinding(String reason) implements Finding {

    @Override
    public EvidenceLevel level() {
        return EvidenceLevel.NONE;
    }

    @Override
    public String text() {
        return "not checkable";
    }

    @Override
    public String convention() {
        return "";
    }

    @Override
    public Verdict verdict(Figure figure) {
        return new Verdict.NotCheckable(reason);
    }
}
