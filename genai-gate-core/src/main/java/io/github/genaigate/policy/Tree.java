package io.github.genaigate.policy;

import java.nio.file.Path;

/**
 * The tree under judgement, links resolved. Whoever changes the service can change what lies in it.
 *
 * @param base the folder of the manifest
 * @param top the folder of the repository around it; the same where there is none
 */
public record Tree(Path base, Path top) {

    boolean holds(Path file) {
        return file.startsWith(base) || file.startsWith(top);
    }

    /** How a file is called: relative to the manifest's folder as everything else, or else by its last name. */
    String shown(Path file) {
        return (file.startsWith(base) ? base.relativize(file) : file.getFileName())
                .toString()
                .replace('\\', '/');
    }
}
