package io.github.genaigate.gate;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Problem;
import io.github.genaigate.repository.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A service that is ready, in a folder of its own: {@code service} is a repository made by the real git program with a
 * manifest, content, evidence of every format and a sign-off; {@code acme-policy.yaml} lies beside it.
 */
final class ServiceFolder {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Gate GATE = Gate.of(ServiceFolder.class.getClassLoader());
    static final String RISK = "Risk <risk@acme.example>";

    static final String MANIFEST = GateRequest.MANIFEST;
    static final String JMETER = "perf/results.jtl";
    static final String K6 = "perf/k6.json";
    static final String PROMPTFOO = "evals/promptfoo.json";
    static final String SARIF = "scans/spotbugs.sarif";
    static final String OPENLINEAGE = "lineage/events.ndjson";
    static final String MARKDOWN = "docs/service.md";
    static final String ALERTS = "ops/alerts.yml";
    static final String CODEOWNERS = ".github/CODEOWNERS";
    static final String RECORD = "governance/risk.yaml";
    static final String POLICY = "../acme-policy.yaml";

    static final String MANIFEST_TEXT = """
            apiVersion: genai-gate/v1
            kind: Readiness
            service:
              name: support-assistant
              summary: Answers customers' questions from the product handbook.
              stage: production
              content: [src/main/**, prompts/**, config/model.yaml]
            owners:
              - { role: accountable, id: "@acme/support-ai" }
              - { role: engineering, id: kim@acme.example }
              - { role: on-call, id: lee@acme.example }
            evidence:
              load-test: perf/results.jtl
              smoke-test: { path: perf/k6.json, format: k6-json }
              evals: evals/promptfoo.json
              scan: scans/spotbugs.sarif
              lineage: lineage/events.ndjson
              documents: docs/service.md
              alerts: ops/alerts.yml
            latency:
              budgets:
                - { name: answer, evidence: load-test, operation: chat, metric: duration, within: 1500 ms, share: 95 % }
                - { name: smoke, evidence: smoke-test, metric: duration, within: 1500 ms, share: 95 % }
            capacity:
              claims:
                - { evidence: load-test, peak: 2 requests/s, errors: 1 % }
                - { evidence: smoke-test, peak: 10 requests/s, errors: 1 % }
            evaluation:
              suites:
                - { name: groundedness, evidence: evals, select: { category: grounded }, passing: 90 % }
            security:
              evidence: [scan]
            documents:
              files:
                - { name: impact-assessment, evidence: documents }
                - { name: model-card, evidence: documents }
                - { name: human-oversight, evidence: documents }
                - { name: runbook, evidence: documents }
                - { name: adoption-plan, evidence: documents }
                - { name: feedback-plan, evidence: documents }
            operations:
              alerts: [alerts]
            lineage:
              evidence: [lineage]
              datasets:
                - { name: handbook, namespace: acme-docs, use: retrieval, owner: "@acme/docs", licence: CC-BY-4.0, personalData: none }
            signOffs:
              - { role: risk, record: governance/risk.yaml }
            models:
              - { name: answerer, provider: acme, id: extractive-1.2.0, licence: Apache-2.0, retires: 2027-06-30 }
            """;

    static final String POLICY_TEXT = """
            apiVersion: genai-gate/v1
            kind: Policy
            name: acme-genai
            version: 3.2.0
            extends: ["builtin:baseline"]
            requirements:
              latency-budget: { maxAge: 30 d, binding: committed }
              evaluation: { maxAge: 30 d, suites: [{ name: groundedness, passing: 90 %, minimumCases: 50 }] }
              security-review: { scans: [{ kind: code, tools: [SpotBugs] }] }
              out-of-scope:
                criterion: evaluation
                levels: { production: block }
                effectiveFrom: 2027-01-15
                suites: [{ name: out-of-scope, passing: 90 % }]
              never-demanded:
                criterion: evaluation
                levels: { production: "off" }
            roles:
              risk: { signers: [risk@acme.example], mustNotBeAuthor: true }
            waivers: { maxDuration: 30 d, maxOpen: 2, approvers: [risk] }
            skip: forbidden
            """;

