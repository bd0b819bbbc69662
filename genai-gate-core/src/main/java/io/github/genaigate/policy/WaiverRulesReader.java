package io.github.genaigate.policy;

import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The waivers that one layer allows, and where that is more than it inherits. */
record WaiverRulesReader(Entry entry) {

    private static final String NAME = "waivers.";

    /** Told of each value that is weaker than the inherited one. */
    interface Loosened {
        void at(Place place, String what, Object written, Object above);
    }

    /** What holds when the layer stands below others, its own values taken as they are. */
    WaiverRules rules(Optional<WaiverRules> above) {
        var maxOpenAt = new TreeMap<String, Integer>();
        above.ifPresent(limits -> maxOpenAt.putAll(limits.maxOpenAt()));
        maxOpenAt.putAll(entry.find(PolicyShape.MAX_OPEN_AT).orElse(Map.of()));
        return new WaiverRules(
                entry.get(PolicyShape.MAX_DURATION),
                entry.find(PolicyShape.MAX_OPEN).or(() -> above.flatMap(WaiverRules::maxOpen)),
                maxOpenAt,
                entry.find(PolicyShape.MAX_RENEWALS).or(() -> above.flatMap(WaiverRules::maxRenewals)),
                entry.find(PolicyShape.WARN_BEFORE)
                        .or(() -> above.map(WaiverRules::warnBefore))
                        .orElse(WaiverRules.USUAL_WARNING),
                List.copyOf(new TreeSet<>(entry.get(PolicyShape.APPROVERS))));
    }

    /** Holds what the layer says against what it inherits. */
    void check(WaiverRules rules, WaiverRules limits, Loosened loosened) {
        smaller(
                PolicyShape.MAX_DURATION,
                Optional.of(rules.maxDuration()),
                Optional.of(limits.maxDuration()),
                loosened);
        smaller(PolicyShape.MAX_OPEN, rules.maxOpen(), limits.maxOpen(), loosened);
        limits.maxOpenAt().forEach((stage, most) -> {
            var written = Optional.ofNullable(rules.maxOpenAt().get(stage));
            if (written.filter(number -> number > most).isPresent()) {
                loosened.at(
                        entry.placeOf(PolicyShape.MAX_OPEN_AT),
                        NAME + PolicyShape.MAX_OPEN_AT.name() + "." + stage,
                        written.orElseThrow(),
                        most);
            }
        });
        smaller(PolicyShape.MAX_RENEWALS, rules.maxRenewals(), limits.maxRenewals(), loosened);
        if (rules.warnBefore().compareTo(limits.warnBefore()) < 0) {
            at(PolicyShape.WARN_BEFORE, rules.warnBefore(), limits.warnBefore(), loosened);
        }
        if (!limits.approvers().containsAll(rules.approvers())) {
            at(PolicyShape.APPROVERS, rules.approvers(), limits.approvers(), loosened);
        }
    }

    private <T extends Comparable<T>> void smaller(
            Field<T> field, Optional<T> written, Optional<T> above, Loosened loosened) {
        if (above.isPresent()
                && written.filter(value -> value.compareTo(above.get()) > 0).isPresent()) {
            at(field, written.get(), above.get(), loosened);
        }
    }

    private void at(Field<?> field, Object written, Object above, Loosened loosened) {
        loosened.at(entry.placeOf(field), NAME + field.name(), written, above);
    }
}
