package io.github.genaigate.manifest;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Attributes;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads manifests strictly: all that is wrong with one is told in one go. */
public final class ManifestLoader {

    private final Catalogue catalogue;
    private final ManifestShape shape;

    /**
     * A loader.
     *
     * @param formats the formats of evidence that can be read
     */
    public ManifestLoader(Catalogue catalogue, Collection<String> formats) {
        this.catalogue = catalogue;
        this.shape = new ManifestShape(catalogue, formats);
    }

    /**
     * Reads a manifest.
     *
     * @param file its name for places
     */
    public Loaded<Manifest> load(String file, byte[] bytes) {
        var converter = new Converter();
        var root = converter.read(file, bytes);
        if (root.isEmpty() || converter.isAnother(root.get(), ManifestShape.READINESS)) {
            return Loaded.refused(converter.problems());
        }
        var document = converter.entry("The manifest", root.get(), shape.group().fields());
        checkReferences(root.get(), converter);
        return document.isPresent() && converter.problems().isEmpty() && root.get() instanceof Node.Members members
                ? Loaded.of(manifest(document.get(), members, Place.of(file)))
                : Loaded.refused(converter.problems());
    }

    /** The canonical digest of a manifest of whatever time; empty when it is not even a map. */
    public static Optional<String> canonicalDigest(byte[] bytes) {
        var root = new Converter().read("manifest", bytes);
        return root.flatMap(
                node -> node instanceof Node.Members members ? Optional.of(digest(members)) : Optional.empty());
    }

    /**
     * The records of approval that a manifest of whatever time names for waivers of a requirement, whatever else is wrong with
     * it.
     */
    public static List<String> approvals(byte[] bytes, String requirement) {
        var waivers = new Converter()
                .read("manifest", bytes)
                .flatMap(root -> root instanceof Node.Members members
                        ? members.get(ManifestShape.WAIVERS.name())
                        : Optional.empty());
        return waivers.stream()
                .flatMap(node -> node instanceof Node.Items items ? items.nodes().stream() : Stream.empty())
                .filter(node -> scalar(node, ManifestShape.REQUIREMENT)
                        .filter(requirement::equals)
                        .isPresent())
                .flatMap(node -> scalar(node, ManifestShape.APPROVAL).stream())
                .filter(path -> Kind.PATH.parse().apply(path).value().isPresent())
                .toList();
    }

    private static Optional<String> scalar(Node node, Field<String> field) {
        return node instanceof Node.Members members
                        && members.get(field.name()).orElse(node) instanceof Node.Scalar scalar
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static String digest(Node.Members document) {
        return Canonical.digest(
                document,
                Set.of(ManifestShape.BASELINE.name(), ManifestShape.SIGN_OFFS.name(), ManifestShape.WAIVERS.name()));
    }

    /** Looks at what is written, not at what was understood, so that a broken entry makes no reference to it wrong. */
    private void checkReferences(Node document, Converter converter) {
        var evidence = document instanceof Node.Members members
                ? members.get(shape.evidence().name())
                : Optional.<Node>empty();
        if (evidence.isPresent() && !(evidence.get() instanceof Node.Members)) {
            return;
        }
        var names = evidence.stream()
                .flatMap(declared -> ((Node.Members) declared).members().stream())
                .map(Node.Member::name)
                .toList();
        converter.references().stream()
                .filter(reference -> !names.contains(reference.evidence()))
                .forEach(reference -> converter.problem(
                        reference.place(),
                        "No evidence is named " + Text.quoted(reference.evidence()),
                        Names.nearest(reference.evidence(), names)
                                .map(name -> "Did you mean " + Text.shortened(name) + "?")
                                .orElse("Declare it under evidence")));
    }

    private Manifest manifest(Entry document, Node.Members node, Place place) {
        var sections = new LinkedHashMap<String, Entry>();
        for (About about : catalogue.criteria().values()) {
            about.section()
                    .ifPresent(section -> ManifestShape.section(document, section)
                            .ifPresent(entry -> sections.put(section.name(), entry)));
        }
        return new Manifest(
                service(document.get(ManifestShape.SERVICE)),
                list(document, ManifestShape.OWNERS).stream()
                        .map(owner ->
                                new Owner(owner.get(ManifestShape.ROLE), owner.get(ManifestShape.ID), owner.place()))
                        .toList(),
                evidence(document),
                sections,
                list(document, ManifestShape.SIGN_OFFS).stream()
                        .map(entry -> new Manifest.SignOffReference(
                                entry.get(ManifestShape.ROLE), entry.get(ManifestShape.RECORD), entry.place()))
                        .toList(),
                list(document, ManifestShape.WAIVERS).stream()
                        .map(ManifestLoader::waiver)
                        .toList(),
                document.find(ManifestShape.BASELINE),
                digest(node),
                place);
    }

    private static Service service(Entry entry) {
        return new Service(
                entry.get(ManifestShape.NAME),
                entry.find(ManifestShape.SUMMARY),
                entry.get(ManifestShape.STAGE),
                entry.get(ManifestShape.CONTENT),
                Attributes.of(entry, (attribute, place) -> new Origin("the manifest", place)));
    }

    private SortedMap<String, Manifest.Evidence> evidence(Entry document) {
        var all = new TreeMap<String, Manifest.Evidence>();
        document.find(shape.evidence())
                .ifPresent(declared -> declared.forEach((name, entry) -> all.put(
                        name,
                        new Manifest.Evidence(
                                name,
                                entry.get(ManifestShape.PATH),
                                entry.find(shape.format()),
                                entry.find(ManifestShape.ENVIRONMENT),
                                entry.find(ManifestShape.COVERS).orElse(List.of()),
                                entry.find(ManifestShape.WARM_UP),
                                entry.place()))));
        return all;
    }

    private static Manifest.WaiverClaim waiver(Entry entry) {
        return new Manifest.WaiverClaim(
                entry.get(ManifestShape.REQUIREMENT),
                entry.find(ManifestShape.WAIVER_STAGE),
                entry.find(ManifestShape.ISSUES).orElse(List.of()),
                entry.get(ManifestShape.REASON),
                entry.get(ManifestShape.TICKET),
                entry.get(ManifestShape.APPROVAL),
                entry.get(ManifestShape.EXPIRES),
                entry.place());
    }

    private static List<Entry> list(Entry document, Field<List<Entry>> field) {
        return document.find(field).orElse(List.of());
    }
}
