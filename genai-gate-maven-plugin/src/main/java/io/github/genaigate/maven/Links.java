package io.github.genaigate.maven;

import java.nio.file.Files;
import java.nio.file.Path;

/** Links in a tree that somebody else wrote. */
final class Links {

    private Links() {}

    /** Whether a link lies on the way from a folder to one in it; the folder itself may be one. */
    static boolean between(Path folder, Path inside) {
        Path top = folder.toAbsolutePath().normalize();
        Path here = inside.toAbsolutePath().normalize();
        for (; here != null && !here.equals(top); here = here.getParent()) {
            if (Files.isSymbolicLink(here)) {
                return true;
            }
        }
        return false;
    }
}
