package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Decision.LayerFile;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Values;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads policies with all their layers, merges them, and refuses what would loosen. */
public final class PolicyLoader {

    private static final int DEEPEST = 32;

    private final Catalogue catalogue;
    private final Tree tree;
    private final Sources sources;
    private final RequirementShape.Known shapes = new RequirementShape.Known();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Optional<Policy>> known = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * A loader for one request that resolves no artifacts.
     *
     * @param tree a layer in it is told apart
     */
    public PolicyLoader(Catalogue catalogue, Tree tree) {
        this(catalogue, tree, Artifacts.none());
    }

    /**
     * A loader for one request.
     *
     * @param tree a layer in it is told apart
     */
    public PolicyLoader(Catalogue catalogue, Tree tree, Artifacts artifacts) {
        this.catalogue = catalogue;
        this.tree = tree;
        this.sources = new Sources(artifacts);
    }

    /**
     * Reads policies that hold side by side.
     *
     * @param folder where relative names begin
     * @param names files, artifacts as {@code maven:group:artifact:version}, or {@code builtin:baseline}; none means the latter
     */
    public Loaded<Policy> load(Path folder, List<String> names) {
        var all = new ArrayList<Policy>();
        for (String name : new LinkedHashSet<>(names.isEmpty() ? List.of(LayerSource.BASELINE) : names)) {
            source(new DiskFolder(folder, tree), name, Place.of("genai-gate.policy"))
                    .flatMap(this::layer)
                    .ifPresent(all::add);
        }
        var join = new Join(catalogue, problems, false);
        var effective = all.stream().reduce(join::join);
        effective.ifPresent(this::complete);
        all.forEach(new DefinedRoles(catalogue, problems)::check);
        return problems.isEmpty() && effective.isPresent()
                ? Loaded.of(effective.get().with(onlyInTree(all)))
                : Loaded.refused(problems.stream().distinct().toList());
    }

    /** What no policy demands that is free of layers in the tree. */
    private static Set<String> onlyInTree(List<Policy> all) {
        var ids = new TreeSet<String>();
        all.forEach(policy -> ids.addAll(policy.requirements().keySet()));
        all.stream()
                .filter(policy -> !policy.restsOnTree())
                .forEach(policy -> ids.removeAll(policy.requirements().keySet()));
        return ids;
    }

    private void complete(Policy policy) {
        var place = Place.of(policy.layers().get(policy.layers().size() - 1).source());
        if (policy.stages().isEmpty()) {
            problems.add(new Problem(
                    place,
                    "No layer names the stages",
                    "Extend builtin:baseline, or add stages: [poc, pilot, production]"));
            return;
        }
        policy.rules()
                .waivers()
                .ifPresent(waivers -> waivers.maxOpenAt().keySet().stream()
                        .filter(stage -> !policy.stages().contains(stage))
                        .forEach(stage -> problems.add(new Problem(
                                Optional.ofNullable(policy.rules().origins().get(PolicyShape.WAIVERS.name()))
                                        .map(Origin::place)
                                        .orElse(place),
                                "waivers.maxOpenAt names the stage " + Text.quoted(stage)
                                        + ", which stages does not name",
                                Names.nearest(stage, policy.stages())
                                        .map(name -> "Did you mean " + name + "?")
                                        .orElse("Name one of " + String.join(", ", policy.stages()))))));
        policy.requirements().values().stream()
                .filter(requirement -> requirement.levels().isEmpty())
                .forEach(requirement -> problems.add(new Problem(
                        requirement.origins().values().stream()
                                .findFirst()
                                .map(Origin::place)
                                .orElse(place),
                        "The requirement " + requirement.id() + " has no levels",
                        "Add levels, such as { "
                                + policy.stages().get(policy.stages().size() - 1) + ": block }")));
    }

    private Optional<LayerSource> source(Folder folder, String name, Place place) {
        try {
            return Optional.of(sources.named(name, folder));
        } catch (RefusedException refused) {
            problems.add(new Problem(place, refused.what(), refused.mend()));
            return Optional.empty();
        }
    }

    private Optional<Policy> layer(LayerSource source) {
        var digest = source.identity();
        if (open.contains(digest) || open.size() >= DEEPEST) {
            problems.add(new Problem(
                    Place.of(source.name()),
                    open.contains(digest) ? "The policy extends itself" : "The policy has more than 32 layers",
                    "Remove the extends that leads back here"));
            return Optional.empty();
        }
        if (!known.containsKey(digest)) {
            open.push(digest);
            known.put(digest, read(source));
            open.pop();
        }
        return known.getOrDefault(digest, Optional.empty());
    }

    private Optional<Policy> read(LayerSource source) {
        var converter = new Converter();
        var policy = converter
                .read(source.name(), source.bytes())
                .filter(node -> !converter.isAnother(node, PolicyShape.POLICY))
                .flatMap(node -> policy(source, node, converter));
        problems.addAll(converter.problems());
        return policy;
    }

    private Optional<Policy> policy(LayerSource source, Node node, Converter converter) {
        var header = header(node, converter);
        if (!(node instanceof Node.Members document)) {
            return Optional.empty();
        }
        checkVersion(document);
        var names = written(document, PolicyShape.EXTENDS).orElse(List.of());
        var above = inherited(source, document, names);
        if (above.size() != names.size()) {
            return Optional.empty();
        }
        var inherited = above.stream().reduce(new Join(catalogue, problems)::join);
        var stages = stages(document, inherited, converter);
        var origin = source.layer(
                written(document, PolicyShape.NAME).orElse(source.name()),
                written(document, PolicyShape.VERSION).orElse("?"));
        var layer = new Layer(catalogue, shapes, converter, inherited, origin, stages);
        var requirements =
                document.get(PolicyShape.REQUIREMENTS).map(layer::requirements).orElse(new TreeMap<>());
        return header.flatMap(entry -> merged(source, entry, requirements, stages, converter, inherited));
    }

