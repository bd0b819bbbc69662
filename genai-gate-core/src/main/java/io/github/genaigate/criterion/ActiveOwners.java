package io.github.genaigate.criterion;

import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The claim that enough of the owners changed the content lately.
 *
 * @param owners the ids of all owners
 * @param demanded how many people
 * @param within how lately
 */
record ActiveOwners(List<String> owners, int demanded, Duration within) {

    private static final String PART = "active owners";
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    /** One person counts once, whatever addresses are named. A commit from the future proves nothing. */
    Part judge(Activity activity, Instant now) {
        var addresses = owners.stream()
                .filter(ActiveOwners::isAddress)
                .map(id -> id.toLowerCase(Locale.ROOT))
                .toList();
        long active = activity.contributors().stream()
                .filter(person -> !person.latest().isBefore(now.minus(within)))
                .filter(person -> !person.latest().isAfter(now.plus(CLOCKS_DIFFER_BY)))
                .filter(person -> addresses.stream()
                        .anyMatch(address -> person.identities().contains(address)))
                .count();
        return judge(active, owners.stream().filter(id -> !isAddress(id)).toList())
                .observing(
                        Observation.of("activeOwners", active, "owners"),
                        Observation.of("demanded", demanded, "owners"),
                        Observation.of("contributors", activity.contributors().size(), "people"),
                        Observation.of("within", Spans.format(within)));
    }

    private Part judge(long active, List<String> handles) {
        var observed = "Active owners: " + Words.count(active, "owner") + " changed the content in the last "
                + Spans.format(within) + ", demanded at least " + Words.count(demanded);
        if (active >= demanded) {
            return Part.met(PART, observed);
        }
        if (!handles.isEmpty()) {
            return Part.unproven(
                    PART,
                    Reason.UNVERIFIABLE,
                    observed + "; commits do not tell whether they are of " + Words.few(handles),
                    "Name at least " + Words.count(demanded, "owner") + " by the e-mail address they commit with");
        }
        return Part.notMet(
                PART,
                Reason.UNOWNED,
                observed,
                "Name owners who work on the service, by the e-mail address they commit with");
    }

    private static boolean isAddress(String id) {
        return id.indexOf('@') > 0;
    }
}
