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
 * @param grant what the policy grants the service that would be blocked, when it grants anything
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
        Rationale rationale,
        Optional<Grant> grant) {

    /** One of which nobody says why its requirement exists, and for which nothing is granted. */
    public Finding(
            String requirement,
            String criterion,
            Level level,
            Judgement judgement,
            Optional<String> owner,
            Map<String, Origin> origin,
            Optional<Waiver> waiver,
            Optional<LocalDate> effectiveFrom) {
        this(
                requirement,
                criterion,
                level,
                judgement,
                owner,
                origin,
                waiver,
                effectiveFrom,
                Rationale.none(),
                Optional.empty());
    }

    public Outcome outcome() {
        return judgement.outcome();
    }

    /** Whether it keeps the service out of the stage. */
    public boolean blocks() {
        return level == Level.BLOCK && outcome().fails() && waiver.isEmpty() && grant.isEmpty();
    }

    /** Whether somebody should look although it does not block. */
    public boolean warns() {
        return outcome().fails() && !blocks() && waiver.isEmpty() && !exempted() && level != Level.INFO;
    }

    /** Whether the policy removes the block for this service. */
    public boolean exempted() {
        return waiver.isEmpty() && granted(Grant.Kind.EXEMPTION);
    }

    /** Whether it only warns because the service was there before the requirement. */
    public boolean inGrace() {
        return waiver.isEmpty() && granted(Grant.Kind.GRACE);
    }

    private boolean granted(Grant.Kind kind) {
        return level == Level.BLOCK
                && outcome().fails()
                && grant.filter(one -> one.kind() == kind).isPresent();
    }

    /** Whether a waiver removes the block. */
    public boolean waived() {
        return level == Level.BLOCK && outcome().fails() && waiver.isPresent();
    }
}
