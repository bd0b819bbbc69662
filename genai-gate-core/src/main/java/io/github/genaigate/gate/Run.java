package io.github.genaigate.gate;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.Text;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.policy.Policy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One request on its way to a decision: load, plan, gather, judge. */
final class Run {

    private final Gate gate;
    private final GateRequest request;
    private final Draft draft = new Draft();
    private final Inputs inputs;
    private Optional<String> baseline = Optional.empty();

    Run(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
        this.inputs = new Inputs(gate, request, draft);
    }

    Decision skip(String why) {
        var base = inputs.base();
        var policy = base.flatMap(inputs::policy);
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

    /** The decision without any comparison with a baseline. */
    Decision decideUncompared() {
        return decide(Plan::uncompared);
    }

    /** Where the manifest wants the baseline to lie; known after a decision. */
    Optional<String> baseline() {
        return baseline;
    }

    Decision decide() {
        return decide(UnaryOperator.identity());
    }

    private Decision decide(UnaryOperator<Plan> change) {
        var base = inputs.base();
        var loaded = base.flatMap(inputs::policy);
        var manifest = base.flatMap(inputs::manifest);
        baseline = manifest.flatMap(Manifest::baseline);
        Clock clock = Clock.of(request, loaded.flatMap(policy -> policy.rules().maxDifference()));
        var policy = loaded.map(one -> one.from(clock.today()));
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
                        change.apply(plan.value().get()),
                        clock);
            }
        }
        return draft.decision(Verdict.NOT_READY, clock.at());
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
            var adjustment = adjustment(policy, manifest, evidence.values());
            if (!draft.problems.isEmpty()) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            var judged = new Judging(
                            plan,
                            adjustment,
                            request.policyDigest().isEmpty() ? policy.onlyInTree() : Set.of(),
                            draft.policy.digest())
                    .at(
                            policy.stages(),
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
            draft.simultaneous = adjustment.promise(draft.findings, plan.confidences(draft.asked.orElseThrow()));
            if (draft.rehearsal || assessment.verdict(draft.asked.orElseThrow()) != Verdict.READY) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            var stage = draft.asked.orElseThrow();
            var validities = new Validities(clock.today()).findings(draft.findings, draft.upcoming);
            validities
                    .signOffs(stage, plan.items(), draft.findings, workspace.validSignOffs())
                    .evidence(stage, plan.items(), draft.findings, evidence);
            plan.later().forEach((day, later) -> {
                var findings = assessment.at(day).findings(stage);
                validities
                        .from(day)
                        .signOffs(stage, later.items(), findings, workspace.validSignOffs())
                        .evidence(stage, later.items(), findings, evidence);
            });
            draft.validUntil = validities.first();
            return draft.decision(Verdict.READY, clock.at());
        }
    }

    /** What is done so that all claims hold together, whatever else was tried before. */
    private Adjustment adjustment(Policy policy, Manifest manifest, Collection<Gathered> evidence) {
        boolean corrected = policy.rules().triesCorrected();
        var content = draft.subject.content();
        if (corrected && (request.earlierDecisions().isEmpty() || content.isEmpty())) {
            draft.problems.add(new Problem(
                    Place.of("genai-gate.earlierDecisions"),
                    "The policy takes earlier tries for the same content into account, and nobody can tell them: "
                            + (content.isEmpty() ? "the content is not known" : "no folder of decisions is given"),
                    content.isEmpty()
                            ? "Judge in a git repository"
                            : "Keep the decision files of all runs, and name their folder, which may be empty"));
        }
        var tries = request.earlierDecisions()
                .map(folder -> Tries.of(folder, manifest.service().name(), content, digests(evidence)))
                .orElse(Tries.UNKNOWN);
        if (corrected) {
            draft.problems.addAll(tries.problems());
        } else {
            tries.problems().forEach(problem -> draft.notes.add(problem.toString()));
        }
        return new Adjustment(policy.rules().correction(), tries.number(), corrected);
    }

    private static SortedSet<String> digests(Collection<Gathered> evidence) {
        return evidence.stream()
                .flatMap(one -> one.files().stream())
                .flatMap(file -> file.sha256().stream())
                .collect(Collectors.toCollection(TreeSet::new));
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
