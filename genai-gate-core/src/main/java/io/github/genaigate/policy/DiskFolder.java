package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A folder of the machine.
 *
 * @param tree a file in it is told apart
 */
record DiskFolder(Path folder, Tree tree) implements Folder {

    @Override
    public LayerSource file(String name) throws RefusedException {
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
            return LayerSource.of(
                    shown, shown, inTree ? "tree" : "outside", new DiskFolder(real.resolveSibling(""), tree), bytes);
        } catch (NoSuchFileException missing) {
            throw new RefusedException("There is no policy " + Text.quoted(name), mend(name));
        } catch (IOException | InvalidPathException broken) {
            throw new RefusedException("The policy " + Text.quoted(name) + " cannot be read", mend(name));
        }
    }

    private static String mend(String name) {
        return name.indexOf(':') > 1
                ? "Correct the path; an artifact is written " + Coordinates.PREFIX + "group:artifact:version"
                : "Create it, or correct the path";
    }
}
