package io.github.genaigate.manifest;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a team claims about one service, and where the evidence lies.
 *
 * @param evidence by name
 * @param sections the claims by section name
 * @param baseline the decision that was blessed, a file relative to the manifest's folder
 * @param canonicalDigest SHA-256, in hexadecimal, of the manifest without {@code baseline}, {@code signOffs} and {@code waivers}, whatever
 *     its layout and comments
 * @param place the manifest as a whole
 */
public record Manifest(
        Service service,
        List<Owner> owners,
        SortedMap<String, Evidence> evidence,
        Map<String, Entry> sections,
        List<SignOffReference> signOffs,
        List<WaiverClaim> waivers,
        Optional<String> baseline,
        String canonicalDigest,
        Place place) {

    public Manifest {
        owners = List.copyOf(owners);
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        sections = Collections.unmodifiableMap(new TreeMap<>(sections));
        signOffs = List.copyOf(signOffs);
        waivers = List.copyOf(waivers);
    }

    /**
     * One entry under {@code evidence}.
     *
     * @param path a file or a glob
     * @param format empty when it is to be found from the content
     * @param covers further globs whose change makes it stale
     * @param warmUp how much of the beginning of each run of a load test does not count
     */
    public record Evidence(
            String name,
            String path,
            Optional<String> format,
            Optional<String> environment,
            List<String> covers,
            Optional<Duration> warmUp,
            Place place) {
        public Evidence {
            covers = List.copyOf(covers);
        }

        /** Of which all counts. */
        public Evidence(
                String name,
                String path,
                Optional<String> format,
                Optional<String> environment,
                List<String> covers,
                Place place) {
            this(name, path, format, environment, covers, Optional.empty(), place);
        }
    }

    /** One entry under {@code signOffs}. */
    public record SignOffReference(String role, String record, Place place) {}

    /**
     * One entry under {@code waivers}.
     *
     * @param stage the last stage for which it shall hold; empty for the one that the manifest asks for
     * @param issues the very issues that it is for; empty for the requirement as a whole
     */
    public record WaiverClaim(
            String requirement,
            Optional<String> stage,
            List<String> issues,
            String reason,
            String ticket,
            String approval,
            LocalDate expires,
            Place place) {
        public WaiverClaim {
            issues = List.copyOf(issues);
        }
    }

    /** The same of a service of which more is known. */
    public Manifest with(Service known) {
        return new Manifest(known, owners, evidence, sections, signOffs, waivers, baseline, canonicalDigest, place);
    }

    /** Who has to act when something is not met. */
    public Optional<String> accountable() {
        return owners.stream()
                .filter(owner -> owner.role().equals("accountable"))
                .map(Owner::id)
                .findFirst();
    }

    /** What a criterion sees. */
    public Claims claims(About about) {
        return new Claims(
                service,
                owners,
                evidence.keySet(),
                about.section().flatMap(section -> Optional.ofNullable(sections.get(section.name()))),
                sections,
                place);
    }
}
