package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param section where in the manifest the team makes its claims, when it makes any
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
        Optional<Section> section,
        Optional<String> service,
        Optional<String> asked,
        Optional<Finding> finding) {

    public Explanation {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        demands = List.copyOf(demands);
    }

    /**
     * One setting.
     *
     * @param meaning what it is for
     * @param value at each stage, as text; the same text at stages at which it is the same
     * @param by who set it at each stage, where somebody did
     */
    public record Demanded(String name, String meaning, Map<String, String> value, Map<String, Origin> by) {
        public Demanded {
            value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
            by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
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
