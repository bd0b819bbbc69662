package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Attributes;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy says of services by their names, and of the gate.
 *
 * @param services what the organisation states of a service, whatever its manifest says
 * @param minimumVersion the earliest version of the gate that may judge by it
 */
public record Reach(SortedMap<String, Attributes> services, Optional<GateVersion> minimumVersion) {

    public Reach {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** Nothing is said. */
    public static Reach none() {
        return new Reach(new TreeMap<>(Map.of()), Optional.empty());
    }

    /** All that both say. */
    Reach and(Reach other) {
        var all = new TreeMap<>(services);
        other.services.forEach((name, stated) -> all.merge(name, stated, Attributes::and));
        var later = minimumVersion
                .map(mine -> other.minimumVersion.map(mine::or).orElse(mine))
                .or(other::minimumVersion);
        return new Reach(all, later);
    }

    /** What is stated of a service. */
    public Attributes service(String name) {
        return services.getOrDefault(name, Attributes.none());
    }

    /**
     * What a layer writes joined to what it inherits; writing less is a problem.
     *
     * @param setBy who set what is inherited, by key
     */
    static Reach read(Entry document, Reach above, Map<String, Origin> setBy, String layer, Converter converter) {
        var all = new TreeMap<String, Attributes>();
        document.find(PolicyShape.SERVICES).orElse(Map.of()).forEach((name, entry) -> {
            var stated = Attributes.of(entry, (attribute, place) -> new Origin(layer, place));
            var inherited = above.service(name);
            stated.words()
                    .forEach((attribute, word) -> inherited
                            .word(attribute)
                            .filter(more -> !attribute.atLeast(word, more))
                            .ifPresent(more -> new Loosening(converter)
                                    .complain(
                                            "services." + name + "." + attribute.key(),
                                            word,
                                            more,
                                            inherited.origin(attribute).orElse(null),
                                            entry.placeOf(attribute.field()))));
            all.put(name, stated);
        });
        var version = document.find(PolicyShape.MINIMUM_VERSION);
        version.ifPresent(written -> above.minimumVersion()
                .filter(later -> written.compareTo(later) < 0)
                .ifPresent(later -> new Loosening(converter)
                        .complain(
                                PolicyShape.MINIMUM_VERSION.name(),
                                written.text(),
                                later.text(),
                                setBy.get(PolicyShape.MINIMUM_VERSION.name()),
                                document.placeOf(PolicyShape.MINIMUM_VERSION))));
        return above.and(new Reach(all, version));
    }

    /** As a policy would write the services. */
    Map<String, Object> written() {
        var all = new LinkedHashMap<String, Object>();
        services.forEach((name, stated) -> {
            var words = new LinkedHashMap<String, Object>();
            for (Attribute attribute : Attribute.values()) {
                stated.word(attribute).ifPresent(word -> words.put(attribute.key(), word));
            }
            all.put(name, words);
        });
        return all;
    }
}
