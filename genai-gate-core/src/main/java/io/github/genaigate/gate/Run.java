package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyLoader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One request on its way to a decision: load, plan, gather, judge. */
final class Run {

    private final Gate gate;
    private final GateRequest request;
    private final Draft draft = new Draft();

    Run(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
    }

    Decision skip(String why) {
        var base = base();
        var policy = base.flatMap(this::policy);
        Clock clock = Clock.of(request, policy.flatMap(loaded -> loaded.rules().maxDifference()));
        boolean allowed = policy.map(loaded -> loaded.rules().skipAllowed()).orElse(false);
        if (!draft.problems.isEmpty()) {
            return draft.decision(Verdict.NOT_READY, clock.at());
        }
        draft.notes.add(allowed ? why : why + "; the policy forbids it");
        return draft.decision(allowed ? Verdict.SKIPPED : Verdict.NOT_READY, clock.at());
    }

    Decision refuse(List<Problem> problems) {
        draft.problems.addAll(problems);
        return draft.decision(Verdict.NOT_READY, request.now());
    }

    Decision decide() {
        var base = base();
        var policy = base.flatMap(this::policy);
        var manifest = base.flatMap(this::manifest);
        Clock clock = Clock.of(request, policy.flatMap(loaded -> loaded.rules().maxDifference()));
        draft.rehearsal = clock.rehearsal();
        draft.problems.addAll(clock.problems());
        if (policy.isPresent() && manifest.isPresent()) {
            var stage = StageChoice.of(policy.get(), manifest.get(), request);
            draft.asked = stage.asked();
            draft.problems.addAll(stage.problems());
            draft.notes.addAll(stage.notes());
            checkWaivers(policy.get(), manifest.get());
            Loaded<Plan> plan = Plan.of(policy.get(), manifest.get(), gate.criteria());
            draft.problems.addAll(plan.problems());
            if (draft.problems.isEmpty()
                    && plan.value().isPresent()
                    && stage.asked().isPresent()) {
                return judge(
                        base.orElseThrow(),
                        policy.get(),
                        manifest.get(),
                        plan.value().get(),
                        clock);
            }
        }
        return draft.decision(Verdict.NOT_READY, clock.at());
    }

    private Optional<BaseDirectory> base() {
        try {
            return Optional.of(BaseDirectory.of(request.baseDirectory()));
        } catch (RefusedException refused) {
            draft.problems.add(new Problem(Place.of("genai-gate.baseDirectory"), refused.what(), refused.mend()));
            return Optional.empty();
        }
    }

    private Optional<Policy> policy(BaseDirectory base) {
        var loaded = new PolicyLoader(gate.catalogue(), base.root()).load(base.root(), request.policies());
        draft.problems.addAll(loaded.problems());
        loaded.value().ifPresent(policy -> {
            draft.policy = policy.identity();
            request.policyDigest()
                    .filter(pinned -> !pinned.equals(draft.policy.digest()))
                    .ifPresent(pinned -> draft.problems.add(new Problem(
                            Place.of("genai-gate.policyDigest"),
                            "The policy has the digest " + draft.policy.digest() + ", and " + pinned + " is pinned",
                            "Find out who changed the policy, and pin the new digest when the change is right")));
            if (policy.restsOnTree() && request.policyDigest().isEmpty()) {
                draft.notes.add("A policy layer lies in the tree under judgement; pin it with genai-gate.policyDigest="
                        + draft.policy.digest());
            }
        });
        return loaded.value();
    }

    private Optional<Manifest> manifest(BaseDirectory base) {
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
        var formats = gate.readers().stream().map(EvidenceReader::format).toList();
        var loaded = new ManifestLoader(gate.catalogue(), formats).load(request.manifest(), bytes);
        draft.problems.addAll(loaded.problems());
        loaded.value().ifPresent(manifest -> {
            draft.service = Optional.of(manifest.service().name());
            draft.summary = manifest.service().summary();
            manifest.unjudged()
                    .forEach(section -> draft.notes.add(
                            "No criterion of this version judges the section " + section + " of the manifest"));
        });
        return loaded.value();
    }