    private final Path folder;

    private ServiceFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the service, ready. */
    static ServiceFolder ready(Path folder) {
        var service = new ServiceFolder(folder);
        var git = TestRepository.init(folder.resolve("service"));
        service.write(POLICY, POLICY_TEXT).delete(".git/hooks");
        git.write(MANIFEST, MANIFEST_TEXT)
                .write("src/main/App.java", "class App {}\n")
                .write("prompts/answer.md", "Answer from the handbook.\n")
                .write(CODEOWNERS, EvidenceTexts.CODEOWNERS)
                .commit(TestRepository.KIM, "2026-11-01", "Begin");
        git.write("config/model.yaml", "id: extractive-1.2.0\n")
                .commit(TestRepository.LEE, "2026-11-02", "Pin the model");
        git.write(JMETER, EvidenceTexts.jmeter(1_000, 400))
                .write(K6, EvidenceTexts.k6Points(1_001, 400))
                .write(PROMPTFOO, EvidenceTexts.promptfoo(60, 0))
                .write(SARIF, EvidenceTexts.sarif(0, "none"))
                .write(OPENLINEAGE, EvidenceTexts.lineage("COMPLETE"))
                .write(MARKDOWN, EvidenceTexts.documents())
                .write(ALERTS, EvidenceTexts.alerts())
                .commit(TestRepository.KIM, "2026-11-15", "Add evidence");
        service.sign();
        return service;
    }

    /** A copy, to be spoilt. */
    ServiceFolder copy(Path to) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
            return new ServiceFolder(to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Path folder() {
        return folder;
    }

    Path base() {
        return folder.resolve("service");
    }

    Path path(String path) {
        return base().resolve(path);
    }

    TestRepository git() {
        return TestRepository.at(base());
    }

    /** Removes a folder with all that is in it. */
    ServiceFolder delete(String path) {
        try (var files = Files.walk(path(path).normalize())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    ServiceFolder write(String path, String text) {
        TestRepository.at(base()).write(path, text);
        return this;
    }

    String read(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    ServiceFolder edit(String path, UnaryOperator<String> change) {
        var before = read(path);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing to change in " + path);
        }
        return write(path, after);
    }

    ServiceFolder edit(String path, String old, String replacement) {
        return edit(path, text -> text.replace(old, replacement));
    }

    String record() {
        return """
                apiVersion: genai-gate/v1
                kind: SignOff
                role: risk
                signer: risk@acme.example
                service: support-assistant
                stage: production
                covered: %s
                date: 2026-11-16
                """.formatted(decide().subject().content().orElseThrow(() -> new AssertionError(problems(decide()))));
    }

    /** The risk officer signs the content as it is. */
    ServiceFolder sign() {
        write(RECORD, record());
        git().commit(RISK, "2026-11-16", "Sign");
        return this;
    }

    /** Commits what was changed, and has it signed again. */
    ServiceFolder commit() {
        git().commit(TestRepository.KIM, "2026-11-17", "Change");
        return sign();
    }

    GateRequest request() {
        return with().request();
    }

    Requests with() {
        return new Requests(new GateRequest(
                base(),
                MANIFEST,
                List.of(POLICY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                false,
                path("target/genai-gate")));
    }

    Decision decide() {
        return GATE.decide(request());
    }

    Decision decideAt(String stage) {
        return GATE.decide(with().stage(stage));
    }

    static Finding finding(Decision decision, String requirement) {
        return decision.findings().stream()
                .filter(finding -> finding.requirement().equals(requirement))
                .findFirst()
                .orElseThrow(() -> new AssertionError(requirement + " is not in force: " + decision));
    }

    static List<String> problems(Decision decision) {
        return decision.problems().stream().map(Problem::toString).toList();
    }
}
