package io.github.genaigate.maven;

import io.github.genaigate.input.Text;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of the command line, which go before those of the POM. Maven does it the other way round, and so whoever
 * writes the POM under judgement could take back what the command line demands.
 */
final class Settings {

    /** What the properties of all parameters begin with. */
    static final String PREFIX = "genai-gate.";

    static final String MANIFEST = PREFIX + "manifest";
    static final String POLICY = PREFIX + "policy";
    static final String POLICY_DIGEST = PREFIX + "policyDigest";
    static final String STAGE = PREFIX + "stage";
    static final String AS_OF = PREFIX + "asOf";
    static final String AT_LEAST_AS_STRICT = PREFIX + "atLeastAsStrict";
    static final String BASE_DIRECTORY = PREFIX + "baseDirectory";
    static final String OUTPUT_DIRECTORY = PREFIX + "outputDirectory";
    static final String DECISIONS = PREFIX + "decisions";
    static final String EARLIER_DECISIONS = PREFIX + "earlierDecisions";
    static final String CANDIDATE = PREFIX + "candidate";
    static final String DAYS = PREFIX + "days";
    static final String FAILING = PREFIX + "failing";
    static final String PROBABILITY = PREFIX + "probability";
    static final String REPORTS = PREFIX + "reports";
    static final String REQUIREMENT = PREFIX + "requirement";
    static final String SKIP = PREFIX + "skip";
    static final String SUITE = PREFIX + "suite";

    /** The properties of all parameters of all goals. */
    static final List<String> ALL = List.of(
            AS_OF,
            AT_LEAST_AS_STRICT,
            BASE_DIRECTORY,
            CANDIDATE,
            DAYS,
            DECISIONS,
            EARLIER_DECISIONS,
            FAILING,
            MANIFEST,
            OUTPUT_DIRECTORY,
            POLICY,
            POLICY_DIGEST,
            PROBABILITY,
            REPORTS,
            REQUIREMENT,
            SKIP,
            STAGE,
            SUITE);

    /** No parameter, but what many builds call the version of the plugin. */
    private static final String VERSION = PREFIX + "version";

    private final Map<String, String> commandLine = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Settings(Properties userProperties) {
        userProperties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && !name.equals(VERSION))
                .forEach(name -> commandLine.put(name, userProperties.getProperty(name)));
        commandLine.forEach((name, value) -> {
            if (!ALL.contains(name)) {
                problem(
                        name,
                        "There is no parameter " + name,
                        nearest(name)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Take one of " + String.join(", ", ALL)));
            } else if (list(value).isEmpty()) {
                // An unset variable of a pipeline must not turn the demand of a policy into none.
                problem(name, "The value of " + name + " is empty", "Give it a value, or leave it out");
            }
        });
    }

    /** The value of the command line. */
    Optional<String> commandLine(String name) {
        return Optional.ofNullable(commandLine.get(name))
                .filter(value -> !list(value).isEmpty());
    }

    /** What Maven gives for a parameter, when it is of the POM and not of the command line. */
    <T> Optional<T> pom(String name, @Nullable T given) {
        return commandLine.containsKey(name) ? Optional.empty() : Optional.ofNullable(given);
    }

    /** The value of the command line. One of the POM is a problem: who is judged may have written it. */
    Optional<String> onlyCommandLine(String name, @Nullable String given) {
        pom(name, given)
                .ifPresent(value -> problem(
                        name,
                        "Only the command line may set " + name,
                        "Remove it from the POM, and give it as -D" + name + " where it is needed"));
        return commandLine(name).map(String::strip);
    }

    /** The value of the command line, else that of the POM. */
    Optional<String> first(String name, @Nullable String pom) {
        return commandLine(name).or(() -> Optional.ofNullable(pom)).map(String::strip);
    }

    /** The list of the command line, else that of the POM. */
    List<String> firstList(String name, @Nullable List<String> pom) {
        return commandLine(name).map(Settings::list).orElse(pom == null ? List.of() : List.copyOf(pom));
    }

    /** What both name, the command line first. */
    List<String> both(String name, @Nullable List<String> pom) {
        var all = new LinkedHashSet<>(commandLine(name).map(Settings::list).orElse(List.of()));
        if (pom != null) {
            all.addAll(pom);
        }
        return List.copyOf(all);
    }

    /** The flag of the command line, else that of the POM; Maven itself would take what is misspelt for false. */
    boolean flag(String name, @Nullable String pom) {
        return first(name, pom)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        problem(
                                name,
                                "The value " + Text.quoted(value) + " of " + name + " is neither true nor false",
                                Names.nearest(value, List.of("true", "false"))
                                        .map(near -> "Did you mean " + near + "?")
                                        .orElse("Write true or false"));
                        yield false;
                    }
                })
                .orElse(false);
    }

    /**
     * Refuses what the tree under judgement adds to the command line.
     *
     * @param arguments as they stand in the files of the folder {@code .mvn}
     */
    void refuse(String arguments) {
        commandLine.keySet().stream()
                .filter(name -> Pattern.compile(Pattern.quote(name) + "(?![A-Za-z])")
                        .matcher(arguments)
                        .find())
                .forEach(name -> problem(
                        name,
                        "The folder .mvn of the tree under judgement sets " + name + " as if it were the command line",
                        "Remove it there, and write it in the POM or on the command line"));
    }

    void problem(String name, String what, String mend) {
        problem(Place.of(source(name)), what, mend);
    }

    void problem(Place place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
    }

    /** Where a value comes from. */
    String source(String name) {
        return commandLine.containsKey(name) ? "-D" + name : name + " in pom.xml";
    }

    /** All that is wrong, in the order of the names. */
    List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    private static Optional<String> nearest(String name) {
        var known = ALL.stream()
                .map(property -> property.substring(PREFIX.length()))
                .toList();
        return Names.nearest(name.substring(PREFIX.length()), known).map(PREFIX::concat);
    }

    private static List<String> list(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
