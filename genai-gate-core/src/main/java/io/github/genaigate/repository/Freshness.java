package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Binding;
import java.time.Instant;
import java.util.Optional;

/**
 * How the history ties a piece of evidence to the covered content.
 *
 * @param binding {@link Binding#COMMITTED} when it was committed on its own and the covered content is unchanged since,
 *     else {@link Binding#UNBOUND}
 * @param committedAt the committer's time of the first commit, along first parents, in which these bytes were at any path;
 *     empty when they are in none
 * @param absence why it is unbound; empty when it is bound. The reason is {@code STALE} when it is about earlier content
 *     for certain, and {@code WEAK_BINDING} when it may be about the present content
 */
public record Freshness(Binding binding, Optional<Instant> committedAt, Optional<Absence> absence) {

    public Freshness {
        if (binding == Binding.UNBOUND != absence.isPresent()) {
            throw new IllegalArgumentException("evidence is unbound for a reason: " + binding);
        }
    }

    static Freshness committed(Instant at) {
        return new Freshness(Binding.COMMITTED, Optional.of(at), Optional.empty());
    }

    static Freshness unbound(Optional<Instant> at, Absence why) {
        return new Freshness(Binding.UNBOUND, at, Optional.of(why));
    }
}
