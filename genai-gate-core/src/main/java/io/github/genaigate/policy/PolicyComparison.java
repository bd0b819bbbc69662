package io.github.genaigate.policy;

import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Comparison;
import io.github.genaigate.model.Comparison.Difference;
import io.github.genaigate.model.Comparison.Relation;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Compares two policies by their join: a value is the stricter one when it is what both together demand. No rule of what is
 * stricter stands here that is not the one by which layers merge.
 */
public final class PolicyComparison {

    private final Catalogue catalogue;

    public PolicyComparison(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a candidate is beside a policy that is held. */
    public Comparison compare(Policy held, Policy candidate) {
        var mine = FlatPolicy.of(inForce(held));
        var theirs = FlatPolicy.of(inForce(candidate));
        // What nothing can satisfy both of is left out of the join, and so is neither.
        var problems = new ArrayList<Problem>();
        var both = FlatPolicy.of(new Join(catalogue, problems, false).join(inForce(held), inForce(candidate)));
        var names = new LinkedHashSet<>(mine.values().keySet());
        names.addAll(theirs.values().keySet());
        var differences = new ArrayList<Difference>();
        for (String name : names) {
            if (!mine.sameAs(theirs, name)) {
                differences.add(new Difference(
                        name,
                        mine.value(name).map(Values::text),
                        mine.origin(name),
                        theirs.value(name).map(Values::text),
                        theirs.origin(name),
                        relation(name, mine, theirs, both)));
            }
        }
        return new Comparison(
                held.identity(), candidate.identity(), together(differences, candidate.stages()), List.of());
    }

    /** What differs in the same way at every stage is told once. */
    private static List<Difference> together(List<Difference> all, List<String> stages) {
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
                .removeIf(requirement -> requirement.levels().values().stream().allMatch(level -> level == Level.OFF));
        return new Policy(
                policy.name(), policy.version(), policy.layers(), policy.stages(), requirements, policy.rules());
    }
}
