package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A fact, or the reason why it is not known. The value is reached only through {@link #judge}, which turns a missing
 * value into {@link Outcome#UNPROVEN} with its reason and lets nothing be {@link Outcome#MET} on a doubtful one: failing
 * closed is not left to the criteria.
 *
 * @param <T> the type of the fact
 */
public final class Lookup<T> {

    private final Optional<T> value;
    private final Optional<Absence> absence;
    private final Assurance assurance;

    private Lookup(Optional<T> value, Optional<Absence> absence, Assurance assurance) {
        this.value = value;
        this.absence = absence;
        this.assurance = assurance;
    }

    /** The fact is known. */
    public static <T> Lookup<T> found(T value, Assurance assurance) {
        return new Lookup<>(Optional.of(value), Optional.empty(), assurance);
    }

    /** The fact is known in part: it can refute a claim, and cannot prove one. */
    public static <T> Lookup<T> doubtful(T value, Assurance assurance, Absence why) {
        return new Lookup<>(Optional.of(value), Optional.of(why), assurance);
    }

    /** The fact is not known. */
    public static <T> Lookup<T> absent(Absence why) {
        return new Lookup<>(Optional.empty(), Optional.of(why), Assurance.DECLARED);
    }

    /**
     * Everything that is known of a fact, to be written down and read again. Nothing may be judged by it.
     *
     * @param value the fact, known or doubtful
     * @param absence why it is not known, or doubtful
     */
    public record Written<T>(Optional<T> value, Optional<Absence> absence, Assurance assurance) {
        public Written {
            if (value.isEmpty() && absence.isEmpty()) {
                throw new IllegalArgumentException("neither a fact nor the reason why there is none");
            }
        }

        /** The fact as it was. */
        public Lookup<T> lookup() {
            return new Lookup<>(value, absence, assurance);
        }
    }

    /** The fact, to be written down. */
    public Written<T> written() {
        return new Written<>(value, absence, assurance);
    }

    /** Why the fact is not known, or doubtful; empty when it is known. */
    public Optional<Absence> absence() {
        return absence;
    }

    public Assurance assurance() {
        return assurance;
    }

    /** The same fact, doubted for a further reason; the first reason stays. */
    public Lookup<T> doubtedFor(Absence why) {
        return absence.isPresent() ? this : new Lookup<>(value, Optional.of(why), assurance);
    }

    /** The same fact, or nothing for the reason given. */
    public Lookup<T> refusedFor(Absence why) {
        return value.isEmpty() ? this : absent(why);
    }

    /** The same fact, or when it is not known, the value given, doubted for the reason why it is not. */
    public Lookup<T> orElse(T standIn) {
        return value.isPresent() ? this : doubtful(standIn, assurance, absence.orElseThrow());
    }

    /** Whether there is a value, doubtful or not, of which the test is true. */
    boolean holds(Predicate<? super T> test) {
        return value.filter(test).isPresent();
    }

    public <R> Lookup<R> map(Function<? super T, ? extends R> function) {
        return new Lookup<>(value.map(function), absence, assurance);
    }

    /** A fact that takes another to be found. Doubt and the weaker assurance carry over. */
    public <R> Lookup<R> then(Function<? super T, Lookup<R>> function) {
        if (value.isEmpty()) {
            return absent(absence.orElseThrow());
        }
        Lookup<R> next = function.apply(value.get());
        return new Lookup<>(next.value, absence.isPresent() ? absence : next.absence, assurance.and(next.assurance));
    }

    /** One fact from two. */
    public <U, R> Lookup<R> with(Lookup<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
        return then(mine -> other.map(theirs -> function.apply(mine, theirs)));
    }

    /**
     * Judges the fact.
     *
     * @param name the name of the part when there is nothing to judge
     * @param judge the parts that the value gives
     * @return those parts, with this fact's assurance at the most, and none met when the fact is doubtful; one unproven
     *     part with the reason when the fact is not known, or is doubtful and gives no part
     */
    public List<Part> judge(String name, Function<? super T, List<Part>> judge) {
        if (value.isEmpty()) {
            return List.of(absence.orElseThrow().part(name));
        }
        List<Part> parts = judge.apply(value.get());
        if (parts.isEmpty() && absence.isPresent()) {
            return List.of(absence.get().part(name));
        }
        return parts.stream()
                .map(part -> part.assured(part.assurance().and(assurance)))
                .map(part -> absence.map(part::unlessRefuted).orElse(part))
                .toList();
    }

    @Override
    public String toString() {
        return value.map(Object::toString).orElse("nothing")
                + absence.map(why -> " (" + why.message() + ")").orElse("");
    }
}
