package io.github.genaigate.gate;

import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Waiver;
import io.github.genaigate.signoff.Asked;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The waivers that are valid, and what each removes.
 *
 * @param all in the order of the manifest
 * @param stages the ladder
 */
record ValidWaivers(List<Waiver> all, List<String> stages) {

    ValidWaivers {
        all = List.copyOf(all);
        stages = List.copyOf(stages);
    }

    /**
     * The waiver that removes the block of a requirement that is not met. Where only several that name issues do it together,
     * the one of them that ends first, because the block returns with its end.
     */
    Optional<Waiver> removing(String requirement, String stage, Judgement judgement) {
        if (!judgement.outcome().fails()) {
            return Optional.empty();
        }
        var covering = all.stream()
                .filter(waiver -> waiver.requirement().equals(requirement) && covers(waiver, stage))
                .toList();
        var whole = covering.stream()
                .filter(waiver -> waiver.issues().isEmpty())
                .max(Comparator.comparing(Waiver::expires));
        return whole.isPresent() ? whole : together(covering, judgement);
    }

    private static Optional<Waiver> together(List<Waiver> covering, Judgement judgement) {
        Set<String> named =
                covering.stream().flatMap(waiver -> waiver.issues().stream()).collect(Collectors.toSet());
        boolean allFail = judgement.failing().stream().allMatch(part -> part.failsOnlyFor(named));
        var found = found(judgement);
        return covering.stream()
                .filter(waiver -> allFail && waiver.issues().stream().anyMatch(found::contains))
                .min(Comparator.comparing(Waiver::expires));
    }

    boolean covers(Waiver waiver, String stage) {
        return Asked.covers(stages, waiver.stage(), stage);
    }

    /** The issues for which parts fail, as far as they are known. */
    static Set<String> found(Judgement judgement) {
        var issues = new TreeSet<String>();
        judgement.failing().stream()
                .map(Part::counted)
                .forEach(counted -> counted.ifPresent(known -> issues.addAll(known.issues())));
        return issues;
    }
}
