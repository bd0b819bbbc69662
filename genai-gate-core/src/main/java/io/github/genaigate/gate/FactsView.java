package io.github.genaigate.gate;

import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.SignOff;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The facts as one requirement may see them: what is too old, too weak or too loosely bound for its settings is refused
 * or doubted before a criterion looks.
 */
record FactsView(Instant at, Map<String, Gathered> evidence, Surroundings surroundings) {

    Facts under(Settings settings, Needs needs) {
        var measurements = new LinkedHashMap<String, Lookup<Measurement>>();
        evidence.forEach((name, gathered) -> measurements.put(name, gathered.under(settings, needs.ages(), at)));
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
