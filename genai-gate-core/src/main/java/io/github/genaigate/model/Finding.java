package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One requirement with what was found and what follows.
 *
 * @param requirement the requirement's id
 * @param criterion the criterion's id
 * @param level the level in force at the stage asked for
 * @param judgement what was found
 * @param owner who has to act, when the manifest names an accountable owner
 * @param origin by setting, who set the effective value
 * @param waiver the waiver that removes the block, when a valid one does
 * @param effectiveFrom the day from which the requirement blocks, when that day is yet to come
 * @param rationale why the requirement exists
 */
public record Finding(
        String requirement,
        String criterion,
        Level level,
        Judgement judgement,
        Optional<String> owner,
        Map<String, Origin> origin,
        Optional<Waiver> waiver,
        Optional<LocalDate> effectiveFrom,
        Rationale rationale) {

    /** One of which nobody says why its requirement exists. */
    public Finding(
            String requirement,
            String criterion,
            Level level,
            Judgement judgement,
            Optional<String> owner,
            Map<String, Origin> origin,
            Optional<Waiver> waiver,
            Optional<LocalDate> effectiveFrom) {
        this(requirement, criterion, level, judgement, owner, origin, waiver, effectiveFrom, Rationale.none());
    }

    public Outcome outcome() {
        return judgement.outcome();
    }

    /** Whether it keeps the service out of the stage. */
    public boolean blocks() {
        return level == Level.BLOCK && outcome().fails() && waiver.isEmpty();
    }

    /** Whether somebody should look although it does not block. */
    public boolean warns() {
        return outcome().fails() && !blocks() && waiver.isEmpty() && level != Level.INFO;
    }

    /** Whether a waiver removes the block. */
    public boolean waived() {
        return level == Level.BLOCK && outcome().fails() && waiver.isPresent();
    }
}
