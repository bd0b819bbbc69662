package io.github.genaigate.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The strictness of a list of limits that all hold at once. Among entries with the same key, one that another makes
 * superfluous is dropped; entries of which neither is the stricter stand side by side. It is always defined.
 *
 * @param key the fields that say what an entry is about; one that is left out is a value of its own
 * @param members the fields that say how much it demands
 */
record Antichain(List<Field<?>> key, List<Member<?>> members) implements Strictness<List<Entry>> {

    Antichain {
        key = List.copyOf(key);
        members = List.copyOf(members);
    }

    @Override
    public String rule() {
        return "all entries hold; one that another makes superfluous is dropped";
    }

    @Override
    public Optional<List<Entry>> join(List<Entry> one, List<Entry> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return Optional.of(normal(all));
    }

    @Override
    public List<Entry> normal(List<Entry> value) {
        var kept = new ArrayList<Entry>();
        for (Entry written : value) {
            Entry entry = spelled(written);
            if (kept.stream().noneMatch(other -> covers(other, entry))) {
                kept.removeIf(other -> covers(entry, other));
                kept.add(entry);
            }
        }
        kept.sort(Comparator.comparing(this::text));
        return List.copyOf(kept);
    }

    /** Entries of a key that is written again are replaced. */
    @Override
    public List<Entry> over(List<Entry> above, List<Entry> written) {
        var all = new ArrayList<>(written);
        above.stream()
                .filter(entry -> written.stream().noneMatch(other -> sameKey(entry, other)))
                .forEach(all::add);
        return normal(all);
    }

    private boolean sameKey(Entry one, Entry other) {
        return key.stream().allMatch(field -> one.find(field).equals(other.find(field)));
    }

    /** A written entry that an inherited one makes superfluous gives something away, unless it says the same. */
    @Override
    public List<Loosening> loosenings(List<Entry> inherited, List<Entry> written) {
        var found = new ArrayList<Loosening>();
        for (Entry entry : written) {
            inherited.stream()
                    .filter(stricter ->
                            covers(spelled(stricter), spelled(entry)) && !covers(spelled(entry), spelled(stricter)))
                    .findFirst()
                    .ifPresent(stricter -> found.add(new Loosening(about(entry), demand(stricter), demand(entry))));
        }
        return List.copyOf(found);
    }

    private boolean covers(Entry one, Entry other) {
        return sameKey(one, other) && members.stream().allMatch(member -> member.atLeastAsStrict(one, other));
    }

    private Entry spelled(Entry entry) {
        Entry spelled = entry;
        for (Member<?> member : members) {
            spelled = member.normal(spelled);
        }
        return spelled;
    }

    private String text(Entry entry) {
        return about(entry) + " " + demand(entry);
    }

    private String about(Entry entry) {
        return key.stream()
                .flatMap(field -> entry.find(field).stream())
                .map(Values::text)
                .collect(Collectors.joining(" "));
    }

    private String demand(Entry entry) {
        return members.stream()
                .flatMap(member -> entry.find(member.field()).stream()
                        .map(value -> member.field().name() + " " + Values.text(value)))
                .collect(Collectors.joining(", "));
    }
}
