package io.github.genaigate.gate.suite;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Entry;
import io.github.genaigate.policy.Artifacts;
import io.github.genaigate.repository.ScratchRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Decides one case.
 *
 * @param suite the folder of the suite
 * @param policies as the gate is given them
 * @param artifacts where policy artifacts come from
 * @param scratch where the service of the case is written to
 */
record SuiteCaseRun(
        Gate gate, BaseDirectory suite, List<String> policies, Artifacts artifacts, SuiteCase given, Path scratch) {

    /** No decision is larger. */
    private static final int LARGEST = 16 << 20;

    /**
     * The decision of the gate.
     *
     * @throws RefusedException when the suite names what is not there
     * @throws IOException when the service cannot be written
     */
    Decision decide() throws RefusedException, IOException {
        return given.decision().isPresent() ? again(given.decision().get()) : decideService();
    }

    /** The same from the facts of a decision file. */
    private Decision again(String file) throws RefusedException, IOException {
        var bytes = suite.bytes(file, LARGEST);
        Files.createDirectories(scratch);
        try {
            return gate.again(request(), bytes);
        } catch (RefusedException refused) {
            throw new RefusedException(file + ": " + refused.what(), refused.mend());
        }
    }

    private Decision decideService() throws RefusedException, IOException {
        var service = new ScratchService(suite, given, scratch);
        var repository = service.write();
        if (!given.approvals().isEmpty()) {
            approve(service, repository);
        }
        return gate.decide(request());
    }

    private void approve(ScratchService service, ScratchRepository repository) throws RefusedException, IOException {
        var manifest = manifest();
        var content = gate.decide(request()).subject().content();
        if (manifest.isEmpty() || content.isEmpty()) {
            // What is wrong with the manifest is for the decision to say.
            return;
        }
        for (Entry approval : given.approvals()) {
            var role = approval.get(SuiteShape.ROLE);
            var path = record(manifest.get(), role);
            service.put(path, text(manifest.get(), role, approval.get(SuiteShape.SIGNER), content.get()));
            service.commit(repository, List.of(path), approval.get(SuiteShape.SIGNER), given.now());
        }
    }

    private Optional<Manifest> manifest() throws RefusedException {
        var bytes = BaseDirectory.of(scratch).bytes(GateRequest.MANIFEST, Yaml.LONGEST);
        var formats = gate.readers().stream().map(EvidenceReader::format).toList();
        return new ManifestLoader(gate.catalogue(), formats)
                .load(GateRequest.MANIFEST, bytes)
                .value();
    }

    private static String record(Manifest manifest, String role) throws RefusedException {
        return manifest.signOffs().stream()
                .filter(reference -> reference.role().equals(role))
                .map(Manifest.SignOffReference::record)
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "The manifest of the service names no record of the role " + role,
                        "Add it under signOffs, or leave the approval out"));
    }

    private byte[] text(Manifest manifest, String role, String signer, String content) {
        return """
                apiVersion: genai-gate/v1
                kind: SignOff
                role: "%s"
                signer: "%s"
                service: "%s"
                stage: "%s"
                covered: "%s"
                date: %s
                """.formatted(
                        escaped(role),
                        escaped(signer),
                        escaped(manifest.service().name()),
                        escaped(given.stage().orElse(manifest.service().stage())),
                        content,
                        given.day())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private GateRequest request() {
        return new GateRequest(
                        scratch,
                        GateRequest.MANIFEST,
                        policies,
                        Optional.empty(),
                        Optional.empty(),
                        given.stage(),
                        given.now(),
                        Optional.empty(),
                        false,
                        scratch.resolve("target/genai-gate"))
                .resolving(artifacts);
    }
}
