package io.github.genaigate.policy;

import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Decision.PolicyIdentity;
import io.github.genaigate.model.Origin;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is demanded: one layer with everything above it, or several such side by side.
 *
 * @param name of the lowest layer
 * @param version of the lowest layer
 * @param layers from the topmost to the lowest
 * @param stages the ladder; empty while no layer wrote it
 * @param requirements by id
 * @param rules everything else
 * @param onlyInTree the requirements that nobody demands outside of the tree under judgement, sorted; empty while layers are
 *     merged
 */
public record Policy(
        String name,
        String version,
        List<LayerIdentity> layers,
        List<String> stages,
        SortedMap<String, Requirement> requirements,
        Rules rules,
        SortedSet<String> onlyInTree) {

    /** One whose layers are still to be told apart. */
    public Policy(
            String name,
            String version,
            List<LayerIdentity> layers,
            List<String> stages,
            SortedMap<String, Requirement> requirements,
            Rules rules) {
        this(name, version, layers, stages, requirements, rules, new TreeSet<>());
    }

    public Policy {
        layers = List.copyOf(layers);
        stages = List.copyOf(stages);
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
        onlyInTree = Collections.unmodifiableSortedSet(new TreeSet<>(onlyInTree));
    }

    /** The same with its requirements changed. */
    Policy with(UnaryOperator<Requirement> change) {
        var changed = new TreeMap<>(requirements);
        changed.replaceAll((id, requirement) -> change.apply(requirement));
        return new Policy(name, version, layers, stages, changed, rules, onlyInTree);
    }

    /** The same with what rests on the tree. */
    Policy with(Set<String> inTree) {
        return new Policy(name, version, layers, stages, requirements, rules, new TreeSet<>(inTree));
    }

    /**
     * What a policy says beside its requirements.
     *
     * @param roles who may approve what
     * @param allowedSigners the digest of the file of the signers' keys
     * @param waivers which waivers are valid; none when empty
     * @param skipAllowed whether the gate may be skipped
     * @param stageAdjustable whether an earlier stage may be asked for than the manifest does
     * @param maxDifference how far a clock given may be from the real one; empty for the usual 24 hours
     * @param correction what is done so that many claims hold together
     * @param triesCorrected whether earlier tries with other evidence for the same content are taken into account
     * @param contentAtLeast globs that are covered content whatever the manifest says, sorted
     * @param reach what is said of services by their names
     * @param origins who set what, by the key of the document; by {@code roles.<name>} for a role
     */
    public record Rules(
            SortedMap<String, Role> roles,
            Optional<String> allowedSigners,
            Optional<WaiverRules> waivers,
            boolean skipAllowed,
            boolean stageAdjustable,
            Optional<Duration> maxDifference,
            Correction correction,
            boolean triesCorrected,
            List<String> contentAtLeast,
            Reach reach,
            Map<String, Origin> origins) {

        public Rules {
            roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
            contentAtLeast = List.copyOf(contentAtLeast);
            origins = Map.copyOf(origins);
        }

        /** Nothing is demanded and no freedom is granted. */
        public static Rules none() {
            return new Rules(
                    new TreeMap<>(Map.of()),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    false,
                    Optional.empty(),
                    Correction.NONE,
                    false,
                    List.of(),
                    Reach.none(),
                    Map.of());
        }

        /** The same, set by these. */
        Rules with(Map<String, Origin> setBy) {
            return new Rules(
                    roles,
                    allowedSigners,
                    waivers,
                    skipAllowed,
                    stageAdjustable,
                    maxDifference,
                    correction,
                    triesCorrected,
                    contentAtLeast,
                    reach,
                    setBy);
        }
    }

    /**
     * Who may approve in a role.
     *
     * @param signers sorted; empty when anybody may
     * @param mustNotBeAuthor whether an author of the covered change may not
     */
    public record Role(Optional<List<String>> signers, boolean mustNotBeAuthor) {}

    /** For the decision. */
    public PolicyIdentity identity() {
        return new PolicyIdentity(name, version, layers);
    }

    /** The days on which something changes. */
    public SortedSet<LocalDate> changes() {
        var days = new TreeSet<LocalDate>();
        requirements
                .values()
                .forEach(requirement -> days.addAll(requirement.changes().keySet()));
        return days;
    }

    /** The same as seen from a day: what has changed by then holds, and what changes later is still to come. */
    public Policy from(LocalDate day) {
        return changes().isEmpty() ? this : with(requirement -> requirement.from(day));
    }

    /** What is demanded on a day, as if it were so on every day. */
    public Policy on(LocalDate day) {
        return with(requirement -> requirement.on(day));
    }

    /** Whether nothing but what comes with the gate is in it. It grants no freedoms, and leaves granting to the next. */
    boolean isBuiltin() {
        return layers.stream().allMatch(layer -> layer.origin().equals("builtin"));
    }

    /** Whether some layer lies in the tree under judgement. */
    public boolean restsOnTree() {
        return layers.stream().anyMatch(layer -> layer.origin().equals("tree"));
    }
}