    private void checkWaivers(Policy policy, Manifest manifest) {
        var ids = policy.requirements().keySet();
        manifest.waivers().stream()
                .filter(waiver -> !ids.contains(waiver.requirement()))
                .forEach(waiver -> draft.problems.add(new Problem(
                        waiver.place(),
                        "A waiver is for " + Text.quoted(waiver.requirement()) + ", which the policy does not demand",
                        Names.nearest(waiver.requirement(), ids)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Remove the waiver"))));
    }

    private Decision judge(BaseDirectory base, Policy policy, Manifest manifest, Plan plan, Clock clock) {
        try (var workspace = Workspace.open(request, base, policy, manifest, gate, clock)) {
            var surroundings = workspace.surroundings(plan.needs(), draft.asked.orElseThrow());
            draft.problems.addAll(workspace.problems());
            draft.subject = workspace.subject();
            if (!draft.problems.isEmpty()) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            var evidence = gather(base, manifest, plan, surroundings, clock);
            var judged = judged(
                    plan,
                    stage -> new FactsView(
                            clock.at(),
                            evidence,
                            stage.equals(draft.asked.orElseThrow())
                                    ? surroundings
                                    : surroundings.with(workspace.signOffs(stage))));
            var waivers = workspace.waivers(judged, draft.asked.orElseThrow());
            draft.waivers.addAll(waivers.statuses());
            var assessment =
                    new Assessment(policy.stages(), judged, waivers.valid(), manifest.accountable(), clock.today());
            conclude(assessment, policy);
            if (draft.rehearsal || assessment.verdict(draft.asked.orElseThrow()) != Verdict.READY) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            draft.validUntil = new Validities(clock.today())
                    .findings(draft.findings, draft.upcoming)
                    .signOffs(workspace.validSignOffs())
                    .evidence(draft.asked.orElseThrow(), plan.items(), draft.findings, evidence)
                    .first();
            return draft.decision(Verdict.READY, clock.at());
        }
    }

    /** Every requirement at every stage at which it is in force. */
    private static List<Assessment.Judged> judged(Plan plan, Function<String, FactsView> facts) {
        var views = new HashMap<String, FactsView>();
        return plan.items().stream()
                .map(item -> {
                    var judgements = new HashMap<String, Judgement>();
                    item.demands()
                            .forEach((stage, demand) -> judgements.put(
                                    stage, judgement(item, demand, views.computeIfAbsent(stage, facts))));
                    return new Assessment.Judged(item.requirement(), judgements);
                })
                .toList();
    }

    /** A criterion that fails proves nothing, and must not keep the rest from being told. */
    private static Judgement judgement(Plan.Item item, Demand demand, FactsView view) {
        try {
            var needs = item.criterion().needs(demand);
            return item.criterion().judge(demand, view.under(demand.settings(), needs));
        } catch (RuntimeException defect) {
            return new Judgement(List.of(Part.unproven(
                            item.requirement().id(),
                            Reason.UNREADABLE,
                            "The criterion " + item.requirement().criterion() + " could not cope with the facts: "
                                    + defect,
                            "Report it with the evidence as a defect of the criterion")
                    .assured(Assurance.DECLARED)));
        }
    }

    private Map<String, Gathered> gather(
            BaseDirectory base, Manifest manifest, Plan plan, Surroundings surroundings, Clock clock) {
        var gathering = new EvidenceGathering(base, gate.readers(), surroundings.provenance(), clock.at());
        var needs = plan.needs().evidence();
        var gathered = new LinkedHashMap<String, Gathered>();
        manifest.evidence().forEach((name, declared) -> {
            var questions = needs.get(name);
            if (questions == null) {
                draft.evidence.add(Gathered.unasked(declared));
                return;
            }
            var evidence = gathering.gather(declared, questions);
            gathered.put(name, evidence);
            draft.evidence.addAll(evidence.described());
        });
        return gathered;
    }

    private void conclude(Assessment assessment, Policy policy) {
        var stage = draft.asked.orElseThrow();
        draft.findings.addAll(assessment.findings(stage));
        draft.upcoming.addAll(assessment.upcoming(stage));
        draft.reached = assessment.reached();
        policy.requirements().values().stream()
                .filter(requirement -> requirement.level(stage) == Level.OFF)
                .forEach(requirement -> draft.off.add(requirement.id()));
        if (draft.findings.isEmpty()) {
            draft.notes.add("Nothing was checked: no requirement of the policy is in force at the stage " + stage);
        } else if (!assessment.checkedSomething(stage)) {
            draft.notes.add("Nothing was checked: no requirement that could block at the stage " + stage + " applies");
        }
        if (draft.rehearsal) {
            draft.notes.add("This is a rehearsal by another clock than the real one; a rehearsal is never ready");
        }
    }
}
