package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Explained;
import io.github.genaigate.model.Explanation;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains one requirement of a policy, and what the service has, if there is one. */
final class Explainer {

    private final Gate gate;
    private final GateRequest request;

    Explainer(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
    }

    Explained explain(Optional<String> id) {
        var draft = new Draft();
        var inputs = new Inputs(gate, request, draft);
        var policy = inputs.base().flatMap(inputs::policy).map(this::today);
        if (policy.isEmpty() || !draft.problems.isEmpty()) {
            return new Explained(
                    Optional.empty(),
                    List.of(),
                    draft.problems.stream().sorted().distinct().toList());
        }
        var known = policy.get().requirements().values().stream()
                .map(requirement ->
                        new Explained.Known(requirement.id(), about(requirement).purpose()))
                .toList();
        if (id.isEmpty()) {
            return new Explained(Optional.empty(), known, List.of());
        }
        var requirement = Optional.ofNullable(policy.get().requirements().get(id.get()));
        if (requirement.isEmpty()) {
            return new Explained(Optional.empty(), known, List.of(unknown(id.get(), policy.get())));
        }
        // The whole decision, because a finding may depend on how many claims there are.
        var decision = gate.decide(request);
        return new Explained(
                Optional.of(explanation(requirement.get(), policy.get(), decision)), known, decision.problems());
    }

    private Policy today(Policy policy) {
        return policy.from(Clock.of(request, policy.rules().maxDifference()).today());
    }

    private static Problem unknown(String id, Policy policy) {
        var ids = policy.requirements().keySet();
        return new Problem(
                Place.of("genai-gate.requirement"),
                "The policy has no requirement " + Text.quoted(id),
                Names.nearest(id, ids)
                        .map(name -> "Did you mean " + name + "?")
                        .orElse("Take one of " + String.join(", ", ids)));
    }

    private About about(Requirement requirement) {
        return gate.catalogue().criterion(requirement.criterion()).orElseThrow();
    }

    private Explanation explanation(Requirement requirement, Policy policy, Decision decision) {
        var about = about(requirement);
        var demands = new ExplainedDemands(requirement, about, policy.stages());
        return new Explanation(
                requirement.id(),
                about.id(),
                about.purpose(),
                requirement.rationale(),
                requirement.levels(),
                Optional.ofNullable(requirement.origins().get("levels")),
                requirement.effectiveFrom(),
                requirement.waivable(),
                demands.now(),
                demands.later(),
                about.section(),
                formats(about),
                evidence(requirement, policy, decision),
                decision.waivers().stream()
                        .filter(waiver -> waiver.requirement().equals(requirement.id()))
                        .toList(),
                notes(requirement, decision),
                decision.service(),
                decision.stage().asked(),
                Stream.concat(decision.findings().stream(), decision.upcoming().stream())
                        .filter(finding -> finding.requirement().equals(requirement.id()))
                        .findFirst());
    }

    /** Of the readers that give what the criterion judges. */
    private SortedMap<String, String> formats(About about) {
        var accepted = gate.criteria().stream()
                .filter(criterion -> criterion.about().id().equals(about.id()))
                .flatMap(criterion -> criterion.accepts().stream())
                .toList();
        return gate.readers().stream()
                .filter(reader -> accepted.contains(reader.shape()))
                .collect(Collectors.toMap(
                        EvidenceReader::format, reader -> reader.shape().noun(), (one, other) -> one, TreeMap::new));
    }

    /** What the decision looked at for the requirement's sake. */
    private List<EvidenceFile> evidence(Requirement requirement, Policy policy, Decision decision) {
        var inputs = new Inputs(gate, request, new Draft());
        var names = inputs.base()
                .flatMap(inputs::manifest)
                .flatMap(manifest -> Plan.of(policy, manifest, gate.criteria()).value())
                .map(plan -> plan.items().stream()
                        .filter(item -> item.requirement().id().equals(requirement.id()))
                        .flatMap(item -> item.needs().evidence().keySet().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return decision.evidence().stream()
                .filter(file -> names.contains(file.name()))
                .toList();
    }

    private static List<String> notes(Requirement requirement, Decision decision) {
        return Stream.concat(
                        decision.exemptions().stream()
                                .filter(exemption -> exemption.requirement().equals(requirement.id()))
                                .map(exemption -> "Exemption, " + exemption.status() + ": " + exemption.message()),
                        decision.notes().stream())
                .toList();
    }
}
