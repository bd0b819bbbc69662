package io.github.genaigate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of an entry in a policy, with the direction in which it gets stricter.
 *
 * @param <T> the Java type of the value
 * @param field how it is written
 * @param strictness how layers merge it
 */
public record Member<T>(Field<T> field, Strictness<T> strictness) {

    public static <T> Member<T> of(Field<T> field, Strictness<T> strictness) {
        return new Member<>(field, strictness);
    }

    /** The entry with this member joined with that of the other; what one omits, it takes from the other. */
    Optional<Entry> join(Entry one, Entry other) {
        var mine = one.find(field);
        var theirs = other.find(field);
        if (theirs.isEmpty()) {
            return Optional.of(mine.map(value -> set(one, value, one)).orElse(one));
        }
        if (mine.isEmpty()) {
            return Optional.of(set(one, theirs.get(), other));
        }
        T normal = strictness.normal(mine.get());
        return strictness
                .join(normal, strictness.normal(theirs.get()))
                .map(joined -> set(one, joined, joined.equals(normal) ? one : other));
    }

    /** The entry with what the written one says of this member in place of its own. */
    Entry over(Entry above, Entry written) {
        return written.find(field)
                .map(value -> above.with(
                        field,
                        above.find(field)
                                .map(inherited -> strictness.over(inherited, value))
                                .orElse(strictness.normal(value)),
                        written.placeOf(field)))
                .orElse(above);
    }

    /** Whether what both write of it makes the first at least as strict. What only one writes cannot be compared. */
    boolean atLeastAsStrict(Entry one, Entry other) {
        var mine = one.find(field).map(strictness::normal);
        var theirs = other.find(field).map(strictness::normal);
        return mine.equals(theirs)
                || (mine.isPresent()
                        && theirs.isPresent()
                        && strictness.join(mine.get(), theirs.get()).equals(mine));
    }

    /** The entry with this member in its one spelling. */
    Entry normal(Entry entry) {
        return entry.find(field)
                .filter(value -> !strictness.normal(value).equals(value))
                .map(value -> set(entry, value, entry))
                .orElse(entry);
    }

    private Entry set(Entry entry, T value, Entry from) {
        return entry.with(field, strictness.normal(value), from.placeOf(field));
    }

    /** What the written entry gives away of the inherited one; nothing when either omits it. */
    List<Strictness.Loosening> loosenings(String part, Entry inherited, Entry written) {
        var mine = inherited.find(field);
        var theirs = written.find(field);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Strictness.Loosening>();
        for (var loosening : strictness.loosenings(mine.get(), theirs.get())) {
            var name = (part + " " + field.name() + " " + loosening.part()).strip();
            found.add(
                    loosening.part().isEmpty()
                            ? new Strictness.Loosening(name, Values.text(mine.get()), Values.text(theirs.get()))
                            : new Strictness.Loosening(name, loosening.inherited(), loosening.written()));
        }
        return found;
    }
}
