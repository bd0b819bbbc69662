package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import io.github.genaigate.repository.GitRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** Reads policy and manifest; what is wrong with them, and what a reader must know, goes into the draft. */
final class Inputs {

    private final Gate gate;
    private final GateRequest request;
    private final Draft draft;
    private String manifestText = "";

    Inputs(Gate gate, GateRequest request, Draft draft) {
        this.gate = gate;
        this.request = request;
        this.draft = draft;
    }

    Optional<BaseDirectory> base() {
        try {
            return Optional.of(BaseDirectory.of(request.baseDirectory()));
        } catch (RefusedException refused) {
            draft.problems.add(new Problem(Place.of("genai-gate.baseDirectory"), refused.what(), refused.mend()));
            return Optional.empty();
        }
    }

    Optional<Policy> policy(BaseDirectory base) {
        var tree = new Tree(base.root(), GitRepository.top(base.root()));
        var loaded =
                new PolicyLoader(gate.catalogue(), tree, request.artifacts()).load(base.root(), request.policies());
        draft.problems.addAll(loaded.problems());
        loaded.value().ifPresent(policy -> {
            draft.policy = policy.identity();
            request.policyDigest()
                    .filter(pinned -> !pinned.equals(draft.policy.digest()))
                    .ifPresent(pinned -> draft.problems.add(new Problem(
                            Place.of("genai-gate.policyDigest"),
                            "The policy has the digest " + draft.policy.digest() + ", and " + pinned + " is pinned",
                            "Find out who changed the policy, and pin the new digest when the change is right")));
            if (request.policyDigest().isEmpty()) {
                draft.policy.layers().forEach(this::checkSettled);
            }
            if (policy.restsOnTree() && request.policyDigest().isEmpty()) {
                draft.notes.add(
                        "A policy layer lies in the tree under judgement, and what rests on it alone is declared at the"
                                + " most; pin it on the command line with -Dgenai-gate.policyDigest="
                                + draft.policy.digest());
            }
        });
        return loaded.value();
    }

    /** The manifest as it is written; known after it was read. */
    String manifestText() {
        return manifestText;
    }

    /** Coordinates say what is demanded only as long as nobody can put something else behind them. */
    private void checkSettled(LayerIdentity layer) {
        var why = switch (layer.origin()) {
            case "snapshot" -> " is a snapshot, which may be another policy tomorrow";
            case "installed" -> " is only known to be on this machine, where any build may have put it";
            default -> "";
        };
        if (!why.isEmpty()) {
            draft.problems.add(new Problem(
                    Place.of("genai-gate.policy"),
                    "The policy " + layer.source() + why,
                    "Name a release in a repository of the settings, or pin what was found on the command line with"
                            + " -Dgenai-gate.policyDigest=" + draft.policy.digest()));
        }
    }

    Optional<Manifest> manifest(BaseDirectory base) {
        byte[] bytes;
        try {
            bytes = base.bytes(request.manifest(), Yaml.LONGEST);
        } catch (RefusedException refused) {
            draft.problems.add(new Problem(
                    Place.of(request.manifest()),
                    "The manifest cannot be read: " + refused.what(),
                    "Write one with genai-gate:init, or name it with genai-gate.manifest"));
            return Optional.empty();
        }
        manifestText = new String(bytes, StandardCharsets.UTF_8);
        var formats = gate.readers().stream().map(EvidenceReader::format).toList();
        var loaded = new ManifestLoader(gate.catalogue(), formats).load(request.manifest(), bytes);
        draft.problems.addAll(loaded.problems());
        if (!request.manifest().equals(GateRequest.MANIFEST)) {
            draft.notes.add("The manifest is " + Text.quoted(request.manifest()) + ", as the build names it"
                    + (Files.exists(base.root().resolve(GateRequest.MANIFEST))
                            ? ", and " + GateRequest.MANIFEST + " is not judged"
                            : ""));
        }
        loaded.value().ifPresent(manifest -> {
            draft.service = Optional.of(manifest.service().name());
            draft.summary = manifest.service().summary();
        });
        return loaded.value();
    }
}
