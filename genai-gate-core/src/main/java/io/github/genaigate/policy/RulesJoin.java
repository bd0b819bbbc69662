package io.github.genaigate.policy;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Joins what two policies say beside their requirements: a freedom holds only where both grant it.
 *
 * @param problems where nothing satisfies both
 * @param builtinDefers whether what comes with the gate leaves it to the other policy to grant freedoms
 */
record RulesJoin(List<Problem> problems, boolean builtinDefers) {

    private boolean defers(Policy policy) {
        return builtinDefers && policy.isBuiltin();
    }

    Policy.Rules join(Policy onePolicy, Policy otherPolicy) {
        var one = onePolicy.rules();
        var other = otherPolicy.rules();
        var roles = new TreeMap<String, Policy.Role>();
        one.roles().forEach((name, role) -> roles.put(name, alone(role, otherPolicy)));
        other.roles().forEach((name, role) -> {
            var mine = one.roles().get(name);
            roles.put(name, mine == null ? alone(role, onePolicy) : role(otherPolicy, name, mine, role));
        });
        if (one.allowedSigners().isPresent()
                && other.allowedSigners().isPresent()
                && !one.allowedSigners().equals(other.allowedSigners())) {
            disagree(
                    otherPolicy,
                    "allowedSigners",
                    one.allowedSigners().get(),
                    other.allowedSigners().get());
        }
        var content = new TreeSet<>(one.contentAtLeast());
        content.addAll(other.contentAtLeast());
        var joined = new Policy.Rules(
                roles,
                one.allowedSigners().or(other::allowedSigners),
                freedom(
                        onePolicy,
                        otherPolicy,
                        Policy.Rules::waivers,
                        (mine, theirs) -> waivers(otherPolicy, mine, theirs)),
                one.skipAllowed() && other.skipAllowed(),
                (one.stageAdjustable() || defers(onePolicy))
                        && (other.stageAdjustable() || defers(otherPolicy))
                        && (one.stageAdjustable() || other.stageAdjustable()),
                freedom(onePolicy, otherPolicy, Policy.Rules::maxDifference, RulesJoin::shorter),
                one.correction().compareTo(other.correction()) >= 0 ? one.correction() : other.correction(),
                one.triesCorrected() || other.triesCorrected(),
                List.copyOf(content),
                one.reach().and(other.reach()),
                Map.of());
        return joined.with(WrittenRules.origins(one, other, joined));
    }

    /** A freedom holds only where both grant it; what comes with the gate leaves that to the other. */
    private <T> Optional<T> freedom(
            Policy one, Policy other, Function<Policy.Rules, Optional<T>> read, BinaryOperator<T> stricter) {
        var mine = read.apply(one.rules());
        var theirs = read.apply(other.rules());
        if (mine.isPresent() && theirs.isPresent()) {
            return Optional.of(stricter.apply(mine.get(), theirs.get()));
        }
        boolean left = defers(one) || defers(other);
        return left ? mine.or(() -> theirs) : Optional.empty();
    }

    /** A policy that is silent on a role keeps the authors out of it; what comes with the gate leaves that to the other. */
    private Policy.Role alone(Policy.Role role, Policy silent) {
        return new Policy.Role(role.signers(), role.mustNotBeAuthor() || !defers(silent));
    }

    private Policy.Role role(Policy where, String name, Policy.Role one, Policy.Role other) {
        Optional<List<String>> signers = one.signers().isEmpty() ? other.signers() : one.signers();
        if (one.signers().isPresent() && other.signers().isPresent()) {
            signers = Optional.of(intersection(
                    where,
                    "roles." + name + ".signers",
                    one.signers().get(),
                    other.signers().get()));
        }
        return new Policy.Role(signers, one.mustNotBeAuthor() || other.mustNotBeAuthor());
    }

    private WaiverRules waivers(Policy where, WaiverRules one, WaiverRules other) {
        return one.join(other, intersection(where, "waivers.approvers", one.approvers(), other.approvers()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private List<String> intersection(Policy where, String what, List<String> one, List<String> other) {
        var rest = new ArrayList<>(one);
        rest.retainAll(other);
        if (rest.isEmpty()) {
            disagree(where, what, Values.text(one), Values.text(other));
        }
        return rest;
    }

    void disagree(Policy where, String what, String one, String other) {
        problems.add(new Problem(
                Place.of(where.layers().get(where.layers().size() - 1).source()),
                what + " is " + other + " here and " + one + " in another layer, and nothing satisfies both",
                "Change one of the two, or leave the line out to inherit"));
    }
}
