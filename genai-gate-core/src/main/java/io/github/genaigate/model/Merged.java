package io.github.genaigate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strictness of a group of limits: each member by itself, and what one layer omits it takes from the other. Nothing
 * satisfies both when nothing satisfies both of some member.
 *
 * @param members every field of the group
 */
record Merged(List<Member<?>> members) implements Strictness<Entry> {

    Merged {
        members = List.copyOf(members);
    }

    @Override
    public String rule() {
        return "each member by itself; what is left out is inherited";
    }

    @Override
    public Optional<Entry> join(Entry one, Entry other) {
        Optional<Entry> joined = Optional.of(one);
        for (Member<?> member : members) {
            joined = joined.flatMap(entry -> member.join(entry, other));
        }
        return joined;
    }

    @Override
    public Entry normal(Entry value) {
        Entry normal = value;
        for (Member<?> member : members) {
            normal = member.normal(normal);
        }
        return normal;
    }

    @Override
    public Entry over(Entry above, Entry written) {
        Entry over = normal(above);
        for (Member<?> member : members) {
            over = member.over(over, written);
        }
        return over;
    }

    @Override
    public List<Loosening> loosenings(Entry inherited, Entry written) {
        return loosenings("", inherited, written);
    }

    List<Loosening> loosenings(String part, Entry inherited, Entry written) {
        var found = new ArrayList<Loosening>();
        members.forEach(member -> found.addAll(member.loosenings(part, inherited, written)));
        return List.copyOf(found);
    }
}
