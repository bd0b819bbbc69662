package io.github.genaigate.policy;

import io.github.genaigate.model.Decision.LayerFile;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The bytes of one layer, or of a file that a layer names. */
final class LayerSource {

    static final String BASELINE = "builtin:baseline";

    private final String name;
    private final String source;
    private final String origin;
    private final Optional<Folder> folder;
    private final byte[] bytes;

    private LayerSource(String name, String source, String origin, Optional<Folder> folder, byte[] bytes) {
        this.name = name;
        this.source = source;
        this.origin = origin;
        this.folder = folder;
        this.bytes = bytes;
    }

    /**
     * A file.
     *
     * @param name as it is called in places
     * @param source as it is called among the layers of a decision
     * @param folder what lies beside it
     */
    static LayerSource of(String name, String source, String origin, Folder folder, byte[] bytes) {
        return new LayerSource(name, source, origin, Optional.of(folder), bytes);
    }

    /** As it is shown in places: {@code builtin:baseline}, or the file. */
    String name() {
        return name;
    }

    /** How it is called in origins, by the name and version that it gives itself. */
    String layer(String layerName, String version) {
        return isBuiltin() ? name : layerName + " " + version;
    }

    /** Where relative names in it begin; empty for the built-in one. */
    Optional<Folder> folder() {
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
            return new LayerSource(BASELINE, BASELINE, "builtin", Optional.empty(), in.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException("the built-in baseline cannot be read", broken);
        }
    }

    /** The same bytes in another folder are another layer: what they extend lies elsewhere. */
    String identity() {
        return sha256() + " " + folder.map(Folder::toString).orElse(name);
    }

    String sha256() {
        return Sha256.of(bytes);
    }

    /** @param files what else it rests on */
    LayerIdentity identity(String layerName, String version, List<LayerFile> files) {
        return new LayerIdentity(layerName, version, source, origin, sha256(), files);
    }
}
