package io.github.genaigate.model;

import java.util.List;

/** What a service is, as far as it decides which requirements apply to it. The words go from the least to the most. */
public enum Attribute {
    TIER("tier", "How much depends on the service.", "low medium high critical"),
    RISK_CLASS("riskClass", "The risk class of the EU AI Act.", "minimal limited high unacceptable"),
    PERSONAL_DATA(
            "personalData",
            "The worst class of personal data that it handles; special as in GDPR article 9.",
            "none pseudonymous personal special");

    private final String key;
    private final String meaning;
    private final String words;

    Attribute(String key, String meaning, String words) {
        this.key = key;
        this.meaning = meaning;
        this.words = words;
    }

    /** As it is written in manifests and policies. */
    public String key() {
        return key;
    }

    /** How a service states it. */
    public Field<String> field() {
        return Field.optional(key, Kind.word(words().toArray(String[]::new)), meaning);
    }

    /** From the least to the most. */
    public List<String> words() {
        return List.of(words.split(" ", -1));
    }

    /** Whether a word says as much as another or more. */
    public boolean atLeast(String word, String least) {
        return words().indexOf(word) >= words().indexOf(least);
    }

    /** The words from one on. */
    public List<String> from(String least) {
        return words().subList(words().indexOf(least), words().size());
    }
}
