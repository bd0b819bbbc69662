package io.github.genaigate.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The strictness of a list of demands that have names: demands of one name are merged member by member, all others add up.
 *
 * @param name the field with the name
 * @param entries how two entries of one name are merged
 */
record ByName(Field<String> name, Merged entries) implements Strictness<List<Entry>> {

    @Override
    public String rule() {
        return "entries of one " + name.name() + " are merged, all others add up";
    }

    @Override
    public Optional<List<Entry>> join(List<Entry> one, List<Entry> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return merged(all).map(ByName::list);
    }

    /** Two entries of one name that contradict each other are left as they are written. */
    @Override
    public List<Entry> normal(List<Entry> value) {
        return merged(value).map(ByName::list).orElse(value);
    }

    private Optional<Map<String, Entry>> merged(List<Entry> all) {
        var byName = new TreeMap<String, Entry>();
        for (Entry written : all) {
            Entry entry = entries.normal(written);
            Entry same = byName.get(entry.get(name));
            var merged = same == null ? Optional.of(entry) : entries.join(same, entry);
            if (merged.isEmpty()) {
                return Optional.empty();
            }
            byName.put(entry.get(name), merged.get());
        }
        return Optional.of(byName);
    }

    private static List<Entry> list(Map<String, Entry> byName) {
        Collection<Entry> inOrder = byName.values();
        return List.copyOf(inOrder);
    }

    @Override
    public List<Entry> over(List<Entry> above, List<Entry> written) {
        var all = new TreeMap<String, Entry>();
        normal(above).forEach(entry -> all.put(entry.get(name), entry));
        normal(written).forEach(entry -> all.merge(entry.get(name), entry, entries::over));
        return list(all);
    }

    @Override
    public List<Loosening> loosenings(List<Entry> inherited, List<Entry> written) {
        var found = new ArrayList<Loosening>();
        for (Entry entry : written) {
            inherited.stream()
                    .filter(other -> other.get(name).equals(entry.get(name)))
                    .forEach(other -> found.addAll(entries.loosenings(entry.get(name), other, entry)));
        }
        return List.copyOf(found);
    }
}
