package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
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

/** Makes a decision again from its recorded facts, under another policy and by another clock. */
final class Replay {

    private final Policy policy;
    private final Manifest manifest;
    private final Plan plan;
    private final Adjustment adjustment;
    private final RecordedView view;
    private final String asked;

    private Replay(Policy policy, Manifest manifest, Plan plan, Recorded recorded, String asked) {
        this.policy = policy;
        this.manifest = manifest;
        this.plan = plan;
        this.adjustment = new Adjustment(
                policy.rules().correction(), recorded.tries(), policy.rules().triesCorrected());
        this.view = new RecordedView(recorded, manifest, RecordedRules.of(policy), plan.needs());
        this.asked = asked;
    }

    /**
     * Everything ready to be judged, or why the manifest cannot be judged by this policy.
     *
     * @param asked the stage that the decision was asked for
     */
    static Loaded<Replay> of(Gate gate, Policy policy, Recorded recorded, String asked) {
        var formats = gate.readers().stream().map(EvidenceReader::format).toList();
        var manifest = new ManifestLoader(gate.catalogue(), formats)
                .load(recorded.manifestName(), recorded.manifest().getBytes(StandardCharsets.UTF_8));
        if (manifest.value().isEmpty()) {
            return Loaded.refused(manifest.problems());
        }
        var problems = new ArrayList<Problem>();
        if (!policy.stages().contains(asked)) {
            problems.add(new Problem(
                    manifest.value().get().place(),
                    "The policy has no stage " + asked,
                    "Take one of " + String.join(", ", policy.stages())));
        }
        problems.addAll(Run.waiversOfNothing(policy, manifest.value().get()));
        var plan = Plan.of(policy, manifest.value().get(), gate.criteria());
        problems.addAll(plan.problems());
        return problems.isEmpty()
                ? Loaded.of(
                        new Replay(policy, manifest.value().get(), plan.value().orElseThrow(), recorded, asked))
                : Loaded.refused(problems);
    }

    /** What follows by a clock. */
    Assessment at(Clock clock) {
        var evidence = view.evidence();
        var most = judged(evidence, clock, new LimitBounds(true));
        boolean exact = plan.items().stream()
                .flatMap(item -> item.needs().evidence().entrySet().stream())
                .noneMatch(asked -> evidence.containsKey(asked.getKey())
                        && LimitBounds.areNeeded(
                                gathered(evidence, asked.getKey()).measurement(), asked.getValue()));
        var judged = exact ? most : both(most, judged(evidence, clock, new LimitBounds(false)));
        return new Assessment(
                policy.stages(),
                judged,
                view.waivers(policy.stages(), clock),
                manifest.service().name(),
                manifest.accountable(),
                clock.today());
    }

    private static Gathered gathered(Map<String, Gathered> evidence, String name) {
        return Objects.requireNonNull(evidence.get(name));
    }

    private List<Assessment.Judged> judged(Map<String, Gathered> evidence, Clock clock, LimitBounds bounds) {
        return new Judging(plan, adjustment, Set.of(), "")
                .at(
                        policy.stages(),
                        stage -> new FactsView(clock.at(), evidence, view.surroundings(stage, clock), bounds));
    }

    /** What holds although the most fail, or fails although the fewest do; else nobody can tell. */
    private static List<Assessment.Judged> both(List<Assessment.Judged> most, List<Assessment.Judged> fewest) {
        var all = new ArrayList<Assessment.Judged>();
        for (int i = 0; i < most.size(); i++) {
            var pessimistic = most.get(i);
            var optimistic = fewest.get(i);
            var judgements = new LinkedHashMap<String, Judgement>();
            pessimistic
                    .judgements()
                    .forEach((stage, judgement) -> judgements.put(stage, both(judgement, optimistic.judgement(stage))));
            all.add(new Assessment.Judged(pessimistic.requirement(), judgements));
        }
        return all;
    }

    private static Judgement both(Judgement most, Judgement fewest) {
        if (most.equals(fewest) || most.outcome() == Outcome.MET) {
            return most;
        }
        if (fewest.outcome() == Outcome.NOT_MET) {
            return fewest;
        }
        var unknown = Recorded.unknown("how many requests were within a limit that was not counted");
        return new Judgement(List.of(Part.unproven(
                most.worst().name(),
                Reason.NOT_RECORDED,
                unknown.message() + ": at the worst " + most.message() + "; at the best " + fewest.message(),
                unknown.mend())));
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
                || finding.judgement().failing().stream()
                        .allMatch(part -> part.reason()
                                .filter(Reason.NOT_RECORDED::equals)
                                .isPresent());
    }
}
