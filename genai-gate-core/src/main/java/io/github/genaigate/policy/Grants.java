package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one layer grants to services. Only the layer that brings a requirement in may grant, or the topmost one that is
 * not built in; a layer below may narrow.
 */
final class Grants {

    private final Converter converter;
    private final Optional<Policy> inherited;
    private final String layer;

    Grants(Converter converter, Optional<Policy> inherited, String layer) {
        this.converter = converter;
        this.inherited = inherited;
        this.layer = layer;
    }

    private Optional<Requirement> above(String id) {
        return inherited.flatMap(
                policy -> Optional.ofNullable(policy.requirements().get(id)));
    }

    private boolean mayGrant(String id) {
        return above(id).isEmpty() || inherited.filter(Policy::isBuiltin).isPresent();
    }

    /** The grace of a requirement, by service: what is written, or else what is inherited. */
    SortedMap<String, Grant> grace(String id, Entry requirement) {
        var held = above(id).map(one -> one.scope().grace()).orElse(new TreeMap<>());
        var written = requirement.find(PolicyShape.GRACE);
        if (written.isEmpty()) {
            return held;
        }
        var place = requirement.placeOf(PolicyShape.GRACE);
        var all = new TreeMap<String, Grant>();
        for (String service : written.get().get(PolicyShape.GRACE_SERVICES)) {
            var grant = new Grant(
                    Grant.Kind.GRACE, Optional.empty(), written.get().get(PolicyShape.UNTIL), new Origin(layer, place));
            check("The grace of " + service + " for " + id, id, held.get(service), grant);
            all.put(service, grant);
        }
        return all;
    }

    /**
     * The exemptions that the layer writes, by requirement and service.
     *
     * @param known the requirements that are demanded
     */
    Map<String, SortedMap<String, Grant>> exemptions(Entry document, Set<String> known) {
        var all = new TreeMap<String, SortedMap<String, Grant>>();
        for (Entry entry : document.find(PolicyShape.EXEMPTIONS).orElse(List.of())) {
            var id = entry.get(PolicyShape.EXEMPTED);
            var service = entry.get(PolicyShape.SERVICE);
            if (!known.contains(id)) {
                converter.problem(
                        entry.placeOf(PolicyShape.EXEMPTED),
                        "An exemption is from " + Text.quoted(id) + ", which the policy does not demand",
                        Names.nearest(id, known)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Remove the exemption"));
                continue;
            }
            var grant = new Grant(
                    Grant.Kind.EXEMPTION,
                    Optional.of(entry.get(PolicyShape.REASON)),
                    entry.get(PolicyShape.UNTIL),
                    new Origin(layer, entry.place()));
            var title = "The exemption of " + service + " from " + id;
            var held = above(id).map(one -> one.scope().exemptions().get(service));
            check(title, id, held.orElse(null), grant);
            if (all.computeIfAbsent(id, one -> new TreeMap<>()).put(service, grant) != null) {
                converter.problem(entry.place(), title + " is written twice", "Keep one of the two");
            }
        }
        return all;
    }

    private void check(String title, String id, @Nullable Grant held, Grant written) {
        if (mayGrant(id)) {
            return;
        }
        Place place = written.origin().place();
        if (held == null) {
            converter.problem(
                    place,
                    title + " is not granted by the layer above",
                    "Remove it here, and ask the owner of the layer above to grant it");
        } else if (written.until().isAfter(held.until())) {
            new Loosening(converter)
                    .complain(
                            title + ", until",
                            written.until().toString(),
                            held.until().toString(),
                            held.origin(),
                            place);
        }
    }
}
