package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;

/** Where layers come from, by the names that requests and policies give them. */
record Sources(Artifacts artifacts) {

    private static final String BUILTIN = "builtin:";

    /**
     * The layer of a name.
     *
     * @param folder where relative names begin
     * @throws RefusedException when there is none
     */
    LayerSource named(String name, Folder folder) throws RefusedException {
        if (name.equals(LayerSource.BASELINE)) {
            return LayerSource.baseline();
        }
        if (name.startsWith(BUILTIN)) {
            throw new RefusedException(
                    "The policy " + Text.quoted(name) + " cannot be had",
                    "Write " + LayerSource.BASELINE + ", the name of a file, or " + Coordinates.PREFIX
                            + "group:artifact:version");
        }
        if (name.startsWith(Coordinates.PREFIX)) {
            var coordinates = Coordinates.parse(name);
            return ArtifactFolder.of(coordinates, artifacts.resolve(coordinates))
                    .policy();
        }
        return folder.file(name);
    }
}
