package io.github.genaigate.gate;

import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.Text;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Forecast;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private Clock clock;
    private boolean recording = true;
    private boolean triesKnown;

    Run(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
        this.inputs = new Inputs(gate, request, draft);
        this.clock = Clock.of(request, Optional.empty());
    }

    Decision skip(String why) {
        var base = inputs.base();
        var policy = base.flatMap(inputs::policy);
        clock = Clock.of(request, policy.flatMap(loaded -> loaded.rules().maxDifference()));
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

    /** The decision without any comparison with a baseline, and without its facts, which nobody compares with. */
    Decision decideUncompared() {
        recording = false;
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
        return prepare(change).map(this::judge).orElseGet(() -> draft.decision(Verdict.NOT_READY, clock.at()));
    }

    /** What turns red on the days to come. */
    Forecast forecast(int days) {
        return prepare(UnaryOperator.identity())
                .map(prepared -> forecast(prepared, days))
                .orElseGet(() -> refused(days));
    }

    private Forecast refused(int days) {
        return new Forecast(
                draft.service,
                draft.asked,
                clock.at(),
                days,
                List.of(),
                List.of(),
                draft.problems.stream().sorted().distinct().toList());
    }

    private Forecast forecast(Prepared prepared, int days) {
        try (var workspace = prepared.workspace(clock)) {
            var surroundings = surroundings(prepared, workspace);
            if (!draft.problems.isEmpty()) {
                return refused(days);
            }
            var evidence = gather(prepared, surroundings);
            var adjustment = adjustment(prepared, evidence.values());
            if (!draft.problems.isEmpty()) {
                return refused(days);
            }
            var outlook = new Outlook(prepared, evidence, adjustment, clock, days);
            return new Forecast(
                    draft.service, draft.asked, clock.at(), days, outlook.red(), outlook.turns(), List.of());
        }
    }

    /** Everything that is known before evidence is opened; empty when something is wrong with it. */
    private Optional<Prepared> prepare(UnaryOperator<Plan> change) {
        var base = inputs.base();
        var loaded = base.flatMap(inputs::policy);
        var manifest = base.flatMap(inputs::manifest);
        baseline = manifest.flatMap(Manifest::baseline);
        clock = Clock.of(request, loaded.flatMap(policy -> policy.rules().maxDifference()));
        var policy = loaded.map(one -> one.from(clock.today()));
        draft.rehearsal = clock.rehearsal();
        draft.problems.addAll(clock.problems());
        if (policy.isEmpty() || manifest.isEmpty()) {
            return Optional.empty();
        }
        var stage = StageChoice.of(policy.get(), manifest.get(), request);
        draft.asked = stage.asked();
        draft.problems.addAll(stage.problems());
        draft.notes.addAll(stage.notes());
        draft.problems.addAll(waiversOfNothing(policy.get(), manifest.get()));
        Loaded<Plan> plan = Plan.of(policy.get(), manifest.get(), gate.criteria());
        draft.problems.addAll(plan.problems());
        return draft.problems.isEmpty()
                ? plan.value()
                        .flatMap(planned -> stage.asked()
                                .map(asked -> new Prepared(
                                        gate,
                                        request,
                                        base.orElseThrow(),
                                        policy.get(),
                                        manifest.get(),
                                        change.apply(planned),
                                        asked)))
                : Optional.empty();
    }

    /** Waivers for what the policy does not demand, or for a stage that it does not name. */
    static List<Problem> waiversOfNothing(Policy policy, Manifest manifest) {
        var ids = policy.requirements().keySet();
        var problems = new ArrayList<Problem>();
        manifest.waivers().forEach(waiver -> {
            if (!ids.contains(waiver.requirement())) {
                problems.add(new Problem(
                        waiver.place(),
                        "A waiver is for " + Text.quoted(waiver.requirement()) + ", which the policy does not demand",
                        Names.nearest(waiver.requirement(), ids)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Remove the waiver")));
            }
            waiver.stage()
                    .filter(stage -> !policy.stages().contains(stage))
                    .ifPresent(stage -> problems.add(new Problem(
                            waiver.place(),
                            "A waiver is for the stage " + Text.quoted(stage) + ", which the policy does not name",
                            Names.nearest(stage, policy.stages())
                                    .map(name -> "Did you mean " + name + "?")
                                    .orElse("Name one of " + String.join(", ", policy.stages())))));
        });
        return problems;
    }

    private Decision judge(Prepared prepared) {
        try (var workspace = prepared.workspace(clock)) {
            var surroundings = surroundings(prepared, workspace);
            if (!draft.problems.isEmpty()) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            var evidence = gather(prepared, surroundings);
            var adjustment = adjustment(prepared, evidence.values());
            if (!draft.problems.isEmpty()) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            var stage = prepared.asked();
            var judged = prepared.judged(workspace, surroundings, evidence, adjustment, clock);
            draft.waivers.addAll(judged.waivers().statuses());
            conclude(judged.assessment(), prepared.policy());
            draft.exemptions.addAll(Exemptions.statuses(
                    prepared.policy(), prepared.manifest().service().name(), draft.findings, clock.today()));
            if (recording) {
                draft.facts = new Recorder(
                                prepared,
                                inputs.manifestText(),
                                triesKnown ? Optional.of(adjustment.tries()) : Optional.empty())
                        .facts(workspace, surroundings, evidence, judged.waivers());
            }
            draft.simultaneous =
                    adjustment.promise(draft.findings, prepared.plan().confidences(stage));
            if (draft.rehearsal || judged.assessment().verdict(stage) != Verdict.READY) {
                return draft.decision(Verdict.NOT_READY, clock.at());
            }
            draft.validUntil = validUntil(prepared, judged.assessment(), evidence, workspace.validSignOffs());
            return draft.decision(Verdict.READY, clock.at());
        }
    }

    /** The first day on which time alone ends it, by what is demanded today and by what is demanded later. */
    private Optional<Decision.Validity> validUntil(
            Prepared prepared, Assessment assessment, Map<String, Gathered> evidence, List<SignOff> signOffs) {
        var stage = prepared.asked();
        var items = prepared.plan().items();
        var validities = new Validities(clock.today())
                .findings(draft.findings, draft.upcoming)
                .parts(draft.findings)
                .signOffs(stage, items, draft.findings, signOffs)
                .evidence(stage, items, draft.findings, evidence);
        prepared.plan().later().forEach((day, later) -> {
            var findings = assessment.at(day).findings(stage);
            validities
                    .from(day)
                    .parts(findings)
                    .signOffs(stage, later.items(), findings, signOffs)
                    .evidence(stage, later.items(), findings, evidence);
        });
        return validities.first();
    }

    private Surroundings surroundings(Prepared prepared, Workspace workspace) {
        var surroundings = workspace.surroundings(prepared.plan().needs(), prepared.asked());
        draft.problems.addAll(workspace.problems());
        draft.subject = workspace.subject();
        return surroundings;
    }

    /** What is done so that all claims hold together, whatever else was tried before. */
    private Adjustment adjustment(Prepared prepared, Collection<Gathered> evidence) {
        var policy = prepared.policy();
        var manifest = prepared.manifest();
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
        triesKnown = request.earlierDecisions().isPresent()
                && content.isPresent()
                && tries.problems().isEmpty();
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

    private Map<String, Gathered> gather(Prepared prepared, Surroundings surroundings) {
        var gathering = new EvidenceGathering(prepared.base(), gate.readers(), surroundings.provenance(), clock.at());
        var needs = prepared.plan().needs().evidence();
        var gathered = new LinkedHashMap<String, Gathered>();
        prepared.manifest().evidence().forEach((name, declared) -> {
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
