package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the repository says. Not read yet: every fact that rests on it is unverifiable, so nothing is met by it. */
final class Workspace implements AutoCloseable {

    static Workspace open(
            GateRequest request,
            BaseDirectory base,
            Policy policy,
            Manifest manifest,
            List<EvidenceReader> readers,
            Clock clock) {
        return new Workspace();
    }

    Surroundings surroundings(Needs needs, String stage) {
        return new Surroundings(
                Lookup.absent(none()),
                Map.of(),
                Lookup.absent(none()),
                Lookup.absent(none()),
                (path, covers) -> Provenance.Bound.NOT);
    }

    private static Absence none() {
        return Absence.of(
                Reason.UNVERIFIABLE, "The repository is not read yet", "Wait for the reading of the repository");
    }

    List<Problem> problems() {
        return List.of();
    }

    Subject subject() {
        return new Subject(Optional.empty(), Optional.empty(), false);
    }

    Waivers waivers(List<Assessment.Judged> judged) {
        return new Waivers(Map.of(), List.of());
    }

    List<SignOff> validSignOffs() {
        return List.of();
    }

    @Override
    public void close() {}
}