    /** Told whatever else is wrong: a gate that is too old does not know the newer keys. */
    private void checkVersion(Node.Members document) {
        var own = GateVersion.own();
        written(document, PolicyShape.MINIMUM_VERSION)
                .filter(least -> own.compareTo(least) < 0)
                .ifPresent(least -> problems.add(new Problem(
                        placeOf(document, PolicyShape.MINIMUM_VERSION),
                        "The policy needs genai-gate " + least + " or later, and this is " + own,
                        "Raise the version of genai-gate-maven-plugin to " + least)));
    }

    /** A field of the document, whatever is wrong with the rest, which is told elsewhere. */
    private static <T> Optional<T> written(Node.Members document, Field<T> field) {
        return document.get(field.name()).flatMap(node -> new Converter().convert(field.name(), node, field.kind()));
    }

    private static Place placeOf(Node.Members document, Field<?> field) {
        return document.members().stream()
                .filter(member -> member.name().equals(field.name()))
                .map(Node.Member::place)
                .findFirst()
                .orElse(document.place());
    }

    /** Everything but the requirements, whose settings depend on what is inherited. */
    private static Optional<Entry> header(Node document, Converter converter) {
        if (!(document instanceof Node.Members members)) {
            return converter.entry("The policy", document, PolicyShape.HEADER);
        }
        var known = new LinkedHashSet<String>();
        PolicyShape.HEADER.forEach(field -> known.add(field.name()));
        known.add(PolicyShape.REQUIREMENTS);
        var rest = new ArrayList<Node.Member>();
        for (Node.Member member : members.members()) {
            if (!known.contains(member.name())) {
                converter.unknown(member, known);
            } else if (!member.name().equals(PolicyShape.REQUIREMENTS)) {
                rest.add(member);
            }
        }
        return converter.entry("The policy", new Node.Members(rest, members.place()), PolicyShape.HEADER);
    }

    private List<Policy> inherited(LayerSource source, Node.Members document, List<String> names) {
        Place place = placeOf(document, PolicyShape.EXTENDS);
        var above = new ArrayList<Policy>();
        for (String name : names) {
            if (name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
                problems.add(new Problem(place, "extends names an absolute path", "Write it relative to this file"));
                continue;
            }
            source(source.folder().orElse(new DiskFolder(tree.base(), tree)), name, place)
                    .flatMap(this::layer)
                    .ifPresent(above::add);
        }
        return above;
    }

    private Optional<Policy> merged(
            LayerSource source,
            Entry header,
            SortedMap<String, Requirement> requirements,
            List<String> stages,
            Converter converter,
            Optional<Policy> inherited) {
        var join = new Join(catalogue, problems);
        var name = header.get(PolicyShape.NAME);
        var version = header.get(PolicyShape.VERSION);
        var signers = signers(source, header, converter);
        var own = new Policy(
                name,
                version,
                List.of(source.identity(name, version, signers.stream().toList())),
                stages,
                requirements,
                new RulesReader(converter, inherited, header)
                        .rules(source.layer(name, version), signers.map(LayerFile::sha256)));
        var known = new TreeSet<>(requirements.keySet());
        inherited.ifPresent(policy -> known.addAll(policy.requirements().keySet()));
        var exemptions = new Grants(converter, inherited, source.layer(name, version)).exemptions(header, known);
        return converter.problems().isEmpty()
                ? Optional.of(inherited
                        .map(policy -> join.stacked(policy, own))
                        .orElse(own)
                        .with(requirement -> requirement.with(requirement
                                .scope()
                                .open(source.isBuiltin())
                                .exempting(exemptions.getOrDefault(requirement.id(), new TreeMap<>())))))
                : Optional.empty();
    }

    /** The file of the signers' keys that the layer names. */
    private static Optional<LayerFile> signers(LayerSource source, Entry header, Converter converter) {
        var name = header.find(PolicyShape.ALLOWED_SIGNERS);
        if (name.isEmpty() || source.folder().isEmpty()) {
            return Optional.empty();
        }
        try {
            var file = source.folder().get().file(name.get());
            if (file.bytes().length > Yaml.LONGEST) {
                throw new RefusedException(
                        "The file " + Text.quoted(name.get()) + " is larger than " + Yaml.LONGEST / 1024 + " KiB",
                        "Name the file of the signers' keys");
            }
            return Optional.of(new LayerFile(name.get(), file.sha256()));
        } catch (RefusedException refused) {
            converter.problem(header.placeOf(PolicyShape.ALLOWED_SIGNERS), refused.what(), refused.mend());
            return Optional.empty();
        }
    }

    private static List<String> stages(Node.Members document, Optional<Policy> inherited, Converter converter) {
        var above = inherited.map(Policy::stages).orElse(List.of());
        var written = written(document, PolicyShape.STAGES);
        Place place = placeOf(document, PolicyShape.STAGES);
        if (written.isPresent() && !above.isEmpty() && !above.equals(written.get())) {
            converter.problem(
                    place,
                    "stages is " + Values.text(written.get()) + ", and the layer above fixes " + Values.text(above),
                    "Leave the line out to inherit");
        }
        if (written.isPresent()
                && written.get().stream().distinct().count() != written.get().size()) {
            converter.problem(place, "stages names a stage twice", "Name each stage once");
        }
        return above.isEmpty() ? written.orElse(List.of()) : above;
    }
}
