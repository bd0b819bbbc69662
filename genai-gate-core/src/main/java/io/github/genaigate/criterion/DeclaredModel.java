package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Parsed;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Placeholder;
import io.github.genaigate.model.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model as the manifest declares it.
 *
 * @param entry under {@code models}
 */
record DeclaredModel(Entry entry) {

    private static final String TEAM = "team";

    /** What tools write where they do not know a licence. */
    private static final Set<String> NO_LICENCE = Set.of("noassertion", "other");

    private static final Kind.Scalar<String> DIGEST = new Kind.Scalar<>(
            "digest",
            "sha256: and 64 hexadecimal digits in lower case",
            "^sha256:[0-9a-f]{64}$",
            List.of(),
            text -> text.matches("sha256:[0-9a-f]{64}")
                    ? Parsed.of(text)
                    : Parsed.wrong("a digest is sha256: and 64 hexadecimal digits in lower case"));

    static final Field<String> NAME = Field.required("name", Kind.LINE, "What the service calls the model.");
    private static final Field<String> PROVIDER = Field.optional("provider", Kind.LINE, "Who runs or publishes it.");
    private static final Field<String> ID =
            Field.required("id", Kind.LINE, "The provider's exact id, with its version.");
    private static final Field<String> LICENCE =
            Field.optional("licence", Kind.LINE, "Under which licence it is used: an SPDX id, or proprietary.");
    private static final Field<String> WEIGHTS =
            Field.optional("weights", Kind.word(TEAM, "provider"), "Who holds its weights: the team or the provider.");
    private static final Field<String> MODEL_DIGEST =
            Field.optional("digest", DIGEST, "The digest of its weights, when they are at hand.");
    private static final Field<List<String>> ALIASES =
            Field.optional("aliases", Kind.list(Kind.LINE), "Further exact ids by which evidence knows it.");
    private static final Field<String> LIFECYCLE =
            Field.optional("lifecycle", Kind.EVIDENCE, "A price table that tells when models are retired.");
    private static final Field<LocalDate> RETIRES =
            Field.optional("retires", Kind.DATE, "The day on which the provider takes it away, as announced.");
    private static final Field<String> EVIDENCE =
            Field.optional("evidence", Kind.EVIDENCE, "The bill of materials that lists it.");

    static final Kind.Group KIND =
            Kind.group(NAME, PROVIDER, ID, LICENCE, WEIGHTS, MODEL_DIGEST, ALIASES, LIFECYCLE, RETIRES, EVIDENCE);

    String title() {
        return Words.brief(entry.get(NAME));
    }

    String subject() {
        return "Model " + title() + ": ";
    }

    Place place() {
        return entry.place();
    }

    ModelId id() {
        return new ModelId(entry.get(ID));
    }

    Optional<String> licence() {
        return entry.find(LICENCE)
                .filter(licence -> !Placeholder.is(licence) && !NO_LICENCE.contains(licence.toLowerCase(Locale.ROOT)));
    }

    Optional<String> digest() {
        return entry.find(MODEL_DIGEST);
    }

    Optional<String> lifecycle() {
        return entry.find(LIFECYCLE);
    }

    Optional<LocalDate> retires() {
        return entry.find(RETIRES);
    }

    Optional<String> evidence() {
        return entry.find(EVIDENCE);
    }

    boolean isHeldByTeam() {
        return entry.find(WEIGHTS).filter(TEAM::equals).isPresent();
    }

    /** Every id by which tools know it, its own first. */
    List<String> ids() {
        return Stream.concat(Stream.of(entry.get(ID)), entry.find(ALIASES).orElse(List.of()).stream())
                .flatMap(id -> Stream.concat(
                        Stream.of(id),
                        entry.find(PROVIDER).stream().flatMap(who -> Stream.of(who + "/" + id, who + ":" + id))))
                .distinct()
                .toList();
    }

    /**
     * Whether it is one version for ever. Weights in the team's hands, and an id such as {@code owner/name} that may be a
     * repository whose content changes, take a whole revision or a digest. Nobody has the digest of weights that the
     * provider holds.
     */
    Part pinned() {
        var part = "version of " + title();
        boolean held =
                isHeldByTeam() || (entry.find(WEIGHTS).isEmpty() && id().name().contains("/"));
        boolean exact = digest().isPresent() || id().isRevision();
        if (held ? !exact : !id().isPinned()) {
            return said(Part.notMet(
                    part,
                    Reason.NOT_ALLOWED,
                    subject() + "its id " + Words.brief(id().text()) + " does not name one version"
                            + (held ? " of weights that may change" : ""),
                    held
                            ? "Write the revision after the id, as in owner/name@ and 40 hexadecimal digits, or the digest"
                                    + " of the weights; where the provider holds them, write weights: provider"
                            : "Write the id of one snapshot, such as gpt-4o-2024-08-06"
                                    + (digest().isPresent()
                                            ? "; where the team holds the weights, write weights: team"
                                            : "")));
        }
        var floating = entry.find(ALIASES).orElse(List.of()).stream()
                .filter(alias -> !isHeldByTeam() && !new ModelId(alias).isPinned())
                .toList();
        return said(
                floating.isEmpty()
                        ? Part.met(part, subject() + "its id " + Words.brief(id().text()) + " names one version")
                        : Part.notMet(
                                part,
                                Reason.NOT_ALLOWED,
                                subject() + "it was asked for as " + Words.few(floating)
                                        + ", which does not name one version",
                                "Let the service ask for the id of one snapshot"));
    }

    /** Whether its licence is told, and is one of those allowed where there is a list. */
    Part licensed(Optional<List<String>> allowed) {
        var part = "licence of " + title();
        if (licence().isEmpty()) {
            return said(Part.unproven(
                    part,
                    Reason.MISSING,
                    subject()
                            + entry.find(LICENCE)
                                    .map(text -> "its licence " + Words.brief(text) + " names none")
                                    .orElse("the manifest does not declare its licence"),
                    "Add licence to the model: an SPDX id such as Apache-2.0, or proprietary"));
        }
        var licence = licence().get();
        return said(
                allowed.isEmpty() || allowed.get().contains(licence)
                        ? Part.met(part, subject() + "its licence is " + Words.brief(licence))
                        : Part.notMet(
                                part,
                                Reason.NOT_ALLOWED,
                                subject() + "its licence is " + Words.brief(licence) + ", allowed "
                                        + Words.areOrIs(allowed.get()),
                                Words.meant(
                                        licence,
                                        allowed.get(),
                                        "Use a model under an allowed licence, or ask whoever keeps the policy to allow"
                                                + " this one")));
    }

    /** Whether weights in the team's hands have a digest. */
    Part digested() {
        var part = "digest of " + title();
        if (digest().isPresent()) {
            return said(Part.met(part, subject() + "the digest of its weights is " + digest().get()));
        }
        if (entry.find(WEIGHTS).isPresent() && !isHeldByTeam()) {
            return said(Part.met(part, subject() + "its weights are held by the provider"));
        }
        return said(Part.unproven(
                part,
                Reason.MISSING,
                subject() + "the manifest does not declare the digest of its weights"
                        + (isHeldByTeam() ? "" : ", nor who holds them"),
                "Add digest: sha256:… to the model" + (isHeldByTeam() ? "" : ", or weights: provider")));
    }

    /** The manifest is the team's word. */
    private Part said(Part part) {
        return part.assured(Assurance.DECLARED).at(place()).observing(Observation.of("id", id().text()));
    }
}
