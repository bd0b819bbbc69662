package example.acme.ingestion;

import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds the retrieval index in the current folder and writes down which data went into it. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var events = Path.of("lineage/events.ndjson");
        Files.createDirectories(events.getParent());
        try (var client = new OpenLineageClient(new FileTransport(new FileConfig(events.toString())))) {
            var run = new RecordedRun(client, "acme-support", "build-handbook-index");
            var index = new IndexBuilder(Path.of("handbook"), Path.of("data"));
            run.reads("acme-docs", "handbook", index.handbookDigest());
            run.reads("acme-docs", "synonyms", index.synonymsDigest());
            run.writes("acme-support", "handbook-index");
            run.around(index::build);
        } catch (IOException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new IOException("the index could not be built", problem);
        }
    }
}
