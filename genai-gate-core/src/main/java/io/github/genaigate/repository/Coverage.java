package io.github.genaigate.repository;

import io.github.genaigate.model.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which files are covered content. All paths are relative to the manifest's folder.
 *
 * @param globs what is covered
 * @param excluded what is not, whatever the globs say: the output directory, the evidence, the records of approval
 * @param manifest the manifest, which is covered in its canonical form and never as a file; empty to leave it out
 */
public record Coverage(List<Glob> globs, List<Glob> excluded, Optional<CanonicalManifest> manifest) {

    public Coverage {
        globs = List.copyOf(globs);
        excluded = List.copyOf(excluded);
    }

    /** The files that the globs match. */
    public static Coverage of(String... globs) {
        return new Coverage(List.of(globs).stream().map(Glob::new).toList(), List.of(), Optional.empty());
    }

    /** The same with a manifest. */
    public Coverage with(CanonicalManifest covered) {
        return new Coverage(globs, excluded, Optional.of(covered));
    }

    /** The same without what further globs match. */
    public Coverage without(String... further) {
        var all = new ArrayList<>(excluded);
        List.of(further).forEach(pattern -> all.add(new Glob(pattern)));
        return new Coverage(globs, all, manifest);
    }

    /**
     * A manifest without its layout, its sign-offs and its waivers.
     *
     * @param path where it lies
     * @param digest the digest of its canonical form from its bytes; empty when it cannot be read as a manifest. The
     *     bytes may be those of an earlier commit
     */
    public record CanonicalManifest(String path, Function<byte[], Optional<String>> digest) {}

    /** Whether the path is covered as a file. */
    boolean covers(String path) {
        return manifest.filter(covered -> covered.path().equals(path)).isEmpty()
                && excluded.stream().noneMatch(glob -> glob.matches(path))
                && globs.stream().anyMatch(glob -> glob.matches(path));
    }

    boolean isManifest(String path) {
        return manifest.filter(covered -> covered.path().equals(path)).isPresent();
    }

    /** Whether something in the folder can be covered. */
    boolean reaches(String folder) {
        return !excluded.contains(new Glob(folder + "/**"))
                && starts().stream()
                        .anyMatch(start -> start.isEmpty()
                                || start.equals(folder)
                                || start.startsWith(folder + "/")
                                || folder.startsWith(start + "/"));
    }

    /** The files and folders in which all that is covered lies; an empty one stands for the manifest's folder. */
    List<String> starts() {
        var all = new ArrayList<String>();
        globs.forEach(glob -> all.add(fixed(glob)));
        manifest.ifPresent(covered -> all.add(covered.path()));
        return all;
    }

    private static String fixed(Glob glob) {
        if (!glob.isPattern()) {
            return glob.pattern();
        }
        var pattern = glob.pattern();
        int wild = 0;
        while (pattern.charAt(wild) != '*' && pattern.charAt(wild) != '?') {
            wild++;
        }
        return pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', wild)));
    }
}
