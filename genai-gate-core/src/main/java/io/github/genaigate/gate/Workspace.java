package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.Text;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.Requirement;
import io.github.genaigate.policy.WaiverRules;
import io.github.genaigate.report.Report;
import io.github.genaigate.repository.Coverage;
import io.github.genaigate.repository.Freshness;
import io.github.genaigate.repository.GitRepository;
import io.github.genaigate.signoff.Asked;
import io.github.genaigate.signoff.Renewals;
import io.github.genaigate.signoff.RoleRules;
import io.github.genaigate.signoff.SignOffs;
import io.github.genaigate.signoff.WaiverCheck;
import io.github.genaigate.signoff.WaiverRequest;
import io.github.genaigate.signoff.WaiverTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The working tree and the repository around it, looked at once for one decision. */
final class Workspace implements AutoCloseable {

    private final Manifest manifest;
    private final String path;
    private final List<EvidenceReader> readers;
    private final Clock clock;
    private final GitRepository repository;
    private final Coverage coverage;
    private final Lookup<Content> content;
    private final Policy policy;
    private final List<SignOff> valid = new ArrayList<>();
    private final Map<String, Map<String, Lookup<SignOff>>> signOffs = new LinkedHashMap<>();

    private Workspace(
            Policy policy,
            Manifest manifest,
            String path,
            List<EvidenceReader> readers,
            Clock clock,
            GitRepository repository,
            Coverage coverage) {
        this.policy = policy;
        this.manifest = manifest;
        this.path = path;
        this.readers = readers;
        this.clock = clock;
        this.repository = repository;
        this.coverage = coverage;
        this.content = repository.content(coverage);
    }

    static Workspace open(
            GateRequest request, BaseDirectory base, Policy policy, Manifest manifest, Gate gate, Clock clock) {
        return new Workspace(
                policy,
                manifest,
                request.manifest(),
                gate.readers(),
                clock,
                GitRepository.open(base.root()),
                Coverages.of(
                        request,
                        base,
                        policy,
                        manifest,
                        gate.reports().stream().map(Report::fileName).toList()));
    }

    /** Globs of content that match nothing: what is not there cannot be covered. */
    List<Problem> problems() {
        var problems = new ArrayList<>(Coverages.records(coverage, manifest));
        var unmatched = repository.unmatched(coverage);
        unmatched.forEach(glob -> problems.add(unmatched(manifest.place(), glob, "covered content")));
        manifest.evidence().values().stream()
                .filter(evidence -> !evidence.covers().isEmpty())
                .forEach(evidence -> repository.unmatched(Coverages.and(coverage, evidence.covers())).stream()
                        .filter(glob -> !unmatched.contains(glob))
                        .forEach(glob -> problems.add(
                                unmatched(evidence.place(), glob, "content that " + evidence.name() + " covers"))));
        return problems;
    }

    private static Problem unmatched(Place place, Glob glob, String what) {
        return new Problem(
                place,
                "The glob " + Text.quoted(glob.pattern()) + " of the " + what + " matches no file",
                "Correct the glob, or add the files that it means");
    }

    Subject subject() {
        return Known.of(content)
                .map(known -> new Subject(known.commit(), Optional.of(known.digest()), known.dirty()))
                .orElse(new Subject(repository.head(), Optional.empty(), false));
    }

    Surroundings surroundings(Needs needs, String stage) {
        var signOffs = signOffs(stage);
        signOffs.values().forEach(signOff -> Known.of(signOff).ifPresent(valid::add));
        return new Surroundings(content, signOffs, ownership(needs), activity(needs), baseline(needs), this::bound);
    }

    /** The record of each role, for a stage; of several for one role, the first that is valid. */
    Map<String, Lookup<SignOff>> signOffs(String stage) {
        return signOffs.computeIfAbsent(stage, this::decideSignOffs);
    }

