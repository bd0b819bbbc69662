package io.github.genaigate.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which of two values of a setting demands more. The join of two values is the weakest demand that satisfies both; it is
 * total, commutative, associative and idempotent, so that layers merge in any order.
 *
 * @param <T> the Java type of the value, immutable and with value equality
 */
public interface Strictness<T> {

    /** The rule in words, for documentation: {@code smaller is stricter}. */
    String rule();

    /** The weakest value that demands what both demand, or empty when nothing satisfies both. */
    Optional<T> join(T one, T other);

    /** The one spelling among those that demand the same; sets are sorted, for example. */
    default T normal(T value) {
        return value;
    }

    /** What is written in place of what holds above; of lists and groups, what it does not name stays. */
    default T over(T above, T written) {
        return normal(written);
    }

    /** What a written value gives away of an inherited one; empty when it gives away nothing. */
    default List<Loosening> loosenings(T inherited, T written) {
        T wanted = normal(written);
        boolean kept = join(normal(inherited), wanted).filter(wanted::equals).isPresent();
        return kept ? List.of() : List.of(new Loosening("", Values.text(inherited), Values.text(written)));
    }

    /**
     * One thing that a lower layer would give away.
     *
     * @param part which entry and member of the setting, or empty for the setting itself
     * @param inherited what holds, as text
     * @param written what the lower layer writes, as text
     */
    record Loosening(String part, String inherited, String written) {}

    /** For limits that must not be exceeded. */
    static <T extends Comparable<? super T>> Strictness<T> smaller() {
        return new Ordered<>("smaller is stricter", Comparator.<T>naturalOrder().reversed());
    }

    /** For floors, and for words in the order of rising demand. */
    static <T extends Comparable<? super T>> Strictness<T> larger() {
        return new Ordered<>("larger is stricter", Comparator.<T>naturalOrder());
    }

    /** For sets of things demanded. */
    static <T extends Comparable<? super T>> Strictness<List<T>> union() {
        return new Sets<>("what is demanded adds up", true);
    }

    /** For sets of things allowed; an empty rest satisfies nobody. */
    static <T extends Comparable<? super T>> Strictness<List<T>> intersection() {
        return new Sets<>("only what all allow is allowed", false);
    }

    /** For what only the topmost layer that names it may say. */
    static <T> Strictness<T> fixed() {
        return new Fixed<>();
    }

    /** For limits that all hold at once, of which none makes another of the same key superfluous. */
    static Strictness<List<Entry>> antichain(List<Field<?>> key, Member<?>... members) {
        return new Antichain(key, List.of(members));
    }

    /** For a group of limits, each with a direction of its own. */
    static Strictness<Entry> members(Member<?>... members) {
        return new Merged(List.of(members));
    }

    /** For demands that have names: those of one name are merged, all others add up. */
    static Strictness<List<Entry>> byName(Field<String> name, Member<?>... members) {
        return new ByName(name, new Merged(List.of(members)));
    }

    /** The stricter of two values in a total order. */
    record Ordered<T>(String rule, Comparator<T> order) implements Strictness<T> {
        @Override
        public Optional<T> join(T one, T other) {
            return Optional.of(order.compare(one, other) >= 0 ? one : other);
        }
    }

    /** Sets written as lists. */
    record Sets<T extends Comparable<? super T>>(String rule, boolean union) implements Strictness<List<T>> {
        @Override
        public Optional<List<T>> join(List<T> one, List<T> other) {
            var all = new TreeSet<>(one);
            if (union) {
                all.addAll(other);
            } else {
                all.retainAll(other);
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all));
        }

        @Override
        public List<T> normal(List<T> value) {
            return List.copyOf(new TreeSet<>(value));
        }
    }

    /** Equal or nothing. */
    record Fixed<T>() implements Strictness<T> {
        @Override
        public String rule() {
            return "fixed by the topmost layer that names it";
        }

        @Override
        public Optional<T> join(T one, T other) {
            return one.equals(other) ? Optional.of(one) : Optional.empty();
        }
    }
}
