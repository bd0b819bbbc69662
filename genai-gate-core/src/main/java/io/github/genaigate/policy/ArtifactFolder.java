package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.input.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A folder of a policy artifact, of which nothing outside of {@value #ROOT} is ever read.
 *
 * @param coordinates how the artifact is called
 * @param origin of all layers in it
 * @param files the bytes of all files below the root, by their path there
 * @param folder below the root, with a slash behind it unless it is the root
 */
record ArtifactFolder(Coordinates coordinates, String origin, SortedMap<String, byte[]> files, String folder)
        implements Folder {

    static final String ROOT = "META-INF/genai-gate/";
    static final String POLICY = "policy.yaml";

    static final int LARGEST = 16 << 20;
    static final int MOST_ENTRIES = 10_000;
    static final int MOST_FILES = 100;

    /**
     * The root of an artifact. The whole of it is read at once: later nobody can exchange a part.
     *
     * @throws RefusedException when the jar is no sound archive, or too large
     */
    static ArtifactFolder of(Coordinates coordinates, Artifacts.Resolved artifact) throws RefusedException {
        var origin = artifact.installed() ? "installed" : coordinates.isSnapshot() ? "snapshot" : "maven";
        return new ArtifactFolder(coordinates, origin, read(coordinates, artifact.jar()), "");
    }

    private static SortedMap<String, byte[]> read(Coordinates coordinates, Path jar) throws RefusedException {
        try {
            if (!Files.isRegularFile(jar) || Files.size(jar) > LARGEST) {
                throw unsound(coordinates, "is no file of at most " + (LARGEST >> 20) + " MiB");
            }
            try (var zip = new ZipFile(jar.toFile())) {
                return read(coordinates, zip);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw unsound(coordinates, "cannot be read as a jar");
        }
    }

    private static SortedMap<String, byte[]> read(Coordinates coordinates, ZipFile zip)
            throws IOException, RefusedException {
        if (zip.size() > MOST_ENTRIES) {
            throw unsound(coordinates, "has more than " + MOST_ENTRIES + " entries");
        }
        var names = new HashSet<String>();
        var files = new TreeMap<String, byte[]>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!isPlain(entry.isDirectory() ? name.substring(0, name.length() - 1) : name)) {
                throw unsound(coordinates, "has an entry " + Text.quoted(name) + " that leads out of it");
            }
            if (!names.add(name)) {
                throw unsound(coordinates, "has the entry " + Text.quoted(name) + " twice");
            }
            if (name.startsWith(ROOT) && !entry.isDirectory()) {
                try (var in = zip.getInputStream(entry)) {
                    // One byte too many is kept, for the reader of the file to complain about its size.
                    files.put(name.substring(ROOT.length()), in.readNBytes(Yaml.LONGEST + 1));
                }
                if (files.size() > MOST_FILES) {
                    throw unsound(coordinates, "has more than " + MOST_FILES + " files in " + ROOT);
                }
            }
        }
        return files;
    }

    private static boolean isPlain(String name) {
        return name.indexOf('\\') < 0 && List.of(name.split("/", -1)).stream().noneMatch(ArtifactFolder::leads);
    }

    private static boolean leads(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    private static RefusedException unsound(Coordinates coordinates, String what) {
        return new RefusedException(
                "The policy artifact " + coordinates + " " + what,
                "Look at what was published, and publish a sound one as a new version");
    }

    /** The policy of the artifact, which is called as the artifact is. */
    LayerSource policy() throws RefusedException {
        byte[] bytes = files.get(POLICY);
        if (bytes == null) {
            throw new RefusedException(
                    "The artifact " + coordinates + " holds no " + ROOT + POLICY
                            + (files.isEmpty() ? "" : ", but " + Text.shortened(String.join(", ", files.keySet()))),
                    "Put the policy there, in a Maven build as src/main/resources/" + ROOT + POLICY);
        }
        return source(POLICY, coordinates.toString(), bytes);
    }

    @Override
    public LayerSource file(String name) throws RefusedException {
        String path = resolved(name);
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new RefusedException(
                    "There is no " + Text.quoted(path) + " in " + coordinates,
                    "Add it to " + ROOT + " of the artifact, or correct the path");
        }
        return source(path, shown(path), bytes);
    }

    private String resolved(String name) throws RefusedException {
        var path = new ArrayList<String>();
        for (String segment : (folder + name).split("/", -1)) {
            if (segment.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (segment.equals("..") || segment.indexOf('\\') >= 0) {
                throw new RefusedException(
                        "The path " + Text.quoted(name) + " leads out of " + coordinates,
                        "Name a file in " + ROOT + " of the artifact, or another artifact");
            } else if (!leads(segment)) {
                path.add(segment);
            }
        }
        return String.join("/", path);
    }

    private LayerSource source(String path, String source, byte[] bytes) {
        var beside = new ArtifactFolder(coordinates, origin, files, path.substring(0, path.lastIndexOf('/') + 1));
        return LayerSource.of(shown(path), source, origin, beside, bytes);
    }

    private String shown(String path) {
        return coordinates + "!/" + path;
    }

    /** Not its bytes, which are hashed file by file. */
    @Override
    public String toString() {
        return shown(folder);
    }
}