    private Map<String, Lookup<SignOff>> decideSignOffs(String stage) {
        var records = records(stage);
        var rules = rules();
        var all = new LinkedHashMap<String, Lookup<SignOff>>();
        manifest.signOffs().forEach(reference -> {
            var known = all.get(reference.role());
            if (known == null || known.absence().isPresent()) {
                var one = records.signOff(
                        reference.record(),
                        reference.role(),
                        rules.getOrDefault(reference.role(), RoleRules.unlisted()));
                all.merge(
                        reference.role(), one, (first, later) -> later.absence().isPresent() ? first : later);
            }
        });
        return all;
    }

    private SignOffs records(String stage) {
        return new SignOffs(
                repository, coverage, new Asked(manifest.service().name(), stage, policy.stages(), clock.at()));
    }

    private Map<String, RoleRules> rules() {
        var rules = new LinkedHashMap<String, RoleRules>();
        policy.rules()
                .roles()
                .forEach((name, role) ->
                        rules.put(name, new RoleRules(role.signers().map(Set::copyOf), role.mustNotBeAuthor())));
        return rules;
    }

    private Lookup<Ownership> ownership(Needs needs) {
        return needs.ownership() ? CodeOwners.of(repository, readers) : Lookup.absent(notAsked("code owners"));
    }

    private Lookup<Activity> activity(Needs needs) {
        return needs.activity()
                .map(window -> repository.activity(coverage, clock.at().minus(window), clock.at()))
                .orElse(Lookup.absent(notAsked("commits")));
    }

    /** As HEAD has it: what is not committed is nobody's blessing. */
    private Lookup<Baseline> baseline(Needs needs) {
        if (!needs.baseline()) {
            return Lookup.absent(notAsked("baseline"));
        }
        return manifest.baseline()
                .map(path -> repository
                        .committed(path, Blessed.LARGEST)
                        .then(file -> Blessed.read(
                                path, file.bytes(), manifest.service().name())))
                .orElse(Lookup.absent(Facts.NO_BASELINE));
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

    /** Outside of a repository nothing is bound; inside of one, a history that cannot be read may hide that it is stale. */
    private Provenance.Bound bound(Lookup<Freshness> freshness) {
        return Known.of(freshness)
                .map(known -> new Provenance.Bound(known.binding(), known.committedAt(), known.absence()))
                .orElse(new Provenance.Bound(
                        Binding.UNBOUND,
                        Optional.empty(),
                        freshness
                                .absence()
                                .map(why -> repository.isNone()
                                        ? new Absence(Reason.WEAK_BINDING, why.message(), why.mend(), why.places())
                                        : why)));
    }

    /** What becomes of the waivers that the manifest names, the judgements known. */
    Waivers waivers(List<Assessment.Judged> judged, String stage) {
        var granted = policy.rules().waivers();
        var terms = granted.map(rules -> new WaiverTerms(
                rules.maxDuration(), rules.maxOpen(), rules.maxOpenAt(), rules.maxRenewals(), rules.approvers()));
        var requests = manifest.waivers().stream().map(this::request).toList();
        var renewals = new Renewals(repository, path, ManifestLoader::approvals);
        return Waivers.of(
                requests,
                new WaiverCheck(terms, rules(), records(stage), renewals).decide(requests),
                judged,
                new Waivers.Day(
                        stage,
                        policy.stages(),
                        clock.today(),
                        granted.map(WaiverRules::warnBefore).orElse(Duration.ZERO)));
    }

    private WaiverRequest request(Manifest.WaiverClaim claim) {
        var requirement = Optional.ofNullable(policy.requirements().get(claim.requirement()));
        return new WaiverRequest(
                claim.requirement(),
                requirement.map(Requirement::waivable).orElse(false),
                claim.stage().orElse(manifest.service().stage()),
                claim.issues(),
                claim.reason(),
                claim.ticket(),
                claim.approval(),
                claim.expires(),
                claim.place());
    }

    List<SignOff> validSignOffs() {
        return List.copyOf(valid);
    }

    @Override
    public void close() {
        repository.close();
    }
}
