package io.github.genaigate.gate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request, and the same with one thing changed. */
record Requests(GateRequest request) {

    GateRequest baseDirectory(Path folder) {
        return of(folder, request.policies(), request.policyDigest(), request.stage(), request.asOf(), false);
    }

    GateRequest policies(String... names) {
        return of(
                request.baseDirectory(),
                List.of(names),
                request.policyDigest(),
                request.stage(),
                request.asOf(),
                false);
    }

    GateRequest policyDigest(String digest) {
        return of(
                request.baseDirectory(),
                request.policies(),
                Optional.of(digest),
                request.stage(),
                request.asOf(),
                false);
    }

    GateRequest stage(String stage) {
        return of(
                request.baseDirectory(),
                request.policies(),
                request.policyDigest(),
                Optional.of(stage),
                request.asOf(),
                false);
    }

    GateRequest asOf(Optional<Instant> asOf, boolean rehearsal) {
        return of(
                request.baseDirectory(), request.policies(), request.policyDigest(), request.stage(), asOf, rehearsal);
    }

    GateRequest outputDirectory(Path folder) {
        return new GateRequest(
                request.baseDirectory(),
                request.manifest(),
                request.policies(),
                request.policyDigest(),
                request.stage(),
                request.stageAtLeast(),
                request.now(),
                request.asOf(),
                request.rehearsal(),
                folder);
    }

    GateRequest now(Instant now) {
        return new GateRequest(
                request.baseDirectory(),
                request.manifest(),
                request.policies(),
                request.policyDigest(),
                request.stage(),
                request.stageAtLeast(),
                now,
                request.asOf(),
                request.rehearsal(),
                request.outputDirectory());
    }

    private GateRequest of(
            Path base,
            List<String> policies,
            Optional<String> digest,
            Optional<String> stage,
            Optional<Instant> asOf,
            boolean rehearsal) {
        return new GateRequest(
                base,
                request.manifest(),
                policies,
                digest,
                stage,
                request.stageAtLeast(),
                request.now(),
                asOf,
                rehearsal,
                request.outputDirectory());
    }
}
