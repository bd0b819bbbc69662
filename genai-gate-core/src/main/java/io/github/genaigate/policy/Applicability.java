package io.github.genaigate.policy;

import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Attributes;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * To which services a requirement applies: to those for which any of the conditions holds.
 *
 * @param conditions sorted, and none implied by another; the one without any attribute is every service
 */
public record Applicability(List<Condition> conditions) {

    public Applicability {
        conditions = weakest(conditions);
    }

    /** To every service. */
    static Applicability always() {
        return new Applicability(List.of(new Condition(new TreeMap<>())));
    }

    private static List<Condition> weakest(Collection<Condition> all) {
        return List.copyOf(new TreeSet<>(all.stream()
                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && other.isImpliedBy(one)))
                .toList()));
    }

    /** To every service to which either applies. */
    Applicability or(Applicability other) {
        return new Applicability(
                Stream.concat(conditions.stream(), other.conditions.stream()).toList());
    }

    boolean isAlways() {
        return equals(always());
    }

    /**
     * Whether it may apply: it does where a service that states all would be known not to match otherwise. What a service
     * does not state is taken to match.
     */
    public boolean appliesTo(Attributes service) {
        return conditions.stream()
                .anyMatch(condition -> condition.failing(service).isEmpty());
    }

    /** What a service would have to state for it to be known; nothing where a condition holds, or none can. */
    public List<Attribute> unstated(Attributes service) {
        var open = conditions.stream()
                .filter(condition -> condition.failing(service).isEmpty())
                .map(condition -> condition.unstated(service))
                .toList();
        return open.stream().anyMatch(List::isEmpty)
                ? List.of()
                : open.stream().flatMap(List::stream).sorted().distinct().toList();
    }

    /** The attributes by which a service is none of those to which it applies. */
    public List<Attribute> failing(Attributes service) {
        return conditions.stream()
                .flatMap(condition -> condition.failing(service).stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** What of it a layer may not write that inherits another: a condition that only narrows one of those. */
    Stream<Condition> narrowing(Applicability inherited) {
        return conditions.stream()
                .filter(condition -> inherited.conditions.stream()
                        .anyMatch(above -> !above.equals(condition) && above.isImpliedBy(condition)));
    }

    /** As a policy would write it. */
    Object written() {
        var all = conditions.stream().map(Condition::written).toList();
        return all.size() == 1 ? all.get(0) : all;
    }
}
