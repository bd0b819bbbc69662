package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes a decision again from its recorded facts, under another policy and by another clock. */
final class Replay {

    private final Policy policy;
    private final Manifest manifest;
    private final Plan plan;
    private final Adjustment adjustment;
    private final Recorded recorded;
    private final RecordedView view;
    private final String asked;

    private Replay(Policy policy, Manifest manifest, Plan plan, Recorded recorded, String asked) {
        this.policy = policy;
        this.manifest = manifest;
        this.plan = plan;
        this.adjustment = new Adjustment(
                policy.rules().correction(),
                recorded.tries().orElse(1),
                policy.rules().triesCorrected());
        this.recorded = recorded;
        this.view = new RecordedView(recorded, manifest, RecordedRules.of(policy), plan.needs());
        this.asked = asked;
    }

    /**
     * Everything ready to be judged, or why the manifest cannot be judged by this policy.
     *
     * @param asked the stage that the decision was asked for; where the policy lets nobody lower it, an earlier one than the
     *     manifest's is not judged
     */
    static Loaded<Replay> of(Gate gate, Policy policy, Recorded recorded, String asked) {
        var formats = gate.readers().stream().map(EvidenceReader::format).toList();
        var manifest = new ManifestLoader(gate.catalogue(), formats)
                .load(recorded.manifestName(), recorded.manifest().getBytes(StandardCharsets.UTF_8));
        if (manifest.value().isEmpty()) {
            return Loaded.refused(manifest.problems());
        }
        var problems = new ArrayList<Problem>();
        var stage = StageChoice.of(policy, manifest.value().get(), asked);
        problems.addAll(stage.problems());
        problems.addAll(Run.waiversOfNothing(policy, manifest.value().get()));
        var plan = Plan.of(policy, manifest.value().get(), gate.criteria());
        problems.addAll(plan.problems());
        return problems.isEmpty()
                ? Loaded.of(new Replay(
                        policy,
                        manifest.value().get(),
                        plan.value().orElseThrow(),
                        recorded,
                        stage.asked().orElseThrow()))
                : Loaded.refused(problems);
    }

    /** What follows by a clock, at every stage. */
    Assessment at(Clock clock) {
        return at(clock, policy.stages());
    }

    /** What follows by a clock for the stage asked for alone, which takes a fraction of the time. */
    Assessment atAsked(Clock clock) {
        return at(clock, List.of(asked));
    }

    private Assessment at(Clock clock, List<String> stages) {
        var evidence = view.evidence();
        var demanded = plan.on(clock.today());
        boolean counted = demanded.items().stream()
                .flatMap(item -> item.needs().evidence().entrySet().stream())
                .noneMatch(asked -> evidence.containsKey(asked.getKey())
                        && LimitBounds.areNeeded(
                                gathered(evidence, asked.getKey()).measurement(), asked.getValue()));
        var hopeful = judged(demanded, stages, evidence, clock, new LimitBounds(false));
        var judged = surely(
                counted ? hopeful : either(hopeful, judged(demanded, stages, evidence, clock, new LimitBounds(true))));
        return new Assessment(
                stages,
                judged,
                view.waivers(policy.stages(), clock),
                manifest.service().name(),
                manifest.accountable(),
                clock.today());
    }

    private static Gathered gathered(Map<String, Gathered> evidence, String name) {
        return Objects.requireNonNull(evidence.get(name));
    }

    private List<Assessment.Judged> judged(
            Plan demanded, List<String> stages, Map<String, Gathered> evidence, Clock clock, LimitBounds bounds) {
        return new Judging(demanded, adjustment, Set.of(), "")
                .at(stages, stage -> new FactsView(clock.at(), evidence, view.surroundings(stage, clock), bounds));
    }

    /** What is proven by bounds alone; of the rest, what is refuted, and what is open for want of a count. */
    private static List<Assessment.Judged> either(List<Assessment.Judged> hopeful, List<Assessment.Judged> doubting) {
        var all = new ArrayList<Assessment.Judged>();
        for (int i = 0; i < hopeful.size(); i++) {
            var doubted = doubting.get(i);
            all.add(changed(
                    hopeful.get(i),
                    (stage, judgement) -> judgement.outcome().fails() ? doubted.judgement(stage) : judgement));
        }
        return all;
    }

    private static Assessment.Judged changed(
            Assessment.Judged judged, BiFunction<String, Judgement, Judgement> change) {
        var judgements = new LinkedHashMap<>(judged.judgements());
        judgements.replaceAll(change);
        return new Assessment.Judged(judged.requirement(), judgements);
    }

    /**
     * Where the chance of error is divided among claims and tries, a claim is held against too much of it as long as not all of
     * them are known.
     */
    private List<Assessment.Judged> surely(List<Assessment.Judged> judged) {
        boolean tries = policy.rules().triesCorrected() && recorded.tries().isEmpty();
        boolean claims = policy.rules().correction() != Correction.NONE
                && judged.stream()
                        .flatMap(one -> one.judgements().values().stream())
                        .anyMatch(judgement -> judgement.parts().stream().anyMatch(Replay::isUnknown));
        if (!tries && !claims) {
            return judged;
        }
        var why = Recorded.unknown(tries ? "how often was tried" : "how many claims must hold together");
        return judged.stream()
                .map(one -> changed(
                        one,
                        (stage, judgement) -> new Judgement(judgement.parts().stream()
                                .map(part -> part.confidence().isPresent()
                                                && part.outcome() == Outcome.MET
                                                && one.requirement().level(stage) == Level.BLOCK
                                        ? part.unlessRefuted(why)
                                        : part)
                                .toList())))
                .toList();
    }

    private static boolean isUnknown(Part part) {
        return part.reason().filter(Reason.NOT_RECORDED::equals).isPresent();
    }

    /** The stage that is judged. */
    String asked() {
        return asked;
    }

    /** What keeps the service out of the stage, by requirement. */
    Map<String, Finding> blocking(Assessment assessment) {
        var all = new LinkedHashMap<String, Finding>();
        assessment.findings(asked).stream()
                .filter(Finding::blocks)
                .forEach(finding -> all.put(finding.requirement(), finding));
        return all;
    }

    boolean checkedSomething(Assessment assessment) {
        return assessment.checkedSomething(asked);
    }

    /** Whether a finding blocks for nothing but what is not recorded. */
    boolean cannotTell(Finding finding, Clock clock) {
        return view.mayBeWaived(finding.requirement(), clock)
                || finding.judgement().failing().stream().allMatch(Replay::isUnknown);
    }
}
