package io.github.genaigate.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a criterion sees of the manifest.
 *
 * @param service the service
 * @param owners all owners, in the order written
 * @param evidence the names declared under {@code evidence}
 * @param section the criterion's own section, empty when the team claims nothing
 * @param sections all sections by name: a claim may rest on another, as a latency budget does on the declared peak
 * @param manifest the manifest as a whole
 */
public record Claims(
        Service service,
        List<Owner> owners,
        Set<String> evidence,
        Optional<Entry> section,
        Map<String, Entry> sections,
        Place manifest) {
    public Claims {
        owners = List.copyOf(owners);
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
        sections = Collections.unmodifiableMap(new TreeMap<>(sections));
    }

    /** Claims of one section only. */
    public Claims(Service service, List<Owner> owners, Set<String> evidence, Optional<Entry> section, Place manifest) {
        this(service, owners, evidence, section, Map.of(), manifest);
    }
}
