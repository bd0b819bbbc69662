package io.github.genaigate.gate;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Attributes;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Regression;
import io.github.genaigate.model.Service;
import io.github.genaigate.model.Share;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every requirement bound to its criterion, with all settings checked before any evidence is opened.
 *
 * @param items in the order of the policy; a requirement that is off at every stage and stays so is left out
 * @param later the plan from each day on which something changes, itself without any later one
 */
record Plan(List<Item> items, SortedMap<LocalDate, Plan> later) {

    Plan {
        items = List.copyOf(items);
        later = Collections.unmodifiableSortedMap(new TreeMap<>(later));
    }

    /**
     * One requirement, ready to be judged.
     *
     * @param demands by stage, for each stage at which it is in force
     * @param needs of all of them together
     */
    record Item(Requirement requirement, Criterion criterion, Map<String, Demand> demands, Needs needs) {
        Item {
            demands = Collections.unmodifiableMap(new LinkedHashMap<>(demands));
        }

        /** What is needed at one stage; nothing at a stage at which it is not in force. */
        Needs needs(String stage) {
            return Optional.ofNullable(demands.get(stage)).map(criterion::needs).orElse(Needs.nothing());
        }
    }

    static Loaded<Plan> of(Policy policy, Manifest written, Collection<Criterion> criteria) {
        var organisation = policy.rules().reach().service(written.service().name());
        var manifest = written.with(Applying.raised(written.service(), organisation));
        Map<String, Criterion> byId = criteria.stream()
                .collect(Collectors.toMap(criterion -> criterion.about().id(), Function.identity()));
        var problems = new ArrayList<>(understated(written.service(), organisation));
        var known = new HashMap<Requirement, Item>();
        var items = items(policy, manifest, byId, known, problems);
        var later = new TreeMap<LocalDate, Plan>();
        for (LocalDate day : policy.changes()) {
            later.put(day, new Plan(items(policy.on(day), manifest, byId, known, problems), new TreeMap<>()));
        }
        return problems.isEmpty()
                ? Loaded.of(new Plan(items, later))
                : Loaded.refused(problems.stream().distinct().toList());
    }

    /** @param known what is bound already, and has not changed */
    private static List<Item> items(
            Policy policy,
            Manifest manifest,
            Map<String, Criterion> byId,
            Map<Requirement, Item> known,
            List<Problem> problems) {
        var last = policy.stages().get(policy.stages().size() - 1);
        var items = new ArrayList<Item>();
        for (Requirement requirement : policy.requirements().values()) {
            boolean off = requirement.level(last) == Level.OFF;
            if (off && requirement.changes().values().stream().allMatch(change -> change.level(last) == Level.OFF)) {
                continue;
            }
            Criterion criterion = byId.get(requirement.criterion());
            if (criterion == null) {
                throw new IllegalStateException("the loader let an unknown criterion pass: " + requirement.criterion());
            }
            try {
                items.add(known.computeIfAbsent(
                        requirement.unchanged(), same -> item(same, criterion, policy, manifest, problems)));
            } catch (RuntimeException defect) {
                problems.add(problem(requirement, manifest, defect));
            }
        }
        return items;
    }

    private static Item item(
            Requirement requirement, Criterion criterion, Policy policy, Manifest manifest, List<Problem> problems) {
        var claims = manifest.claims(criterion.about());
        var demands = new LinkedHashMap<String, Demand>();
        policy.stages().stream()
                .filter(stage -> requirement.level(stage) != Level.OFF)
                .forEach(
                        stage -> demands.put(stage, new Demand(requirement.id(), requirement.settings(stage), claims)));
        var different = new LinkedHashSet<>(demands.values());
        different.forEach(demand -> problems.addAll(criterion.check(demand)));
        return new Item(
                requirement,
                criterion,
                demands,
                different.stream().map(criterion::needs).reduce(Needs.nothing(), Needs::and));
    }

    /** What the manifest states lower than the organisation does. */
    private static List<Problem> understated(Service service, Attributes organisation) {
        var problems = new ArrayList<Problem>();
        organisation
                .words()
                .forEach((attribute, more) -> service.attributes()
                        .word(attribute)
                        .filter(less -> !attribute.atLeast(less, more))
                        .ifPresent(less -> problems.add(new Problem(
                                service.attributes()
                                        .origin(attribute)
                                        .map(Origin::place)
                                        .orElse(Place.of("the manifest")),
                                "service." + attribute.key() + " is " + less + ", and the organisation states " + more
                                        + organisation
                                                .origin(attribute)
                                                .map(origin -> " in " + origin)
                                                .orElse(""),
                                "Write " + attribute.key() + ": " + more + ", or leave the line out"))));
        return problems;
    }

    /** A criterion that fails must not keep the other mistakes from being told. */
    private static Problem problem(Requirement requirement, Manifest manifest, RuntimeException defect) {
        return new Problem(
                Optional.ofNullable(requirement.origins().get("levels"))
                        .map(Origin::place)
                        .orElse(manifest.place()),
                "The criterion " + requirement.criterion() + " could not cope with the manifest or the policy: "
                        + defect,
                "Report it with manifest and policy as a defect of the criterion");
    }

    /** What is demanded on a day, the day itself included, without what is demanded later. */
    Plan on(LocalDate day) {
        return later.headMap(day.plusDays(1)).values().stream()
                .reduce((earlier, next) -> next)
                .orElseGet(() -> new Plan(items, new TreeMap<>()));
    }

    /** The same without any comparison with a baseline. */
    Plan uncompared() {
        var uncompared = new TreeMap<LocalDate, Plan>();
        later.forEach((day, plan) -> uncompared.put(day, plan.uncompared()));
        return new Plan(items.stream().map(Plan::uncompared).toList(), uncompared);
    }

    private static Item uncompared(Item item) {
        var demands = new LinkedHashMap<String, Demand>();
        item.demands()
                .forEach((stage, demand) -> demands.put(
                        stage,
                        new Demand(
                                demand.requirement(), demand.settings().without(Regression.MAXIMUM), demand.claims())));
        return new Item(item.requirement(), item.criterion(), demands, item.needs());
    }

    /** The confidence that the policy asks for at a stage, by requirement. */
    Map<String, Share> confidences(String stage) {
        var all = new LinkedHashMap<String, Share>();
        items.forEach(item -> Optional.ofNullable(item.demands().get(stage))
                .ifPresent(demand ->
                        all.put(item.requirement().id(), demand.settings().get(CommonSettings.CONFIDENCE))));
        return all;
    }

    /** What all requirements need together, those of later days included. */
    Needs needs() {
        return Stream.concat(Stream.of(this), later.values().stream())
                .flatMap(plan -> plan.items().stream())
                .map(Item::needs)
                .reduce(Needs.nothing(), Needs::and);
    }
}
