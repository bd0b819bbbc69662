package io.github.genaigate.policy;

import io.github.genaigate.input.Loaded;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A policy author's desk: a folder, and a criterion with one setting of each direction. */
final class Desk {

    static final Setting<Integer> MOST = Setting.of("most", Kind.COUNT, Strictness.smaller(), "At most.");
    static final Setting<Share> LEAST = Setting.of("least", Kind.SHARE, Strictness.larger(), "At least.");
    static final Setting<Duration> WITHIN = Setting.of("within", Kind.DURATION, Strictness.smaller(), "Within.");
    static final Setting<List<String>> DEMANDED =
            Setting.of("demanded", Kind.list(Kind.TEXT), Strictness.union(), "All of these.");
    static final Setting<List<String>> ALLOWED =
            Setting.of("allowed", Kind.list(Kind.TEXT), Strictness.intersection(), "Only these.");
    static final Setting<String> SCHEME = Setting.of("scheme", Kind.TEXT, Strictness.fixed(), "Exactly this.");

    static final About SAMPLE = new About(
            "sample", "Something holds.", List.of(MOST, LEAST, WITHIN, DEMANDED, ALLOWED, SCHEME), Optional.empty());
    static final About OTHER = new About("other", "Something else holds.", List.of(MOST), Optional.empty());
    static final Catalogue CATALOGUE = Catalogue.of(List.of(SAMPLE, OTHER));

    /** A policy at the top, without the two lines that every document has. */
    static final String ORG = """
            name: org
            version: 1.0.0
            stages: [poc, pilot, production]
            requirements:
              sample:
                levels: { pilot: warn, production: block }
                confidence: 95 %
                most: 5
                least: 90 %
                within: 2 s
                demanded: [b, a]
                allowed: [x, y, z]
                scheme: s1
            """;

    private final Path folder;
    private final Artifacts artifacts;

    Desk(Path folder) throws IOException {
        this(folder, Artifacts.none());
    }

    Desk(Path folder, Artifacts artifacts) throws IOException {
        this.folder = folder.toRealPath();
        this.artifacts = artifacts;
    }

    /** Writes a policy without the two lines that every document has. */
    Desk write(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "apiVersion: genai-gate/v1\nkind: Policy\n" + body);
        return this;
    }

    Loaded<Policy> load(String... names) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("judged"));
        return new PolicyLoader(CATALOGUE, new Tree(elsewhere, elsewhere), artifacts).load(folder, List.of(names));
    }

    Policy policy(String... names) throws IOException {
        var loaded = load(names);
        return loaded.value().orElseThrow(() -> new AssertionError(loaded.problems()));
    }

    List<String> problems(String... names) throws IOException {
        return load(names).problems().stream().map(Problem::toString).toList();
    }
}
