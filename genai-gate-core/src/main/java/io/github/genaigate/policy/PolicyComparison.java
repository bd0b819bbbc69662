package io.github.genaigate.policy;

import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Comparison;
import io.github.genaigate.model.Comparison.Difference;
import io.github.genaigate.model.Comparison.Relation;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares two policies by their join: a value is the stricter one when it is what both together demand. No rule of what is
 * stricter stands here that is not the one by which layers merge.
 */
public final class PolicyComparison {

    private final Catalogue catalogue;

    public PolicyComparison(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a candidate is beside a policy that is held, on every day. */
    public Comparison compare(Policy held, Policy candidate) {
        var mine = inForce(held);
        var theirs = inForce(candidate);
        // What nothing can satisfy both of is left out of the join, and so is neither.
        var both = new Join(catalogue, new ArrayList<>(), false).join(mine, theirs);
        var days = new TreeSet<>(mine.changes());
        days.addAll(theirs.changes());
        var all = new ArrayList<Difference>();
        var before = differences(mine.on(LocalDate.MIN), theirs.on(LocalDate.MIN), both.on(LocalDate.MIN));
        all.addAll(together(before.values(), candidate.stages()));
        for (LocalDate day : days) {
            var then = differences(mine.on(day), theirs.on(day), both.on(day));
            var changed = new ArrayList<Difference>();
            for (Difference difference : then.values()) {
                if (!difference.saysAs(before.get(difference.name()))) {
                    changed.add(difference);
                }
            }
            together(changed, candidate.stages()).forEach(difference -> all.add(difference.from(day)));
            before = then;
        }
        return new Comparison(held.identity(), candidate.identity(), all, List.of());
    }

    /** What differs on one day, by name. */
    private static Map<String, Difference> differences(Policy held, Policy candidate, Policy join) {
        var mine = FlatPolicy.of(held);
        var theirs = FlatPolicy.of(candidate);
        var both = FlatPolicy.of(join);
        var names = new LinkedHashSet<>(mine.values().keySet());
        names.addAll(theirs.values().keySet());
        var differences = new LinkedHashMap<String, Difference>();
        for (String name : names) {
            var difference = new Difference(
                    name,
                    mine.value(name).map(Values::text),
                    mine.origin(name),
                    theirs.value(name).map(Values::text),
                    theirs.origin(name),
                    relation(name, mine, theirs, both));
            // What may be made of a value at the most is told where it is not the value itself.
            if (!mine.sameAs(theirs, name) && !difference.saysAs(differences.get(FlatPolicy.unadjusted(name)))) {
                differences.put(name, difference);
            }
        }
        return differences;
    }

    /** What differs in the same way at every stage is told once. */
    private static List<Difference> together(Collection<Difference> all, List<String> stages) {
        var told = new LinkedHashMap<String, List<Difference>>();
        all.forEach(difference -> told.computeIfAbsent(stageless(difference.name(), stages), name -> new ArrayList<>())
                .add(difference));
        var rest = new ArrayList<Difference>();
        told.forEach((name, same) -> {
            var first = same.get(0);
            boolean everywhere = same.size() == stages.size()
                    && same.stream()
                            .allMatch(one -> one.held().equals(first.held())
                                    && one.candidate().equals(first.candidate())
                                    && one.relation() == first.relation());
            if (everywhere) {
                rest.add(new Difference(
                        name, first.held(), first.heldBy(), first.candidate(), first.candidateBy(), first.relation()));
            } else {
                rest.addAll(same);
            }
        });
        return rest;
    }

    private static String stageless(String name, List<String> stages) {
        for (String stage : stages) {
            var part = "." + PolicyShape.STAGES.name() + "." + stage + ".";
            if (name.contains(part)) {
                return name.replace(part, ".");
            }
        }
        return name;
    }

    private static Relation relation(String name, FlatPolicy mine, FlatPolicy theirs, FlatPolicy both) {
        boolean inBoth = mine.value(name).isPresent() && theirs.value(name).isPresent();
        if (inBoth && fixed(name)) {
            return Relation.NEITHER;
        }
        if (both.sameAs(theirs, name)) {
            return Relation.STRICTER;
        }
        return both.sameAs(mine, name) ? Relation.LOOSER : Relation.NEITHER;
    }

    /** What has to be the same in both: the join keeps one of the two, which says nothing. */
    private static boolean fixed(String name) {
        return name.equals(PolicyShape.STAGES.name())
                || name.equals(PolicyShape.ALLOWED_SIGNERS.name())
                || name.endsWith("." + PolicyShape.CRITERION.name());
    }

    /** Without requirements that are off at every stage, which demand nothing. */
    private static Policy inForce(Policy policy) {
        var requirements = new TreeMap<>(policy.requirements());
        requirements
                .values()
                .removeIf(requirement -> Stream.concat(Stream.of(requirement), requirement.changes().values().stream())
                        .flatMap(one -> one.levels().values().stream())
                        .allMatch(level -> level == Level.OFF));
        return new Policy(
                policy.name(), policy.version(), policy.layers(), policy.stages(), requirements, policy.rules());
    }
}
