package io.github.genaigate.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a criterion sees of the manifest.
 *
 * @param service the service
 * @param owners all owners, in the order written
 * @param evidence the names declared under {@code evidence}
 * @param section the criterion's own section, empty when the team claims nothing
 * @param manifest the manifest as a whole
 */
public record Claims(
        Service service, List<Owner> owners, Set<String> evidence, Optional<Entry> section, Place manifest) {
    public Claims {
        owners = List.copyOf(owners);
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
    }
}
