package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset as the manifest declares it.
 *
 * @param entry under {@code lineage.datasets}
 */
record DeclaredDataset(Entry entry) {

    private static final Field<String> NAME =
            Field.required("name", Kind.TEXT, "The dataset's exact name in the lineage events.");
    private static final Field<String> NAMESPACE = Field.optional(
            "namespace",
            Kind.TEXT,
            "The dataset's exact namespace in the lineage events; needed where the name alone is not unique.");
    private static final Field<List<Entry>> ALIASES = Field.optional(
            "aliases", Kind.list(Kind.group(NAMESPACE, NAME)), "Further names under which the events know it.");
    /** What a dataset is used for, as far as policies tell uses apart; another word excuses from nothing. */
    static final List<String> USES = List.of("retrieval", "training", "fine-tuning", "evaluation");

    private static final Field<String> USE =
            Field.optional("use", Kind.TEXT, "What it is used for, such as retrieval, training or evaluation.");
    private static final Field<String> OWNER =
            Field.optional("owner", Kind.TEXT, "Who answers for it: an e-mail address or a handle.");
    private static final Field<String> LICENCE =
            Field.optional("licence", Kind.TEXT, "Under which licence it is used, such as CC-BY-4.0.");
    private static final Field<String> PERSONAL_DATA = Field.optional(
            "personalData",
            Attribute.PERSONAL_DATA.field().kind(),
            "The worst class of personal data in it; special as in GDPR article 9.");

    static final Kind.Group KIND = Kind.group(NAME, NAMESPACE, ALIASES, USE, OWNER, LICENCE, PERSONAL_DATA);

    private static final List<Field<String>> DECLARATIONS = List.of(USE, OWNER, LICENCE, PERSONAL_DATA);

    /** What a policy may demand that a dataset declares. */
    static final String[] WORDS = DECLARATIONS.stream().map(Field::name).toArray(String[]::new);

    /** A name that events may give it; without a namespace it is the name in any. */
    record Name(Optional<String> namespace, String name) implements Comparable<Name> {

        /** The two names by which a dataset of the events can be declared. */
        static Stream<Name> of(Lineage.Dataset dataset) {
            return Stream.of(
                    new Name(Optional.of(dataset.namespace()), dataset.name()),
                    new Name(Optional.empty(), dataset.name()));
        }

        @Override
        public int compareTo(Name other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return namespace.map(space -> space + " ").orElse("") + name;
        }
    }

    /** Every name that events may give it, its own first. */
    List<Name> names() {
        var aliases = entry.find(ALIASES).orElse(List.of());
        return Stream.concat(Stream.of(entry), aliases.stream())
                .map(names -> new Name(names.find(NAMESPACE), names.get(NAME)))
                .distinct()
                .toList();
    }

    String title() {
        return Words.brief(names().get(0).toString());
    }

    Optional<String> use() {
        return entry.find(USE);
    }

    Place place() {
        return entry.place();
    }

    /** Whether it declares what is demanded; nothing to say when nothing is. */
    List<Part> declarations(List<String> demanded, Optional<List<String>> licences) {
        var part = "declaration of " + title();
        var subject = "Dataset " + title() + ": ";
        var wanted = DECLARATIONS.stream()
                .filter(field -> demanded.contains(field.name()) || (field.equals(LICENCE) && licences.isPresent()))
                .toList();
        var missing = wanted.stream()
                .filter(field -> entry.find(field).isEmpty())
                .map(Field::name)
                .toList();
        var parts = new ArrayList<Part>();
        refusedLicence(licences)
                .ifPresent(licence -> parts.add(Part.notMet(
                        part,
                        Reason.NOT_ALLOWED,
                        subject + "its licence is " + Words.brief(licence) + ", allowed "
                                + Words.areOrIs(licences.orElse(List.of())),
                        "Use a dataset under an allowed licence, or ask whoever keeps the policy to allow this one")));
        if (!missing.isEmpty()) {
            parts.add(Part.unproven(
                    part,
                    Reason.MISSING,
                    subject + "the manifest does not declare its " + String.join(", ", missing),
                    "Add " + String.join(", ", missing) + " to the dataset under lineage.datasets"));
        }
        if (parts.isEmpty() && !wanted.isEmpty()) {
            var declared = wanted.stream()
                    .map(field -> field.name() + " " + Words.brief(entry.get(field)))
                    .toList();
            parts.add(Part.met(part, subject + "the manifest declares " + String.join(", ", declared)));
        }
        return parts.stream()
                .map(said -> said.assured(Assurance.DECLARED).at(place()).observing(observations()))
                .toList();
    }

    private Optional<String> refusedLicence(Optional<List<String>> licences) {
        return entry.find(LICENCE)
                .filter(licence -> licences.isPresent() && !licences.get().contains(licence));
    }

    private Observation[] observations() {
        return DECLARATIONS.stream()
                .flatMap(field -> entry.find(field).map(value -> Observation.of(field.name(), value)).stream())
                .toArray(Observation[]::new);
    }
}
