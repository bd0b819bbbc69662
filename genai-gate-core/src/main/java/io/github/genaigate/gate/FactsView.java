package io.github.genaigate.gate;

import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.SignOff;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The facts as one requirement may see them: what is too old, too weak or too loosely bound for its settings is refused
 * or doubted before a criterion looks.
 */
record FactsView(Instant at, Map<String, Gathered> evidence, Surroundings surroundings, Answers answers) {

    /** Facts of which every question was asked. */
    FactsView(Instant at, Map<String, Gathered> evidence, Surroundings surroundings) {
        this(at, evidence, surroundings, (measurement, questions) -> measurement);
    }

    /** What is known of the questions of one requirement to a piece of evidence. */
    interface Answers extends BiFunction<Lookup<Measurement>, Set<Question>, Lookup<Measurement>> {}

    Facts under(Settings settings, Needs needs) {
        var measurements = new LinkedHashMap<String, Lookup<Measurement>>();
        evidence.forEach((name, gathered) -> measurements.put(
                name,
                answers.apply(
                        gathered.under(settings, needs.ages(), at),
                        needs.evidence().getOrDefault(name, Set.of()))));
        var signOffs = new LinkedHashMap<String, Lookup<SignOff>>();
        surroundings
                .signOffs()
                .forEach((role, signOff) -> signOffs.put(
                        role,
                        Assured.atLeast(signOff, settings, "The sign-off of the role " + role, Place.of("signOffs"))));
        return new Facts(
                at,
                measurements,
                surroundings.content(),
                signOffs,
                surroundings.ownership(),
                surroundings.activity(),
                surroundings.baseline());
    }
}
