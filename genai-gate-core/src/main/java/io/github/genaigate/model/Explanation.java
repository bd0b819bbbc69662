package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one requirement demands of a service, who says so, how it is proven, and what the service has.
 *
 * @param requirement its id
 * @param criterion the criterion's id
 * @param purpose the claim that is true when it is met
 * @param rationale why it exists
 * @param levels by stage
 * @param levelsBy who set them
 * @param effectiveFrom the day from which it is in force, when it has one
 * @param waivable whether a waiver may remove its block
 * @param demands what is demanded, in the order of the settings
 * @param later what changes on days to come, in their order
 * @param section where in the manifest the team makes its claims, when it makes any
 * @param formats of evidence that it accepts, by name, with what each holds; empty when it takes any, or asks for none
 * @param evidence the files that the manifest declares for it
 * @param waivers that the manifest names for it, and what became of them
 * @param notes of the decision, and of what the policy grants the service here
 * @param service the service, when there is a manifest that can be used
 * @param asked the stage asked for
 * @param finding what was found, as {@code check} finds it; empty when it was not judged
 */
public record Explanation(
        String requirement,
        String criterion,
        String purpose,
        Rationale rationale,
        Map<String, Level> levels,
        Optional<Origin> levelsBy,
        Optional<LocalDate> effectiveFrom,
        boolean waivable,
        List<Demanded> demands,
        List<Later> later,
        Optional<Section> section,
        SortedMap<String, String> formats,
        List<Decision.EvidenceFile> evidence,
        List<Decision.WaiverStatus> waivers,
        List<String> notes,
        Optional<String> service,
        Optional<String> asked,
        Optional<Finding> finding) {

    public Explanation {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        demands = List.copyOf(demands);
        later = List.copyOf(later);
        formats = Collections.unmodifiableSortedMap(new TreeMap<>(formats));
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
        notes = List.copyOf(notes);
    }

    /**
     * One setting.
     *
     * @param meaning what it is for
     * @param value at each stage, as text; the same text at stages at which it is the same
     * @param by who set it at each stage, where somebody did
     * @param least what a layer below may make of it at the most, at each stage; empty when it may not loosen it
     */
    public record Demanded(
            String name, String meaning, Map<String, String> value, Map<String, Origin> by, Map<String, String> least) {
        public Demanded {
            value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
            by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
            least = Collections.unmodifiableMap(new LinkedHashMap<>(least));
        }
    }

    /**
     * What changes on a day.
     *
     * @param levels by stage from that day on; empty when they stay
     * @param demands that are others from that day on
     */
    public record Later(LocalDate day, Map<String, Level> levels, List<Demanded> demands) {
        public Later {
            levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
            demands = List.copyOf(demands);
        }
    }

    /** The next steps until it is met, each once: there is no smaller change that the parts tell. */
    public List<String> steps() {
        return finding.stream()
                .flatMap(found -> found.judgement().failing().stream())
                .flatMap(part -> part.mend().stream())
                .distinct()
                .toList();
    }
}
