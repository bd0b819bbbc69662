package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one layer says beside its requirements, held against what it inherits. Demands may be added by any layer; freedoms
 * (waivers, an earlier stage, another clock) only by the topmost layer that is not built in.
 */
final class RulesReader {

    private static final String MEND = "Write a value at least as strict, or leave the line out to inherit";

    private static final Duration USUAL_DIFFERENCE = Duration.ofHours(24);

    private final Converter converter;
    private final Optional<Policy> inherited;
    private final Entry document;

    RulesReader(Converter converter, Optional<Policy> inherited, Entry document) {
        this.converter = converter;
        this.inherited = inherited;
        this.document = document;
    }

    /**
     * The rules with what is left out inherited.
     *
     * @param layer how the layer is called in origins
     * @param signers the digest of the file of the signers' keys that it names
     */
    Policy.Rules rules(String layer, Optional<String> signers) {
        var above = inherited.map(Policy::rules).orElse(Policy.Rules.none());
        return new Policy.Rules(
                roles(above),
                allowedSigners(above, signers),
                waivers(above),
                skipAllowed(above),
                stageAdjustable(above),
                maxDifference(above),
                correction(above),
                triesCorrected(above),
                document.find(PolicyShape.CONTENT)
                        .map(content -> List.copyOf(new TreeSet<>(content.get(PolicyShape.AT_LEAST))))
                        .orElse(above.contentAtLeast()),
                Reach.read(document, above.reach(), above.origins(), layer, converter),
                origins(layer));
    }

    /** Of what this layer writes. */
    private Map<String, Origin> origins(String layer) {
        var origins = new HashMap<String, Origin>();
        document.places().forEach((field, place) -> origins.put(field, new Origin(layer, place)));
        document.find(PolicyShape.ROLES)
                .orElse(Map.of())
                .forEach((name, role) -> origins.put("roles." + name, new Origin(layer, role.place())));
        return origins;
    }

    private boolean mayGrant() {
        return inherited.isEmpty() || inherited.get().isBuiltin();
    }

    private SortedMap<String, Policy.Role> roles(Policy.Rules above) {
        var all = new TreeMap<>(above.roles());
        document.find(PolicyShape.ROLES).orElse(Map.of()).forEach((name, entry) -> {
            var inheritedRole = Optional.ofNullable(above.roles().get(name));
            var signers = entry.find(PolicyShape.SIGNERS).map(list -> List.copyOf(new TreeSet<>(list)));
            var allowed = inheritedRole.flatMap(Policy.Role::signers);
            if (signers.isPresent() && allowed.isPresent() && !allowed.get().containsAll(signers.get())) {
                loosened(
                        entry.placeOf(PolicyShape.SIGNERS), "roles." + name + ".signers", signers.get(), allowed.get());
            }
            var mustNot = entry.find(PolicyShape.MUST_NOT_BE_AUTHOR);
            // A role that no layer lists is open to everybody but the authors: naming it must not open it further.
            boolean inheritedMustNot =
                    inheritedRole.map(Policy.Role::mustNotBeAuthor).orElse(true);
            boolean mayRelax = inheritedRole.isEmpty() && mayGrant();
            if (inheritedMustNot && !mayRelax && mustNot.isPresent() && !mustNot.get()) {
                loosened(
                        entry.placeOf(PolicyShape.MUST_NOT_BE_AUTHOR),
                        "roles." + name + ".mustNotBeAuthor",
                        false,
                        true);
            }
            all.put(name, new Policy.Role(signers.or(() -> allowed), mustNot.orElse(inheritedMustNot)));
        });
        return all;
    }

    private Optional<String> allowedSigners(Policy.Rules above, Optional<String> signers) {
        if (signers.isPresent()
                && above.allowedSigners().isPresent()
                && !above.allowedSigners().equals(signers)) {
            converter.problem(
                    document.placeOf(PolicyShape.ALLOWED_SIGNERS),
                    "allowedSigners names other keys than the layer above",
                    "Leave the line out: a principal's keys are fixed by the topmost layer that names them");
        }
        return signers.or(above::allowedSigners);
    }

    private Optional<WaiverRules> waivers(Policy.Rules above) {
        var written = document.find(PolicyShape.WAIVERS);
        if (written.isEmpty()) {
            return above.waivers();
        }
        var reader = new WaiverRulesReader(written.get());
        var rules = reader.rules(above.waivers());
        if (mayGrant()) {
            return Optional.of(rules);
        }
        if (above.waivers().isEmpty()) {
            refused(PolicyShape.WAIVERS, "waivers are not granted by the layer above");
            return Optional.empty();
        }
        reader.check(rules, above.waivers().get(), this::loosened);
        return Optional.of(rules);
    }

    private boolean skipAllowed(Policy.Rules above) {
        var written = document.find(PolicyShape.SKIP);
        if (written.isPresent() && written.get().equals("allowed") && !above.skipAllowed()) {
            loosened(document.placeOf(PolicyShape.SKIP), PolicyShape.SKIP.name(), "allowed", "forbidden");
        }
        return above.skipAllowed() && !written.orElse("allowed").equals("forbidden");
    }

    private boolean stageAdjustable(Policy.Rules above) {
        var written = document.find(PolicyShape.STAGE);
        if (written.isEmpty()) {
            return above.stageAdjustable();
        }
        boolean adjustable = written.get().equals("adjustable");
        if (adjustable && !above.stageAdjustable() && !mayGrant()) {
            refused(PolicyShape.STAGE, "An adjustable stage is not granted by the layer above");
        }
        return adjustable;
    }

    private Optional<Duration> maxDifference(Policy.Rules above) {
        var written = document.find(PolicyShape.AS_OF).map(entry -> entry.get(PolicyShape.MAX_DIFFERENCE));
        if (written.isEmpty()) {
            return above.maxDifference();
        }
        if (!mayGrant() && written.get().compareTo(above.maxDifference().orElse(USUAL_DIFFERENCE)) > 0) {
            loosened(
                    document.placeOf(PolicyShape.AS_OF),
                    "asOf.maxDifference",
                    written.get(),
                    above.maxDifference().orElse(USUAL_DIFFERENCE));
        }
        return written;
    }

    private Correction correction(Policy.Rules above) {
        var written = document.find(PolicyShape.SIMULTANEOUS)
                .flatMap(entry -> entry.find(PolicyShape.CORRECTION))
                .orElse(above.correction());
        if (written.compareTo(above.correction()) < 0) {
            loosened(
                    document.placeOf(PolicyShape.SIMULTANEOUS), "simultaneous.correction", written, above.correction());
        }
        return written;
    }

    private boolean triesCorrected(Policy.Rules above) {
        var written = document.find(PolicyShape.SIMULTANEOUS).flatMap(entry -> entry.find(PolicyShape.TRIES));
        if (written.filter("shown"::equals).isPresent() && above.triesCorrected()) {
            loosened(document.placeOf(PolicyShape.SIMULTANEOUS), "simultaneous.tries", "shown", "corrected");
        }
        return above.triesCorrected() || written.filter("corrected"::equals).isPresent();
    }

    private void refused(Field<?> field, String what) {
        converter.problem(
                document.placeOf(field), what, "Remove it here, and ask the owner of the layer above to grant it");
    }

    private void loosened(Place place, String what, Object written, Object above) {
        var names = new ArrayList<String>();
        inherited.ifPresent(
                policy -> policy.layers().forEach(layer -> names.add(layer.name() + " " + layer.version())));
        converter.problem(
                place,
                what + ": " + Values.text(written) + " is weaker than " + Values.text(above) + " of "
                        + String.join(", ", names),
                MEND);
    }
}
