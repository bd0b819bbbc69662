package io.github.genaigate.gate;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a folder holds that a manifest could name.
 *
 * @param content globs of what most likely defines the service's behaviour
 * @param evidence the reader of each file of evidence, by path
 * @param datasets what the lineage events name
 * @param owners code owners of the content, sorted
 */
record Survey(
        List<String> content,
        SortedMap<String, EvidenceReader> evidence,
        SortedSet<Lineage.Dataset> datasets,
        List<String> owners) {

    private static final int MOST_FILES = 50_000;
    private static final int LARGEST_READ = 4 * 1024 * 1024;
    /** Tests of the build itself are among them: they say nothing of a model's answers. */
    private static final Set<String> IGNORED = Set.of(
            ".git",
            ".idea",
            ".venv",
            "venv",
            "node_modules",
            "genai-gate",
            "classes",
            "test-classes",
            "surefire-reports",
            "failsafe-reports",
            "test-results");

    private static final Set<String> BUILT = Set.of("target", "build", "dist", "out");
    private static final Set<String> EVIDENCE =
            Set.of("json", "jsonl", "ndjson", "csv", "jtl", "sarif", "xml", "md", "yaml", "yml");
    private static final Set<String> SOURCES = Set.of("java", "kt", "py", "ts", "js", "go", "rs", "cs", "scala");
    private static final List<String> TELLING = List.of("prompts", "config");

    /** Looks through the folder. What cannot be read is left out: a starter is a proposal. */
    static Survey of(Path folder, List<EvidenceReader> readers) throws IOException {
        var evidence = new TreeMap<String, EvidenceReader>();
        var sources = new TreeSet<String>();
        for (String path : files(folder)) {
            String ending = path.substring(path.lastIndexOf('.') + 1);
            String top = path.substring(0, Math.max(0, path.indexOf('/')));
            if (EVIDENCE.contains(ending)) {
                reader(folder.resolve(path), readers).ifPresent(reader -> evidence.put(path, reader));
            }
            boolean test = path.startsWith("src/test/") || top.equals("test") || top.equals("tests");
            if (SOURCES.contains(ending) && !test && !BUILT.contains(top)) {
                sources.add(path.startsWith("src/main/") ? "src/main/**" : top.isEmpty() ? "*." + ending : top + "/**");
            }
        }
        var content = new LinkedHashSet<>(sources);
        TELLING.stream()
                .filter(name -> Files.isDirectory(folder.resolve(name)))
                .forEach(name -> content.add(name + "/**"));
        return new Survey(List.copyOf(content), evidence, datasets(folder, evidence), owners(folder, readers, content));
    }

    private static List<String> files(Path folder) throws IOException {
        var found = new ArrayList<String>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                boolean ignored = !path.equals(folder)
                        && IGNORED.contains(path.getFileName().toString());
                return ignored ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                String name = folder.relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
                boolean plain = name.chars().noneMatch(Character::isISOControl)
                        && Kind.PATH.parse().apply(name).value().isPresent();
                if (attributes.isRegularFile() && plain) {
                    found.add(name);
                }
                return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static Optional<EvidenceReader> reader(Path file, List<EvidenceReader> readers) {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Source.HEAD);
            return readers.stream()
                    .filter(reader -> !reader.shape().equals(Shape.OWNERSHIP))
                    .filter(reader -> reader.recognises(head))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static SortedSet<Lineage.Dataset> datasets(Path folder, SortedMap<String, EvidenceReader> evidence) {
        var datasets = new TreeSet<Lineage.Dataset>();
        evidence.forEach((path, reader) -> {
            if (reader.shape().equals(Shape.LINEAGE) && read(reader, folder, path) instanceof Lineage lineage) {
                datasets.addAll(lineage.mentioned());
                lineage.runs().forEach(run -> datasets.addAll(run.inputs()));
                lineage.runs().forEach(run -> datasets.addAll(run.outputs()));
            }
        });
        datasets.removeIf(dataset -> !plain(dataset.namespace()) || !plain(dataset.name()));
        return datasets;
    }

    private static List<String> owners(Path folder, List<EvidenceReader> readers, Set<String> content) {
        var owners = new TreeSet<String>();
        CodeOwners.PLACES.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst()
                .ifPresent(name -> {
                    for (EvidenceReader reader : readers) {
                        if (reader.shape().equals(Shape.OWNERSHIP)
                                && read(reader, folder, name) instanceof Ownership ownership) {
                            content.forEach(glob -> owners.addAll(ownership.owners(glob.replace("**", "any"))));
                        }
                    }
                });
        owners.removeIf(owner -> !plain(owner));
        return List.copyOf(owners);
    }

    /** Whether a manifest can hold it. */
    private static boolean plain(String text) {
        return Kind.LINE.parse().apply(text).value().isPresent();
    }

    private static @Nullable Measurement read(EvidenceReader reader, Path folder, String path) {
        try (var in = Files.newInputStream(folder.resolve(path))) {
            var source = Source.of(path, in.readNBytes(LARGEST_READ));
            return reader.read(source, Set.of()).measurement();
        } catch (IOException | UnreadableException unreadable) {
            return null;
        }
    }
}
