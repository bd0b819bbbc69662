package io.github.genaigate.policy;

import io.github.genaigate.model.Origin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rules as a policy would write them. */
final class WrittenRules {

    static final String ROLES = PolicyShape.ROLES.name() + ".";

    private WrittenRules() {}

    /** What a policy would write to get the rules, by the keys of {@link Policy.Rules#origins}, in the order of the format. */
    static Map<String, Object> of(Policy.Rules rules) {
        var all = new LinkedHashMap<String, Object>();
        rules.roles().forEach((name, role) -> all.put(ROLES + name, role(role)));
        rules.allowedSigners().ifPresent(digest -> all.put(PolicyShape.ALLOWED_SIGNERS.name(), digest));
        rules.waivers().ifPresent(waivers -> all.put(PolicyShape.WAIVERS.name(), waivers(waivers)));
        all.put(PolicyShape.SKIP.name(), rules.skipAllowed() ? "allowed" : "forbidden");
        all.put(PolicyShape.STAGE.name(), rules.stageAdjustable() ? "adjustable" : "fixed");
        rules.maxDifference()
                .ifPresent(most -> all.put(PolicyShape.AS_OF.name(), Map.of(PolicyShape.MAX_DIFFERENCE.name(), most)));
        var simultaneous = new LinkedHashMap<String, Object>();
        simultaneous.put(PolicyShape.CORRECTION.name(), rules.correction());
        simultaneous.put(PolicyShape.TRIES.name(), rules.triesCorrected() ? "corrected" : "shown");
        all.put(PolicyShape.SIMULTANEOUS.name(), simultaneous);
        if (!rules.contentAtLeast().isEmpty()) {
            all.put(PolicyShape.CONTENT.name(), Map.of(PolicyShape.AT_LEAST.name(), rules.contentAtLeast()));
        }
        if (!rules.reach().services().isEmpty()) {
            all.put(PolicyShape.SERVICES.name(), rules.reach().written());
        }
        rules.reach()
                .minimumVersion()
                .ifPresent(version -> all.put(PolicyShape.MINIMUM_VERSION.name(), version.text()));
        return all;
    }

    private static Map<String, Object> role(Policy.Role role) {
        var written = new LinkedHashMap<String, Object>();
        role.signers().ifPresent(signers -> written.put(PolicyShape.SIGNERS.name(), signers));
        written.put(PolicyShape.MUST_NOT_BE_AUTHOR.name(), role.mustNotBeAuthor());
        return written;
    }

    private static Map<String, Object> waivers(WaiverRules waivers) {
        var written = new LinkedHashMap<String, Object>();
        written.put(PolicyShape.MAX_DURATION.name(), waivers.maxDuration());
        waivers.maxOpen().ifPresent(most -> written.put(PolicyShape.MAX_OPEN.name(), most));
        if (!waivers.maxOpenAt().isEmpty()) {
            written.put(PolicyShape.MAX_OPEN_AT.name(), waivers.maxOpenAt());
        }
        waivers.maxRenewals().ifPresent(most -> written.put(PolicyShape.MAX_RENEWALS.name(), most));
        written.put(PolicyShape.WARN_BEFORE.name(), waivers.warnBefore());
        written.put(PolicyShape.APPROVERS.name(), waivers.approvers());
        return written;
    }

    /**
     * Who set what of two policies' joined rules: the first who says the same, and nobody where a freedom fell away for want
     * of a grant.
     */
    static Map<String, Origin> origins(Policy.Rules one, Policy.Rules other, Policy.Rules joined) {
        var both = of(joined);
        var keys = new TreeSet<>(one.origins().keySet());
        keys.addAll(other.origins().keySet());
        var origins = new HashMap<String, Origin>();
        for (String key : keys) {
            var same = Stream.of(one, other)
                    .filter(rules -> Objects.equals(of(rules).get(key), both.get(key)))
                    .toList();
            (same.isEmpty() ? List.of(other, one) : same)
                    .stream()
                            .flatMap(rules -> Stream.ofNullable(rules.origins().get(key)))
                            .findFirst()
                            .ifPresent(origin -> origins.put(key, origin));
        }
        return origins;
    }
}
