package example.acme.ingestion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Cuts the handbook's pages into sentences and lays them down, with the synonyms, for the service to search. */
final class IndexBuilder {

    private final Path source;
    private final Path target;

    IndexBuilder(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    void build() throws IOException {
        var index = new ArrayList<String>();
        for (Path page : pages()) {
            String name = page.getFileName().toString().replace(".md", "");
            String heading = "";
            for (String line : Files.readAllLines(page)) {
                if (line.startsWith("# ")) {
                    heading = line.substring(2).strip();
                } else if (!line.isBlank()) {
                    index.add(name + "\t" + heading + "\t" + line.strip());
                }
            }
        }
        Files.createDirectories(target);
        Files.write(target.resolve("handbook-index.tsv"), index);
        Files.write(
                target.resolve("synonyms.tsv"),
                Files.readAllLines(synonyms()).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.replaceAll("\\s*=\\s*", "\t"))
                        .toList());
    }

    String handbookDigest() throws IOException {
        return digest(pages());
    }

    String synonymsDigest() throws IOException {
        return digest(List.of(synonyms()));
    }

    private List<Path> pages() throws IOException {
        try (var files = Files.list(source)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private Path synonyms() {
        return source.resolve("synonyms.txt");
    }

    /** One digest over the names and the content of the files. */
    private static String digest(List<Path> files) throws IOException {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                sha256.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                sha256.update(Files.readAllBytes(file));
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
