package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.repository.Coverage;
import io.github.genaigate.repository.Freshness;
import io.github.genaigate.repository.GitRepository;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The working tree and the repository around it, looked at once for one decision. */
final class Workspace implements AutoCloseable {

    private final BaseDirectory base;
    private final Manifest manifest;
    private final List<EvidenceReader> readers;
    private final Clock clock;
    private final GitRepository repository;
    private final Coverage coverage;
    private final Lookup<Content> content;

    private Workspace(
            BaseDirectory base,
            Manifest manifest,
            List<EvidenceReader> readers,
            Clock clock,
            GitRepository repository,
            Coverage coverage) {
        this.base = base;
        this.manifest = manifest;
        this.readers = readers;
        this.clock = clock;
        this.repository = repository;
        this.coverage = coverage;
        this.content = repository.content(coverage);
    }

    static Workspace open(
            GateRequest request,
            BaseDirectory base,
            Policy policy,
            Manifest manifest,
            List<EvidenceReader> readers,
            Clock clock) {
        return new Workspace(
                base,
                manifest,
                readers,
                clock,
                GitRepository.open(base.root()),
                Coverages.of(request, base, policy, manifest));
    }

    /** Globs of content that match nothing: what is not there cannot be covered. */
    List<Problem> problems() {
        return repository.unmatched(coverage).stream()
                .map(glob -> new Problem(
                        manifest.place(),
                        "The glob \"" + glob + "\" of the covered content matches no file",
                        "Correct the glob, or add the files that it means"))
                .toList();
    }

    Subject subject() {
        return Known.of(content)
                .map(known -> new Subject(known.commit(), Optional.of(known.digest()), known.dirty()))
                .orElse(new Subject(repository.head(), Optional.empty(), false));
    }

    Surroundings surroundings(Needs needs, String stage) {
        return new Surroundings(content, Map.of(), ownership(needs), activity(needs), this::bound);
    }

    private Lookup<Ownership> ownership(Needs needs) {
        return needs.ownership()
                ? content.then(known -> CodeOwners.of(root(known), readers))
                : Lookup.absent(notAsked("code owners"));
    }

    /** The repository's root lies as many folders up as the prefix has. */
    private Path root(Content known) {
        Path root = base.root();
        for (int i = 0; i < known.prefix().chars().filter(c -> c == '/').count(); i++) {
            Path parent = root.getParent();
            root = parent == null ? root : parent;
        }
        return root;
    }

    private Lookup<Activity> activity(Needs needs) {
        return needs.activity()
                .map(window -> repository.activity(coverage, clock.at().minus(window), clock.at()))
                .orElse(Lookup.absent(notAsked("commits")));
    }

    private static Absence notAsked(String what) {
        return Absence.of(
                Reason.MISSING, "Nobody asked for the " + what, "Name it in the needs of the criterion that judges it");
    }

    private Map<String, Provenance.Bound> bound(Collection<String> paths, List<String> covers) {
        var covered = Coverages.and(coverage, covers);
        var asked = new LinkedHashMap<String, Coverage>();
        paths.forEach(path -> asked.put(path, covered));
        var bounds = new LinkedHashMap<String, Provenance.Bound>();
        repository.freshness(asked).forEach((path, freshness) -> bounds.put(path, bound(freshness)));
        return bounds;
    }

    private static Provenance.Bound bound(Lookup<Freshness> freshness) {
        return Known.of(freshness)
                .map(known -> new Provenance.Bound(known.binding(), known.committedAt(), known.absence()))
                .orElse(Provenance.Bound.NOT);
    }

    Waivers waivers(List<Assessment.Judged> judged) {
        return new Waivers(Map.of(), List.of());
    }

    List<SignOff> validSignOffs() {
        return List.of();
    }

    @Override
    public void close() {
        repository.close();
    }
}
