package io.github.genaigate.gate;

import io.github.genaigate.input.Records;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import io.github.genaigate.model.Waiver;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a decision was made from, as the decision carries them.
 *
 * @param version of this form
 * @param manifestName the manifest's file, for places
 * @param manifest its text
 * @param evidence what was read, by name; evidence that no requirement asked for is not here
 * @param tries how many sets of evidence were judged for the content; empty when nobody could tell
 * @param repository what the repository says
 * @param signOffs by stage and role
 * @param waivers the valid ones
 * @param rules what of the policy had a hand in it
 */
record Recorded(
        int version,
        String manifestName,
        String manifest,
        Map<String, Evidence> evidence,
        Optional<Integer> tries,
        Repository repository,
        Map<String, Map<String, Lookup<SignOff>>> signOffs,
        List<Waiver> waivers,
        Rules rules) {

    static final int VERSION = 1;

    /** How they are written and read. */
    static final Records RECORDS = new Records(MethodHandles.lookup(), Recorded.class, Recorded.Evidence.class);

    Recorded {
        if (version != VERSION) {
            throw new IllegalArgumentException("facts of version " + version + ", and " + VERSION + " is known");
        }
    }

    /** One piece of evidence, as {@link Gathered} has it. */
    record Evidence(
            Lookup<Measurement> measurement, Optional<Instant> takenAt, Binding binding, Optional<Absence> unbound) {}

    /**
     * What the repository says.
     *
     * @param ownership empty when nobody asked
     * @param activity empty when nobody asked
     * @param window how far back activity was asked for
     * @param baseline empty when nobody asked
     */
    record Repository(
            Lookup<Content> content,
            Optional<Lookup<Ownership>> ownership,
            Optional<Lookup<Activity>> activity,
            Optional<Duration> window,
            Optional<Lookup<Baseline>> baseline) {}

    /**
     * What of the policy had a hand in what is recorded; under other rules it is not known.
     *
     * @param roles by name, what was demanded of whoever signs in the role
     * @param signers whose keys were accepted
     * @param waivers which waivers were valid
     * @param content which content was covered whatever the manifest says
     */
    record Rules(Map<String, String> roles, String signers, String waivers, String content) {}

    /** Why something is not known that a run of the gate would know. */
    static Absence unknown(String what) {
        return Absence.of(
                Reason.NOT_RECORDED,
                "The recorded facts do not tell " + what,
                "Run the gate on the service with this policy");
    }
}
