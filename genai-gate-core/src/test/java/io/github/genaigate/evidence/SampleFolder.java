package io.github.genaigate.evidence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that real tools wrote, kept outside of the project. Tests over them are skipped where they are not at hand. */
public final class SampleFolder {

    private static final Path FOLDER = Path.of("..", "..", "shared", "evidence-samples");

    private SampleFolder() {}

    /** A sample by its path in the folder, under a name of its own. */
    public static Source sample(String path, String name) throws IOException {
        Path file = FOLDER.resolve(path);
        assumeTrue(Files.exists(file), "the evidence samples are not at hand");
        return Source.of(name, Files.readAllBytes(file));
    }

    public static Source sample(String path) throws IOException {
        return sample(path, path);
    }
}
