package io.github.genaigate.gate.suite;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.SuiteResult;
import io.github.genaigate.policy.Artifacts;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs the tests of a policy: every case is a service that the gate judges as it judges any other, or a decision that it makes
 * again.
 */
public final class PolicySuite {

    private final Gate gate;
    private final Artifacts artifacts;

    /** Suites that name no artifacts. */
    public PolicySuite(Gate gate) {
        this(gate, Artifacts.none());
    }

    /**
     * Suites of any policies.
     *
     * @param artifacts where policy artifacts come from
     */
    public PolicySuite(Gate gate, Artifacts artifacts) {
        this.gate = gate;
        this.artifacts = artifacts;
    }

    /**
     * Runs a suite.
     *
     * @param file the suite; services, files and policies are named relative to it
     * @param scratch a folder for the services, outside of which nothing is written; empty or not there yet
     * @throws IOException when a service cannot be written
     */
    public SuiteResult run(Path file, Path scratch) throws IOException {
        var name = String.valueOf(file.getFileName());
        try {
            var folder = BaseDirectory.of(file.toAbsolutePath().resolveSibling("."));
            var suite = suite(name, folder.bytes(name, Yaml.LONGEST));
            if (suite.value().isEmpty()) {
                return refused(name, suite.problems());
            }
            return run(name, folder, suite.value().get(), scratch);
        } catch (RefusedException refused) {
            return refused(name, List.of(new Problem(Place.of(name), refused.what(), refused.mend())));
        }
    }

    private static SuiteResult refused(String name, List<Problem> problems) {
        return new SuiteResult(
                name, Decision.PolicyIdentity.none(), List.of(), new TreeMap<>(), new Share(BigDecimal.ONE), problems);
    }

    private static Loaded<Entry> suite(String name, byte[] bytes) {
        var converter = new Converter();
        var root = converter.read(name, bytes);
        if (root.isEmpty() || converter.isAnother(root.get(), SuiteShape.POLICY_TESTS)) {
            return Loaded.refused(converter.problems());
        }
        var entry = converter.entry("The suite", root.get(), SuiteShape.SUITE);
        entry.ifPresent(suite -> {
            twice(suite, converter);
            suite.get(SuiteShape.CASES).forEach(one -> subject(one, converter));
        });
        return entry.isPresent() && converter.problems().isEmpty()
                ? Loaded.of(entry.get())
                : Loaded.refused(converter.problems());
    }

    private static void twice(Entry suite, Converter converter) {
        var names = new HashSet<String>();
        suite.get(SuiteShape.CASES).stream()
                .filter(one -> !names.add(one.get(SuiteShape.NAME)))
                .forEach(one -> converter.problem(
                        one.placeOf(SuiteShape.NAME),
                        "Two cases are called " + Text.quoted(one.get(SuiteShape.NAME)),
                        "Give each case a name of its own"));
    }

    /** A case is about a service or about a decision. */
    private static void subject(Entry one, Converter converter) {
        boolean decision = one.find(SuiteShape.DECISION).isPresent();
        if (decision == one.find(SuiteShape.SERVICE).isPresent()) {
            converter.problem(
                    one.place(),
                    "The case " + Text.quoted(one.get(SuiteShape.NAME)) + " names "
                            + (decision ? "both a service and a decision" : "neither a service nor a decision"),
                    "Name one of them, under service or decision");
        } else if (decision) {
            SuiteShape.OF_SERVICES.stream()
                    .filter(field -> one.find(field).isPresent())
                    .forEach(field -> converter.problem(
                            one.placeOf(field),
                            field.name() + " makes a service, and the case is about a decision",
                            "Leave it out: a decision is judged as it was recorded"));
        }
    }

    private SuiteResult run(String name, BaseDirectory folder, Entry suite, Path scratch) throws IOException {
        var policies = suite.get(SuiteShape.POLICY).stream()
                .map(policy -> absolute(folder.root(), policy))
                .toList();
        var loaded =
                new PolicyLoader(gate.catalogue(), new Tree(scratch, scratch), artifacts).load(folder.root(), policies);
        if (loaded.value().isEmpty()) {
            return refused(name, loaded.problems());
        }
        var policy = loaded.value().get();
        var cases = suite.get(SuiteShape.CASES).stream()
                .map(written -> SuiteCase.of(written, suite))
                .toList();
        var wrong = unknown(cases, inForce(policy));
        if (!wrong.isEmpty()) {
            return refused(name, wrong);
        }
        var coverage = new TreeMap<String, SuiteResult.Coverage>();
        inForce(policy).forEach(id -> coverage.put(id, new SuiteResult.Coverage(0, 0)));
        var results = new ArrayList<SuiteResult.Case>();
        for (int i = 0; i < cases.size(); i++) {
            var given = cases.get(i);
            var result = run(folder, policies, given, scratch.resolve("case-" + (i + 1)));
            results.add(result);
            if (result.passed()) {
                count(coverage, given.expectation());
            }
        }
        return new SuiteResult(
                name,
                policy.identity(),
                results,
                coverage,
                suite.find(SuiteShape.LEAST_RED).orElse(new Share(BigDecimal.ONE)),
                List.of());
    }

    private static String absolute(Path folder, String policy) {
        return policy.matches("[a-z]+:.*") ? policy : folder.resolve(policy).toString();
    }

    private static Set<String> inForce(Policy policy) {
        var last = policy.stages().get(policy.stages().size() - 1);
        var all = new TreeSet<String>();
        policy.requirements().values().stream()
                .filter(requirement -> Stream.concat(Stream.of(requirement), requirement.changes().values().stream())
                        .anyMatch(one -> one.level(last) != Level.OFF))
                .forEach(requirement -> all.add(requirement.id()));
        return all;
    }

    /** A misspelt id would be expected of nothing. */
    private static List<Problem> unknown(List<SuiteCase> cases, Set<String> known) {
        return cases.stream()
                .flatMap(one -> one.expectation().requirements().entrySet().stream())
                .filter(expected -> !known.contains(expected.getKey()))
                .map(expected -> new Problem(
                        expected.getValue().place(),
                        "The policy has no requirement " + Text.quoted(expected.getKey()) + " in force",
                        Names.nearest(expected.getKey(), known)
                                .map(id -> "Did you mean " + id + "?")
                                .orElse("Take one of " + String.join(", ", known))))
                .toList();
    }

    private SuiteResult.Case run(BaseDirectory folder, List<String> policies, SuiteCase given, Path scratch)
            throws IOException {
        try {
            var decision = new SuiteCaseRun(gate, folder, policies, artifacts, given, scratch).decide();
            return new SuiteResult.Case(
                    given.name(), given.place(), given.expectation().differences(decision));
        } catch (RefusedException refused) {
            return new SuiteResult.Case(given.name(), given.place(), List.of(refused.what() + "; " + refused.mend()));
        }
    }

    private static void count(Map<String, SuiteResult.Coverage> coverage, Expectation expectation) {
        expectation
                .expecting(true)
                .forEach(id -> coverage.computeIfPresent(
                        id, (any, known) -> new SuiteResult.Coverage(known.red() + 1, known.met())));
        expectation
                .expecting(false)
                .forEach(id -> coverage.computeIfPresent(
                        id, (any, known) -> new SuiteResult.Coverage(known.red(), known.met() + 1)));
    }
}
