package io.github.genaigate.policy;

import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of the gate, in Maven's order: {@code 1.0.0-rc-1} before {@code 1.0.0-SNAPSHOT} before {@code 1.0.0}.
 *
 * @param text as it is written
 */
public record GateVersion(String text) implements Comparable<GateVersion> {

    private static final String FORM =
            "[0-9]{1,9}(\\.[0-9]{1,9}){0,3}(-([Aa]lpha|[Bb]eta|[Mm]ilestone|[Rr][Cc])([.-]?[0-9]{1,9})?)?(-SNAPSHOT)?";

    static final Kind.Scalar<GateVersion> KIND =
            new Kind.Scalar<>("version", "a version such as 0.2.0", "^" + FORM + "$", List.of(), GateVersion::parse);

    private static final List<String> QUALIFIERS = List.of("alpha", "beta", "milestone", "rc");
    private static final Pattern QUALIFIER = Pattern.compile("-(alpha|beta|milestone|rc)[.-]?([0-9]*)");

    private static final Comparator<GateVersion> ORDER = Comparator.comparing(
                    GateVersion::numbers, GateVersion::compareNumbers)
            .thenComparing(GateVersion::qualifier, GateVersion::compareNumbers)
            .thenComparing(version -> !version.isSnapshot());

    private static Parsed<GateVersion> parse(String text) {
        return text.matches(FORM)
                ? Parsed.of(new GateVersion(text))
                : Parsed.wrong("it is no version of the gate: numbers with dots, and -alpha, -beta, -milestone, -rc or"
                        + " -SNAPSHOT after them");
    }

    /** The version that is running. */
    static GateVersion own() {
        try (var in = GateVersion.class.getResourceAsStream("gate.version")) {
            if (in == null) {
                throw new IllegalStateException("gate.version is not on the class path");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return parse(text)
                    .value()
                    .orElseThrow(() -> new IllegalStateException("gate.version holds no version: " + text));
        } catch (IOException broken) {
            throw new IllegalStateException("gate.version cannot be read", broken);
        }
    }

    private boolean isSnapshot() {
        return text.endsWith("-SNAPSHOT");
    }

    private List<Integer> numbers() {
        var all = new ArrayList<Integer>();
        for (String number : text.split("-", -1)[0].split("\\.", -1)) {
            all.add(Integer.valueOf(number));
        }
        return all;
    }

    /** Its rank and its number; a release comes last, and a bare snapshot after every qualifier. */
    private List<Integer> qualifier() {
        var found = QUALIFIER.matcher(text.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return List.of(QUALIFIERS.size());
        }
        var number = Optional.of(found.group(2)).filter(digits -> !digits.isEmpty());
        return List.of(
                QUALIFIERS.indexOf(found.group(1)), number.map(Integer::valueOf).orElse(0));
    }

    /** What is left out is zero. */
    private static int compareNumbers(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int mine = i < one.size() ? one.get(i) : 0;
            int theirs = i < other.size() ? other.get(i) : 0;
            if (mine != theirs) {
                return Integer.compare(mine, theirs);
            }
        }
        return 0;
    }

    /** The later one; of two ways to write one version always the same. */
    GateVersion or(GateVersion other) {
        int order = compareTo(other);
        int spelling = text.compareTo(other.text);
        return order > 0 || (order == 0 && spelling <= 0) ? this : other;
    }

    @Override
    public int compareTo(GateVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
