package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One policy artifact in one version, a jar.
 *
 * @param classifier of an artifact beside the main one
 */
public record Coordinates(String group, String artifact, String version, Optional<String> classifier) {

    static final String PREFIX = "maven:";

    private static final List<String> PARTS = List.of("group", "artifact", "version", "classifier");

    /** Parts become folders of a repository: none may lead anywhere else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_+-]|\\.(?!\\.))*");

    private static final Pattern MANY_VERSIONS = Pattern.compile("(?i).*[\\[(\\])*].*|latest|release");

    /**
     * What a name such as {@code maven:com.acme:genai-policy:3.2.0} means.
     *
     * @throws RefusedException when it means no single artifact; the mend tells the nearest name that could
     */
    public static Coordinates parse(String name) throws RefusedException {
        var parts = List.of(name.substring(PREFIX.length()).split(":", -1));
        if (parts.size() > 2 && MANY_VERSIONS.matcher(parts.get(2)).matches()) {
            throw new RefusedException(
                    "The policy " + Text.quoted(name) + " may be any of several versions",
                    "Write one version, such as " + PREFIX + parts.get(0) + ":" + parts.get(1) + ":1.0.0");
        }
        if (parts.size() < 3 || parts.size() > 4) {
            throw refused(name, "does not have the form " + PREFIX + "group:artifact:version", parts);
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!PLAIN.matcher(parts.get(i)).matches()) {
                throw refused(name, "has no " + PARTS.get(i) + " that an artifact could have", parts);
            }
        }
        if (parts.size() == 4 && parts.get(2).equals("jar")) {
            throw refused(name, "names a type, which is always jar", List.of(parts.get(0), parts.get(1), parts.get(3)));
        }
        return new Coordinates(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.size() == 4 ? Optional.of(parts.get(3)) : Optional.empty());
    }

    private static RefusedException refused(String name, String what, List<String> parts) {
        var nearest = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            String part = i < parts.size() ? parts.get(i).strip().replaceAll("[/\\\\]+", ".") : "";
            nearest.add(PLAIN.matcher(part).matches() ? part : "<" + PARTS.get(i) + ">");
        }
        return new RefusedException(
                "The policy " + Text.quoted(name) + " " + what, "Write " + PREFIX + String.join(":", nearest));
    }

    /** Whether it may be another artifact tomorrow. Maven takes every version that ends so for one. */
    public boolean isSnapshot() {
        return version.endsWith("SNAPSHOT");
    }

    /** As it is written in a policy. */
    @Override
    public String toString() {
        return PREFIX + group + ":" + artifact + ":" + version
                + classifier.map(one -> ":" + one).orElse("");
    }
}
