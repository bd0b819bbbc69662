package io.github.genaigate.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every criterion that is at hand, by its id, as far as manifests and policies need to know it.
 *
 * @param criteria by id
 */
public record Catalogue(SortedMap<String, About> criteria) {

    public Catalogue {
        criteria = Collections.unmodifiableSortedMap(new TreeMap<>(criteria));
        var sections = new HashSet<String>();
        criteria.values().stream().flatMap(about -> about.section().stream()).forEach(section -> {
            if (!sections.add(section.name())) {
                throw new IllegalArgumentException("two criteria claim the section " + section.name());
            }
        });
    }

    /**
     * The catalogue of these criteria.
     *
     * @throws IllegalArgumentException when two criteria share an id or a section
     */
    public static Catalogue of(Collection<About> all) {
        var byId = new TreeMap<String, About>();
        all.forEach(about -> {
            if (byId.put(about.id(), about) != null) {
                throw new IllegalArgumentException("two criteria have the id " + about.id());
            }
        });
        return new Catalogue(byId);
    }

    public Optional<About> criterion(String id) {
        return Optional.ofNullable(criteria.get(id));
    }
}
