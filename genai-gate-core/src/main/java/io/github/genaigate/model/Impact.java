package io.github.genaigate.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom a policy would hit: what becomes of decisions that were made under another.
 *
 * @param policy the candidate
 * @param at the clock
 * @param days how many days ahead are looked at
 * @param services by name, one for each service, of its newest decision
 * @param older how many decisions were passed over for a newer one of the same service
 * @param unusable files that cannot be used, and why
 * @param problems why the policy or the request cannot be used; there is nothing else then
 */
public record Impact(
        Decision.PolicyIdentity policy,
        Instant at,
        int days,
        List<Service> services,
        int older,
        List<Problem> unusable,
        List<Problem> problems) {

    public static final String SCHEMA = "genai-gate/impact/v1";

    public Impact {
        services = List.copyOf(services);
        unusable = List.copyOf(unusable);
        problems = List.copyOf(problems);
    }

    /** What the candidate makes of a service. */
    public enum Change implements Word {
        /** It was ready, and will not be. */
        TURNS_RED,
        /** It is not known whether it would be ready; a run of the gate would tell. */
        CANNOT_TELL,
        /** It was not ready, and will not be. */
        STAYS_RED,
        /** It was not ready, and would be. */
        TURNS_GREEN,
        /** It was ready, and will be. */
        STAYS_GREEN
    }

    /**
     * One service.
     *
     * @param name its name
     * @param file the decision
     * @param verdict what was decided
     * @param evaluatedAt when
     * @param change what the candidate makes of it
     * @param from the first day on which it would be red, in UTC; the day of the clock when it is at once
     * @param anyway whether the decision told that it would not hold so long by itself
     * @param red what would block on that day
     */
    public record Service(
            String name,
            String file,
            Verdict verdict,
            Instant evaluatedAt,
            Change change,
            Optional<LocalDate> from,
            boolean anyway,
            List<Red> red) {
        public Service {
            red = List.copyOf(red);
        }
    }

    /**
     * A requirement that would block.
     *
     * @param known whether it would for certain, and not for what is not recorded
     */
    public record Red(String requirement, boolean known, String message, String mend) {}

    /** How many services of each change; they add up. */
    public SortedMap<Change, Integer> counts() {
        var counts = new TreeMap<Change, Integer>();
        for (Change change : Change.values()) {
            counts.put(change, 0);
        }
        services.forEach(service -> counts.merge(service.change(), 1, Integer::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    /** For how many services that turn red each requirement blocks, by its id. */
    public Map<String, Integer> requirements() {
        var counts = new TreeMap<String, Integer>();
        services.stream()
                .filter(service -> service.change() == Change.TURNS_RED)
                .flatMap(service -> service.red().stream())
                .forEach(red -> counts.merge(red.requirement(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}
