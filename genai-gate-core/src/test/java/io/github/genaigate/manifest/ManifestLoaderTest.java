package io.github.genaigate.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.input.Loaded;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestLoaderTest {

    private static final String FILE = "genai-gate.yaml";
    private static final String KNOWN = "Known are apiVersion, kind, service, owners, evidence,"
            + " evaluation, latency, models, extensions, baseline, signOffs, waivers";
    private static final String LINE = "a text of one line, at most 200 characters";
    private static final String PATH = "a path relative to the manifest's folder";

    static Stream<Arguments> refused() {
        return Stream.of(
                change(
                        "kind: Readiness",
                        "kind: Policy",
                        "3:7: This is a policy, and a manifest is needed; Name a file of kind Readiness"),
                change(
                        "kind: Readiness",
                        "kind: Redyness",
                        "3:7: kind is \"Redyness\": only Readiness is known; Did you mean Readiness?"),
                change(
                        "genai-gate/v1",
                        "genai-gate/v2",
                        "2:13: apiVersion is \"genai-gate/v2\": only genai-gate/v1 is known;"
                                + " Did you mean genai-gate/v1?"),
                change("owners:", "owner:", "9:1: The key \"owner\" is not known here; Did you mean owners?"),
                change("owners:", "cost:", "9:1: The key \"cost\" is not known here; " + KNOWN),
                change(
                        "  name: support-assistant",
                        "  nmae: support-assistant",
                        "5:3: The key \"nmae\" is not known here; Did you mean name?",
                        "5:3: service has no name; Add name, " + LINE),
                change(
                        "name: support-assistant",
                        "name: " + "x".repeat(201),
                        "5:9: name is \"" + "x".repeat(80) + "…\": it is longer than 200 characters; Write " + LINE),
                change(
                        "name: support-assistant",
                        "name: \"support\\nassistant\"",
                        "5:9: name is \"support assistant\": it is not a text of one line; Write " + LINE),
                change("name: support-assistant", "name:", "5:8: name has no value; Write " + LINE),
                change(
                        "content: [src/main/**, prompts/**, config/model.yaml]",
                        "content: []",
                        "8:12: content is an empty list; Write at least one entry"),
                change(
                        "[src/main/**, prompts/**, config/model.yaml]",
                        "src/**",
                        "8:12: content is the text \"src/**\"; Write a list, each entry being " + PATH),
                change(
                        "[src/main/**, prompts/**,",
                        "[**/*.py, ../x,",
                        "8:13: A value without quotes cannot begin with *; Put it in quotes: \"**/*.py\"",
                        "8:22: An entry of content is \"../x\": a path must stay below the manifest's folder; Write "
                                + PATH),
                change(
                        "\"@acme/support-ai\"",
                        "@acme/support-ai",
                        "10:30: A value without quotes cannot begin with @; Put it in quotes: \"@acme/support-ai\""),
                change(
                        "kim@acme.example",
                        "Kim",
                        "11:30: id is \"Kim\": an owner is an e-mail address, or a handle that begins with @;"
                                + " Write an e-mail address, or a handle in quotes such as \"@acme/support\""),
                change(
                        "  load-test:\n",
                        "  load test:\n",
                        "15:3: The entry \"load test\" of evidence has no proper name: a name has only letters, digits,"
                                + " dots, hyphens and underscores; Write a name of letters, digits, dots, hyphens and"
                                + " underscores, at most 64 characters",
                        "24:33: No evidence is named \"load-test\"; Did you mean load test?"),
                change(
                        "evidence: evals,",
                        "evidence: evls,",
                        "30:39: No evidence is named \"evls\"; Did you mean evals?"),
                change(
                        "evidence: evals,",
                        "evidence: red-team,",
                        "30:39: No evidence is named \"red-team\"; Declare it under evidence"),
                change(
                        "format: jmeter-csv",
                        "format: jmeter-cvs",
                        "17:13: format is \"jmeter-cvs\": only jmeter-csv, promptfoo, sarif are known;"
                                + " Did you mean jmeter-csv?"),
                change(
                        "    path: perf/results-*.jtl\n",
                        "",
                        "16:5: The entry \"load-test\" of evidence has no path; Add path, " + PATH),
                change(
                        "evals: evals/promptfoo.json",
                        "evals:",
                        "20:9: The entry \"evals\" of evidence has no value; Leave the line out, or write the path alone,"
                                + " or a map with path, format, environment, covers, warmUp"),
                change(
                        "share: 95 %",
                        "share: 0.95",
                        "24:86: share is \"0.95\": a share is a number with a percent sign; Write a share such as 95 %"),
                change(
                        "1500 ms",
                        "1500",
                        "24:70: within is \"1500\": a duration is a number of at most 12 digits with one of the units us, ms, s, min, h, d;"
                                + " Write a duration such as 800 ms or 30 d"),
                change(
                        "  acme-tone:",
                        "  acme-tome:",
                        "32:3: The key \"acme-tome\" is not known here; Did you mean acme-tone?"),
                change(
                        "expires: 2026-12-15",
                        "expires: 2026-02-30",
                        "40:14: expires is \"2026-02-30\": there is no such day; Write a date such as 2026-12-15"),
                change(
                        "record: governance/risk.yaml",
                        "record: /etc/passwd",
                        "34:27: record is \"/etc/passwd\": a path must stay below the manifest's folder; Write "
                                + PATH),
                change(
                        "  - { role: risk, record: governance/risk.yaml }",
                        "  []",
                        "34:3: signOffs is an empty list; Leave the line out, or write at least one entry"),
                change(
                        "strict: true",
                        "strict: yes",
                        "22:11: strict is \"yes\": only true and false are known; Write true or false"),
                Arguments.of(
                        "a: b",
                        List.of(
                                FILE + ":1:1: The key \"a\" is not known here; " + KNOWN,
                                FILE + ":1:1: The manifest has no apiVersion; Add apiVersion, genai-gate/v1",
                                FILE + ":1:1: The manifest has no kind; Add kind, Readiness",
                                FILE + ":1:1: The manifest has no service; Add service, a map with name, summary,"
                                        + " stage, content, tier, riskClass, personalData")),
                Arguments.of(
                        "- a", List.of(FILE + ":1:1: The manifest is a list; Write a map with" + KNOWN.substring(9))),
                Arguments.of("", List.of(FILE + ": The file is empty; Write a document with apiVersion and kind")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsAllThatIsWrong(String text, List<String> problems) {
        assertThat(load(text).problems()).extracting(Problem::toString).isEqualTo(problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "[]", "{}", "[~]", "[[]]", "[{}]", "{a: b}", "\"\"", "x", "[x]", "{x: {y: [z]}}"})
    void refusesEveryWrongValueOfEverySection(String value) {
        for (String section : List.of(
                "service",
                "owners",
                "models",
                "evidence",
                "latency",
                "evaluation",
                "extensions",
                "signOffs",
                "waivers")) {
            var loaded = load(header() + section + ": " + value + "\n");

            assertThat(loaded.value()).as(section + ": " + value).isEmpty();
            assertThat(loaded.problems())
                    .as(section + ": " + value)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.place().line()).isPositive());
        }
    }

    private static String header() {
        return "apiVersion: genai-gate/v1\nkind: Readiness\n";
    }

    @Test
    void givesAllThatIsClaimed() {
        var manifest = load(Manifests.VALID).value().orElseThrow();

        assertThat(manifest.service().name()).isEqualTo("support-assistant");
        assertThat(manifest.service().stage()).isEqualTo("production");
        assertThat(manifest.service().content()).containsExactly("src/main/**", "prompts/**", "config/model.yaml");
        assertThat(manifest.owners())
                .extracting(Owner::role, Owner::id)
                .containsExactly(tuple("accountable", "@acme/support-ai"), tuple("engineering", "kim@acme.example"));
        assertThat(manifest.accountable()).contains("@acme/support-ai");
        assertThat(manifest.evidence().values())
                .containsExactly(
                        new Manifest.Evidence(
                                "evals",
                                "evals/promptfoo.json",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                new Place(FILE, 20, 10)),
                        new Manifest.Evidence(
                                "load-test",
                                "perf/results-*.jtl",
                                Optional.of("jmeter-csv"),
                                Optional.of("staging"),
                                List.of("src/main/**"),
                                new Place(FILE, 16, 5)));
        assertThat(manifest.sections()).containsOnlyKeys("evaluation", "latency", "models", "extensions.acme-tone");
        assertThat(manifest.signOffs())
                .containsExactly(new Manifest.SignOffReference("risk", "governance/risk.yaml", new Place(FILE, 34, 5)));
        assertThat(manifest.waivers())
                .containsExactly(new Manifest.WaiverClaim(
                        "data-lineage",
                        Optional.empty(),
                        List.of(),
                        "The catalogue is being moved.",
                        "ACME-7",
                        "governance/waiver-lineage.yaml",
                        LocalDate.of(2026, 12, 15),
                        new Place(FILE, 36, 5)));
    }

    @Test
    void findsTheApprovalsThatAnyManifestNames() {
        var old = """
                unknown: key
                waivers:
                  - { requirement: data-lineage, approval: governance/a.yaml }
                  - { requirement: evaluation, approval: governance/b.yaml }
                  - { requirement: data-lineage, expires: never, approval: governance/c.yaml }
                  - { requirement: data-lineage, approval: "" }
                  - { requirement: data-lineage, approval: / }
                  - { requirement: data-lineage, approval: ../outside.yaml }
                  - { requirement: data-lineage, approval: [a.yaml] }
                  - { requirement: data-lineage }
                  - text
                """;
        assertThat(ManifestLoader.approvals(old.getBytes(StandardCharsets.UTF_8), "data-lineage"))
                .containsExactly("governance/a.yaml", "governance/c.yaml");
        for (var none : List.of("", "- a list", "waivers: text", "waivers: [", "\0")) {
            assertThat(ManifestLoader.approvals(none.getBytes(StandardCharsets.UTF_8), "data-lineage"))
                    .as(none)
                    .isEmpty();
        }
    }

    @Test
    void showsACriterionItsOwnSection() {
        var manifest = load(Manifests.VALID).value().orElseThrow();
        var catalogue = Manifests.catalogue();

        var claims = manifest.claims(catalogue.criterion("latency-budget").orElseThrow());

        assertThat(claims.section().orElseThrow().values()).containsOnlyKeys("strict", "budgets");
        assertThat(claims.evidence()).containsExactly("evals", "load-test");
        assertThat(claims.manifest()).isEqualTo(Place.of(FILE));
        assertThat(manifest.claims(catalogue.criterion("acme-tone").orElseThrow())
                        .section())
                .isPresent();
        assertThat(manifest.claims(catalogue.criterion("owner-assignment").orElseThrow())
                        .section())
                .isEmpty();
    }

    @Test
    void asksForNoMoreThanTheService() {
        var manifest = load(header() + "service: {name: no, stage: 1, content: [2026-12-15]}")
                .value()
                .orElseThrow();

        assertThat(manifest.service().name()).isEqualTo("no");
        assertThat(manifest.service().stage()).isEqualTo("1");
        assertThat(manifest.service().content()).containsExactly("2026-12-15");
        assertThat(manifest.accountable()).isEmpty();
        assertThat(manifest.sections()).isEmpty();
    }

    @Test
    void readsTheSameBehindAByteOrderMarkAndWithOtherLineEnds() {
        var windows = "\ufeff" + Manifests.VALID.replace("\n", "\r\n");

        assertThat(load(windows)).isEqualTo(load(Manifests.VALID));
    }

    @Test
    void refusesCriteriaThatClaimOneSection() {
        var catalogue = Manifests.catalogue();
        var latency = catalogue.criterion("latency-budget").orElseThrow();
        var other = new About("other", latency.purpose(), List.of(), latency.section());

        assertThatThrownBy(() -> Catalogue.of(List.of(latency, other)))
                .hasMessage("two criteria claim the section latency");
        assertThatThrownBy(() -> Catalogue.of(List.of(latency, latency)))
                .hasMessage("two criteria have the id latency-budget");
    }

    private static Arguments change(String from, String to, String... problems) {
        assertThat(Manifests.VALID).contains(from);
        return Arguments.of(
                Manifests.VALID.replace(from, to),
                Stream.of(problems).map(problem -> FILE + ":" + problem).toList());
    }

    private static Loaded<Manifest> load(String text) {
        return new ManifestLoader(Manifests.catalogue(), Manifests.FORMATS)
                .load(FILE, text.getBytes(StandardCharsets.UTF_8));
    }
}
