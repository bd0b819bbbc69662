package io.github.genaigate.gate;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Sha256;
import java.util.stream.Collectors;

/**
 * Evaluation cases without the names of those that always passed. A name may hold the beginning of what was asked, and only those
 * of cases that did not pass are ever told; of the rest it matters which repeats belong together.
 */
final class PassedCases {

    private static final int DIGITS = 12;

    private PassedCases() {}

    static Lookup<Measurement> unnamed(Lookup<Measurement> measurement) {
        return measurement.map(known -> known instanceof Cases cases ? unnamed(cases) : known);
    }

    private static Cases unnamed(Cases cases) {
        var told = cases.cases().stream()
                .filter(one -> one.result() != Cases.Result.PASSED)
                .map(Case::id)
                .collect(Collectors.toSet());
        return new Cases(
                cases.cases().stream()
                        .map(one -> told.contains(one.id()) ? one : unnamed(one))
                        .toList(),
                cases.usage());
    }

    private static Case unnamed(Case one) {
        return new Case(
                "#" + Sha256.of(one.id()).substring(0, DIGITS),
                one.attributes(),
                one.result(),
                one.scores(),
                one.cached(),
                one.place());
    }
}
