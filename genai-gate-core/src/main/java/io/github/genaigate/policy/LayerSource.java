package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of one layer. */
final class LayerSource {

    static final String BASELINE = "builtin:baseline";

    private final String name;
    private final String origin;
    private final Optional<Path> folder;
    private final byte[] bytes;

    private LayerSource(String name, String origin, Optional<Path> folder, byte[] bytes) {
        this.name = name;
        this.origin = origin;
        this.folder = folder;
        this.bytes = bytes;
    }

    /** As it is shown: {@code builtin:baseline}, or the file. */
    String name() {
        return name;
    }

    /** How it is called in origins, by the name and version that it gives itself. */
    String layer(String layerName, String version) {
        return isBuiltin() ? name : layerName + " " + version;
    }

    /** Where relative names in it begin; empty for the built-in one. */
    Optional<Path> folder() {
        return folder;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isBuiltin() {
        return origin.equals("builtin");
    }

    /** The layer that comes with the gate. */
    static LayerSource baseline() {
        try (var in = LayerSource.class.getResourceAsStream("baseline.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the built-in baseline is not on the class path");
            }
            return new LayerSource(BASELINE, "builtin", Optional.empty(), in.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException("the built-in baseline cannot be read", broken);
        }
    }

    /**
     * A file.
     *
     * @param tree a layer in it is told apart
     */
    static LayerSource file(Path folder, String name, Tree tree) throws RefusedException {
        try {
            Path real = folder.resolve(name).toRealPath();
            if (!Files.isRegularFile(real)) {
                throw new RefusedException("The policy " + Text.quoted(name) + " is not a file", "Name a policy file");
            }
            byte[] bytes;
            try (var in = Files.newInputStream(real)) {
                bytes = in.readNBytes(Yaml.LONGEST + 1);
            }
            boolean inTree = tree.holds(real);
            var shown = inTree
                    ? tree.shown(real)
                    : name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
            return new LayerSource(shown, inTree ? "tree" : "outside", Optional.ofNullable(real.getParent()), bytes);
        } catch (NoSuchFileException missing) {
            throw new RefusedException("There is no policy " + Text.quoted(name), "Create it, or correct the path");
        } catch (IOException | InvalidPathException broken) {
            throw new RefusedException(
                    "The policy " + Text.quoted(name) + " cannot be read",
                    "Correct the path, or allow the build to read it");
        }
    }

    /** The same bytes in another folder are another layer: what they extend lies elsewhere. */
    String identity() {
        return sha256() + " " + folder.map(Path::toString).orElse(name);
    }

    String sha256() {
        return Sha256.of(bytes);
    }

    LayerIdentity identity(String layerName, String version) {
        return new LayerIdentity(layerName, version, name, origin, sha256());
    }
}
