package io.github.genaigate.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is known about the service when a requirement is judged, already held against the requirement's common
 * settings: what is too old, too weak or too loosely bound is refused or doubted here.
 *
 * @param at the clock
 * @param evidence by the name under which the manifest declares it
 * @param content the covered content
 * @param signOffs the best record of each role that the manifest names; absent with the reason when void
 * @param ownership the code owners of the repository, when asked for
 * @param activity the recent commits, when asked for
 * @param baseline what was blessed to be compared with, when asked for
 */
public record Facts(
        Instant at,
        Map<String, Lookup<Measurement>> evidence,
        Lookup<Content> content,
        Map<String, Lookup<SignOff>> signOffs,
        Lookup<Ownership> ownership,
        Lookup<Activity> activity,
        Lookup<Baseline> baseline) {

    /** Facts without a baseline. */
    public Facts(
            Instant at,
            Map<String, Lookup<Measurement>> evidence,
            Lookup<Content> content,
            Map<String, Lookup<SignOff>> signOffs,
            Lookup<Ownership> ownership,
            Lookup<Activity> activity) {
        this(at, evidence, content, signOffs, ownership, activity, Lookup.absent(NO_BASELINE));
    }

    /** Why there is nothing to compare with. */
    public static final Absence NO_BASELINE = Absence.of(
            Reason.MISSING,
            "The manifest names no baseline to compare with",
            "Name a file under baseline in the manifest, write it with genai-gate:bless, and commit it");

    public Facts {
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
        signOffs = Collections.unmodifiableMap(new TreeMap<>(signOffs));
    }

    /** Whether a piece of evidence is there, doubtful or not, and of the shape. */
    public boolean holds(String name, Shape<?> shape) {
        var lookup = evidence.get(name);
        return lookup != null && lookup.holds(shape.type()::isInstance);
    }

    /** What a piece of evidence measured; absent when it is not there or of another shape. */
    public <M extends Measurement> Lookup<M> evidence(String name, Shape<M> shape) {
        return evidence(name)
                .then(measurement -> shape.type().isInstance(measurement)
                        ? Lookup.found(shape.type().cast(measurement), Assurance.ATTESTED)
                        : Lookup.absent(Absence.of(
                                Reason.FOREIGN,
                                "Evidence " + name + " holds "
                                        + Shape.of(measurement).noun() + ", not " + shape.noun(),
                                "Name evidence that holds " + shape.noun())));
    }

    private Lookup<Measurement> evidence(String name) {
        return evidence.getOrDefault(
                name,
                Lookup.absent(Absence.of(
                        Reason.MISSING,
                        "No evidence named " + name + " is declared",
                        "Declare it under evidence in the manifest")));
    }

    /** The tokens that the requests behind a piece of evidence took; absent when it does not tell them. */
    public Lookup<Usage> usage(String name) {
        return evidence(name)
                .then(measurement -> measurement
                        .usage()
                        .map(usage -> Lookup.found(usage, Assurance.ATTESTED))
                        .orElse(Lookup.absent(Absence.of(
                                Reason.FOREIGN,
                                "Evidence " + name + " does not tell how many tokens its requests took",
                                "Name evidence that tells the tokens of each request"))));
    }

    /** The approval of a role; absent when the manifest names no record for it. */
    public Lookup<SignOff> signOff(String role) {
        return signOffs.getOrDefault(
                role,
                Lookup.absent(Absence.of(
                        Reason.MISSING,
                        "The manifest names no sign-off of the role " + role,
                        "Add a record of the role " + role + " under signOffs")));
    }
}
