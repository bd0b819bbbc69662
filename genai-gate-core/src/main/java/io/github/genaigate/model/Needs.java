package io.github.genaigate.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts that a requirement will ask for, known before any of them is gathered.
 *
 * @param evidence the questions to each piece of evidence, by its name; evidence without questions is read all the same
 * @param ownership whether the code owners of the content are asked for
 * @param activity how far back commits are asked for, when they are
 * @param baseline whether what was blessed is asked for
 * @param ages the greatest age of evidence that is not about the content, by its name; {@code maxAge} is not for it
 */
public record Needs(
        Map<String, Set<Question>> evidence,
        boolean ownership,
        Optional<Duration> activity,
        boolean baseline,
        Map<String, Duration> ages) {

    /** Without a baseline, and with evidence about the content alone. */
    public Needs(Map<String, Set<Question>> evidence, boolean ownership, Optional<Duration> activity) {
        this(evidence, ownership, activity, false, Map.of());
    }

    /** The same with what was blessed, to compare with. */
    public Needs compared() {
        return new Needs(evidence, ownership, activity, true, ages);
    }

    public static Needs nothing() {
        return new Needs(Map.of(), false, Optional.empty());
    }

    public static Needs evidence(String name, Question... questions) {
        return new Needs(Map.of(name, Set.of(questions)), false, Optional.empty());
    }

    /** Evidence that is not about the content, no older than that where anything is demanded. */
    public static Needs reference(String name, Optional<Duration> age) {
        return new Needs(
                Map.of(name, Set.of()),
                false,
                Optional.empty(),
                false,
                age.map(most -> Map.of(name, most)).orElse(Map.of()));
    }

    /** Both together. */
    public Needs and(Needs other) {
        var both = new LinkedHashMap<String, Set<Question>>(evidence);
        other.evidence.forEach((name, questions) -> both.merge(name, questions, (mine, theirs) -> {
            var union = new LinkedHashSet<>(mine);
            union.addAll(theirs);
            return union;
        }));
        var longest =
                Stream.of(activity, other.activity).flatMap(Optional::stream).max(Comparator.naturalOrder());
        var strictest = new LinkedHashMap<>(ages);
        other.ages.forEach((name, age) ->
                strictest.merge(name, age, (mine, theirs) -> mine.compareTo(theirs) <= 0 ? mine : theirs));
        return new Needs(both, ownership || other.ownership, longest, baseline || other.baseline, strictest);
    }
}
