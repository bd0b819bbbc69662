package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The merged policy as one document: who set what stands in it, and it loads as the same policy. */
class EffectivePolicyTest {

    private static final Catalogue CATALOGUE = Catalogue.of(ServiceLoader.load(Criterion.class).stream()
            .map(provider -> provider.get().about())
            .toList());

    private static final Path GOLDEN = Path.of("src/test/resources/policy/baseline.effective.golden");

    @TempDir
    Path folder;

    @Test
    void the_baseline() throws IOException {
        var text = String.join("\n", EffectivePolicy.lines(load(CATALOGUE, folder, "builtin:baseline"))) + "\n";
        if ("write".equals(System.getProperty("genai-gate.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }

        assertThat(text).isEqualTo(Files.readString(GOLDEN));
        assertLoadsAgain(CATALOGUE, load(CATALOGUE, folder, "builtin:baseline"), folder);
    }

    @Test
    void the_example_of_an_organisation() throws IOException {
        var policy = load(
                CATALOGUE, Path.of("../examples/org-policy/src/main/resources/META-INF/genai-gate"), "policy.yaml");

        assertThat(EffectivePolicy.lines(policy))
                .contains(
                        "    assurance: measured    # acme-genai 3.2.0 (policy.yaml:12:5)",
                        "    ceilings:    # acme-genai 3.2.0 (policy.yaml:14:5)",
                        "      - { metric: duration, within: 2 s, share: 95 % }    # policy.yaml:15",
                        "    confidence: 95 %    # builtin:baseline (builtin:baseline:16:5)",
                        "  risk: { signers: [risk@acme.example], mustNotBeAuthor: true }    # acme-genai 3.2.0"
                                + " (policy.yaml:58:9)",
                        "skip: forbidden    # acme-genai 3.2.0 (policy.yaml:61:1)",
                        "stage: fixed    # by default");
        assertLoadsAgain(CATALOGUE, policy, folder);
    }

    @Test
    void every_setting_and_every_rule_of_two_layers() throws IOException {
        var desk = new Desk(folder);
        Files.writeString(folder.resolve("keys"), "risk@acme.example ssh-ed25519 AAAA\n");
        desk.write("org.yaml", Desk.ORG + """
                    stages: { pilot: { most: 4 }, production: { demanded: [a, b, c] } }
                roles:
                  risk: { mustNotBeAuthor: true }
                  "on call": { signers: [b@acme.example, "@acme/risk"], mustNotBeAuthor: false }
                allowedSigners: keys
                waivers: { maxDuration: 30 d, maxOpenAt: { production: 2 }, maxRenewals: 1, approvers: [risk, "on call"] }
                stage: adjustable
                asOf: { maxDifference: 36 h }
                simultaneous: { tries: corrected }
                content: { atLeast: [prompts/**] }
                """);
        desk.write("team.yaml", """
                name: team
                version: 2.0.0-beta
                extends: [org.yaml]
                requirements:
                  sample:
                    levels: { poc: warn }
                    waivable: false
                    most: 3
                    within: 1500 ms
                  later:
                    criterion: other
                    levels: { production: info }
                    effectiveFrom: 2027-01-15
                roles:
                  risk: { signers: [kim@acme.example] }
                waivers: { maxDuration: 10 d, maxOpen: 1, approvers: [risk] }
                skip: forbidden
                content: { atLeast: [config/model.yaml] }
                """);
        var policy = desk.policy("team.yaml");

        assertThat(EffectivePolicy.lines(policy).stream().skip(4).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                apiVersion: genai-gate/v1
                kind: Policy
                name: team
                version: "2.0.0-beta"
                stages: [poc, pilot, production]    # org 1.0.0 (org.yaml:5:1)

                requirements:
                  later:
                    criterion: other    # team 2.0.0-beta (team.yaml:12:3)
                    levels: { poc: off, pilot: off, production: info }    # team 2.0.0-beta (team.yaml:14:5)
                    effectiveFrom: 2027-01-15    # team 2.0.0-beta (team.yaml:15:5)
                    waivable: true    # by default
                    confidence: 95 %    # by default
                  sample:
                    criterion: sample    # org 1.0.0 (org.yaml:7:3)
                    levels: { poc: warn, pilot: warn, production: block }    # team 2.0.0-beta (team.yaml:8:5)
                    waivable: false    # team 2.0.0-beta (team.yaml:9:5)
                    confidence: 95 %    # org 1.0.0 (org.yaml:9:5)
                    most: 3    # team 2.0.0-beta (team.yaml:10:5)
                    least: 90 %    # org 1.0.0 (org.yaml:11:5)
                    within: 1500 ms    # team 2.0.0-beta (team.yaml:11:5)
                    demanded: [a, b]    # org 1.0.0 (org.yaml:13:5)
                    allowed: [x, "y", z]    # org 1.0.0 (org.yaml:14:5)
                    scheme: s1    # org 1.0.0 (org.yaml:15:5)
                    stages:
                      production:
                        demanded: [a, b, c]    # org 1.0.0 (org.yaml:16:49)

                roles:
                  "on call": { signers: ["@acme/risk", b@acme.example], mustNotBeAuthor: false }    # org 1.0.0 (org.yaml:19:14)
                  risk: { signers: [kim@acme.example], mustNotBeAuthor: true }    # team 2.0.0-beta (team.yaml:17:9)
                # allowedSigners: the file with the SHA-256 0d37c50507ca81b8db9ebf71aaf037d9c423ab29da81b4c970264a973174dbe8    # org 1.0.0 (org.yaml:20:1)
                waivers: { maxDuration: 10 d, maxOpen: 1, maxOpenAt: { production: 2 }, maxRenewals: 1, warnBefore: 14 d, approvers: [risk] }    # team 2.0.0-beta (team.yaml:18:1)
                skip: forbidden    # team 2.0.0-beta (team.yaml:19:1)
                stage: adjustable    # org 1.0.0 (org.yaml:22:1)
                asOf: { maxDifference: 36 h }    # org 1.0.0 (org.yaml:23:1)
                simultaneous: { correction: none, tries: corrected }    # org 1.0.0 (org.yaml:24:1)
                content: { atLeast: [config/model.yaml, "prompts/**"] }    # team 2.0.0-beta (team.yaml:20:1)
                """);
        assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }

    @Test
    void an_entry_that_several_layers_wrote_names_the_lines_of_its_fields() throws IOException {
        var desk = new Desk(folder);
        desk.write("org.yaml", """
                name: org
                version: "1"
                extends: ["builtin:baseline"]
                requirements:
                  evaluation:
                    suites:
                      - { name: groundedness, passing: 95 %, minimumCases: 50 }
                      - { name: jailbreak, passing: 99 % }
                """);
        desk.write("team.yaml", """
                name: team
                version: "2"
                extends: [org.yaml]
                requirements:
                  evaluation:
                    suites: [{ name: groundedness, passing: 97 % }]
                """);
        var policy = load(CATALOGUE, folder, "team.yaml");

        assertThat(EffectivePolicy.lines(policy))
                .containsSequence(
                        "    suites:    # team 2 (team.yaml:8:5)",
                        "      - { name: groundedness, passing: 97 %, minimumCases: 50 }    # org.yaml:9, team.yaml:8",
                        "      - { name: jailbreak, passing: 99 % }    # org.yaml:10");
        assertLoadsAgain(CATALOGUE, policy, folder);
    }

    @Test
    void nobody_sets_what_falls_back_and_what_siblings_do_not_both_grant() throws IOException {
        var desk = new Desk(folder);
        desk.write("one.yaml", Desk.ORG + "stage: adjustable\nskip: allowed\nsimultaneous: { correction: holm }\n");
        desk.write("other.yaml", Desk.ORG.replace("org", "other") + "skip: allowed\n");

        assertThat(EffectivePolicy.lines(desk.policy("one.yaml", "other.yaml")))
                .contains(
                        "skip: allowed    # org 1.0.0 (one.yaml:17:1)",
                        "stage: fixed    # by default",
                        "simultaneous: { correction: holm, tries: shown }    # org 1.0.0 (one.yaml:18:1)");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file has such a name there")
    void no_name_ends_a_comment_or_a_value() throws IOException {
        var desk = new Desk(folder);
        desk.write("org\nskip: forbidden.yaml", """
                name: "org \\u202E\\" # }"
                version: "~"
                stages: [poc, "pilot\\nskip: forbidden", "null"]
                requirements:
                  sample: { criterion: sample, levels: { "null": block }, scheme: "a # b, ]" }
                roles:
                  "}, x: {": { signers: ["\\uFEFF", "off"] }
                """);
        var policy = desk.policy("org\nskip: forbidden.yaml");

        assertThat(EffectivePolicy.lines(policy))
                .contains(
                        "# Layer org U+202E\" # } ~: org skip: forbidden.yaml, sha256 "
                                + policy.layers().get(0).sha256(),
                        "name: \"org \\U0000202E\\\" # }\"",
                        "    scheme: \"a # b, ]\"    # org U+202E\" # } ~ (org skip: forbidden.yaml:7:59)")
                .noneMatch(line -> line.contains("\n"));
        assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }

    static Policy load(Catalogue catalogue, Path folder, String name) throws IOException {
        Path elsewhere = Path.of("src").toRealPath();
        var loaded = new PolicyLoader(catalogue, new Tree(elsewhere, elsewhere)).load(folder, List.of(name));
        return loaded.value().orElseThrow(() -> new AssertionError(loaded.problems()));
    }

    /** Writes the document and reads it: the same is demanded and granted, and the second time nothing but origins changes. */
    static void assertLoadsAgain(Catalogue catalogue, Policy policy, Path folder) throws IOException {
        var lines = EffectivePolicy.lines(policy);
        Files.write(folder.resolve("effective-policy.yaml"), lines);
        var again = load(catalogue, folder, "effective-policy.yaml");

        assertThat(demands(again)).isEqualTo(demands(policy));
        assertThat(again.stages()).isEqualTo(policy.stages());
        assertThat(again.name() + " " + again.version()).isEqualTo(policy.name() + " " + policy.version());
        assertThat(granted(again)).isEqualTo(granted(policy));
        assertThat(values(EffectivePolicy.lines(again))).isEqualTo(values(lines));
    }

    /** What is demanded on every day, and the least that layers below may make of it, whoever set it. */
    static List<Object> demands(Policy policy) {
        var days = new TreeSet<>(policy.changes());
        policy.requirements()
                .values()
                .forEach(one -> days.addAll(one.least().changes().keySet()));
        return Stream.concat(Stream.of(LocalDate.MIN), days.stream())
                .map(policy::on)
                .<Object>map(on -> List.of(
                        demands(on.requirements().values(), policy.stages()),
                        demands(
                                on.requirements().values().stream()
                                        .map(Requirement::least)
                                        .toList(),
                                policy.stages())))
                .toList();
    }

    private static List<Object> demands(Collection<Requirement> requirements, List<String> stages) {
        return requirements.stream()
                .<Object>map(requirement -> List.of(
                        requirement.id(),
                        requirement.criterion(),
                        requirement.levels(),
                        requirement.effectiveFrom(),
                        requirement.waivable(),
                        requirement.scope().appliesWhen(),
                        granted(requirement.scope().grace()),
                        granted(requirement.scope().exemptions()),
                        requirement.rationale(),
                        stages.stream().map(requirement::settings).toList(),
                        requirement.settings()))
                .toList();
    }

    /** Whoever grants it. */
    static Map<String, List<Object>> granted(Map<String, Grant> grants) {
        var all = new TreeMap<String, List<Object>>();
        grants.forEach((service, grant) -> all.put(service, List.of(grant.kind(), grant.reason(), grant.until())));
        return all;
    }

    private static Map<String, Object> granted(Policy policy) {
        var rules = WrittenRules.of(policy.rules());
        rules.remove("allowedSigners");
        return rules;
    }

    private static List<String> values(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst(" {4}# .*$", ""))
                .toList();
    }
}
