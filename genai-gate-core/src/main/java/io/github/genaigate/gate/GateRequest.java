package io.github.genaigate.gate;

import io.github.genaigate.policy.Artifacts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One question to the gate, and what it takes to find the policies that it names.
 *
 * @param baseDirectory the folder of the manifest; nothing outside of it is evidence
 * @param manifest the manifest's file name relative to the base directory
 * @param policies policy files, absolute or relative to the base directory, artifacts as {@code
 *     maven:group:artifact:version}, or {@code builtin:baseline}; siblings. Empty for the built-in baseline
 * @param policyDigest the SHA-256 that the policies must have together, when somebody outside of the tree under judgement pins
 *     it; what rests on a policy in the tree is then worth as much as on any other
 * @param stage a later stage to ask for than the manifest does; an earlier one only where the policy allows it
 * @param stageAtLeast a stage that only raises: an earlier one than the manifest's changes nothing
 * @param now the real clock
 * @param asOf another clock to judge by
 * @param rehearsal whether any {@code asOf} is accepted, at the price that nothing is ready then
 * @param outputDirectory where reports go; never part of the covered content
 * @param earlierDecisions a folder of decision files, by which tries for the same content are counted
 * @param artifacts where policy artifacts come from
 */
public record GateRequest(
        Path baseDirectory,
        String manifest,
        List<String> policies,
        Optional<String> policyDigest,
        Optional<String> stage,
        Optional<String> stageAtLeast,
        Instant now,
        Optional<Instant> asOf,
        boolean rehearsal,
        Path outputDirectory,
        Optional<Path> earlierDecisions,
        Artifacts artifacts) {

    /** The name of a manifest where none is given. */
    public static final String MANIFEST = "genai-gate.yaml";

    public GateRequest {
        policies = List.copyOf(policies);
        manifest = relative(baseDirectory, manifest);
    }

    /** A question of which it is not known what was decided before, to a gate that resolves no artifacts. */
    public GateRequest(
            Path baseDirectory,
            String manifest,
            List<String> policies,
            Optional<String> policyDigest,
            Optional<String> stage,
            Optional<String> stageAtLeast,
            Instant now,
            Optional<Instant> asOf,
            boolean rehearsal,
            Path outputDirectory) {
        this(
                baseDirectory,
                manifest,
                policies,
                policyDigest,
                stage,
                stageAtLeast,
                now,
                asOf,
                rehearsal,
                outputDirectory,
                Optional.empty(),
                Artifacts.none());
    }

    /** The same with a folder of earlier decisions. */
    public GateRequest after(Path decisions) {
        return with(Optional.of(decisions), artifacts);
    }

    /** The same, which resolves policy artifacts. */
    public GateRequest resolving(Artifacts resolver) {
        return with(earlierDecisions, resolver);
    }

    private GateRequest with(Optional<Path> decisions, Artifacts resolver) {
        return new GateRequest(
                baseDirectory,
                manifest,
                policies,
                policyDigest,
                stage,
                stageAtLeast,
                now,
                asOf,
                rehearsal,
                outputDirectory,
                decisions,
                resolver);
    }

    /** The same by other policies, of which no digest is pinned. */
    GateRequest policies(List<String> others) {
        return new GateRequest(
                baseDirectory,
                manifest,
                others,
                Optional.empty(),
                stage,
                stageAtLeast,
                now,
                asOf,
                rehearsal,
                outputDirectory,
                earlierDecisions,
                artifacts);
    }

    /** One spelling for a manifest: {@code ./x} and an absolute path below the base directory are {@code x}. */
    private static String relative(Path baseDirectory, String manifest) {
        try {
            Path base = baseDirectory.toAbsolutePath().normalize();
            Path file = base.resolve(manifest).normalize();
            return file.startsWith(base) && !file.equals(base)
                    ? base.relativize(file).toString().replace('\\', '/')
                    : manifest;
        } catch (InvalidPathException refusedLater) {
            return manifest;
        }
    }
}
