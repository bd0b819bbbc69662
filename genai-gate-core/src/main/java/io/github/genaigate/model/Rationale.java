package io.github.genaigate.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Why a requirement exists. It demands nothing.
 *
 * @param why the reasons, each a sentence, sorted
 * @param references the entries that the requirement serves, sorted, by the framework's id
 */
public record Rationale(List<String> why, SortedMap<String, List<String>> references) {

    /** The frameworks whose ids are known. An organisation writes its own with {@code x-} before it. */
    public static final List<String> FRAMEWORKS =
            List.of("nist-ai-rmf", "eu-ai-act", "iso-42001", "owasp-llm", "ml-test-score");

    /** A framework's id. */
    public static final Kind.Scalar<String> FRAMEWORK = new Kind.Scalar<>(
            "framework",
            "one of " + String.join(", ", FRAMEWORKS) + ", or a framework of your own such as x-acme-handbook",
            "^(" + String.join("|", FRAMEWORKS) + "|x-[a-z0-9-]{1,62})$",
            FRAMEWORKS,
            Rationale::framework);

    public Rationale {
        why = sorted(why);
        var all = new TreeMap<String, List<String>>();
        references.forEach((framework, entries) -> all.put(framework, sorted(entries)));
        references = Collections.unmodifiableSortedMap(all);
    }

    /** Nothing is said. */
    public static Rationale none() {
        return new Rationale(List.of(), new TreeMap<>(Map.of()));
    }

    /** All that both say. */
    public Rationale and(Rationale other) {
        var all = new TreeMap<>(references);
        other.references.forEach((framework, entries) -> all.merge(framework, entries, Rationale::union));
        return new Rationale(union(why, other.why), all);
    }

    private static List<String> union(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<String> sorted(Collection<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    private static Parsed<String> framework(String text) {
        return text.matches(FRAMEWORK.pattern())
                ? Parsed.of(text)
                : Parsed.wrong("no such framework is known, and one of your own begins with x-");
    }
}
