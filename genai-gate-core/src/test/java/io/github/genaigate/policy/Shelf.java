package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Policy artifacts, jars that lie in a folder. */
public final class Shelf implements Artifacts {

    private final Path folder;
    private final Map<String, Resolved> jars = new HashMap<>();

    public Shelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public Resolved resolve(Coordinates coordinates) throws RefusedException {
        var jar = jars.get(coordinates.toString());
        if (jar == null) {
            throw new RefusedException("There is no artifact " + coordinates, "Deploy it");
        }
        return jar;
    }

    /** Puts a jar there whose entries are names and texts by turns; a name that ends in a slash is a folder. */
    public Shelf jar(String coordinates, String... entries) throws IOException {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < entries.length; i += 2) {
            all.put(entries[i], entries[i + 1]);
        }
        var file = file(coordinates);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return put(coordinates, file, false);
    }

    /** Puts a policy there, without the two lines that every document has, and further entries beside it. */
    public Shelf policy(String coordinates, String body, String... beside) throws IOException {
        var entries = new String[beside.length + 2];
        entries[0] = "META-INF/genai-gate/policy.yaml";
        entries[1] = document(body);
        for (int i = 0; i < beside.length; i += 2) {
            entries[i + 2] = "META-INF/genai-gate/" + beside[i];
            entries[i + 3] = beside[i + 1];
        }
        return jar(coordinates, entries);
    }

    static String document(String body) {
        return "apiVersion: genai-gate/v1\nkind: Policy\n" + body;
    }

    /** Says of an artifact that it is only known to be on this machine. */
    public Shelf installed(String coordinates) {
        return put(coordinates, file(coordinates), true);
    }

    /** Puts whatever there. */
    Shelf put(String coordinates, byte[] bytes) throws IOException {
        var file = file(coordinates);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes);
        }
        return put(coordinates, file, false);
    }

    private Shelf put(String coordinates, Path file, boolean installed) {
        jars.put(coordinates, new Resolved(file, installed));
        return this;
    }

    Path file(String coordinates) {
        return folder.resolve(coordinates.replace(':', '_') + ".jar");
    }
}
