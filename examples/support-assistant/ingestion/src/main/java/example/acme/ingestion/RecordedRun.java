package example.acme.ingestion;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.utils.UUIDUtils;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One run of a job, reported as OpenLineage events: started, and completed or failed. */
final class RecordedRun {

    private final OpenLineage facts =
            new OpenLineage(URI.create("https://acme.example/support-assistant/ingestion/1.0.0"));
    private final UUID id = UUIDUtils.generateNewUUID();
    private final List<OpenLineage.InputDataset> inputs = new ArrayList<>();
    private final List<OpenLineage.OutputDataset> outputs = new ArrayList<>();
    private final OpenLineageClient client;
    private final String namespace;
    private final String job;

    RecordedRun(OpenLineageClient client, String namespace, String job) {
        this.client = client;
        this.namespace = namespace;
        this.job = job;
    }

    /** What is done in the run. */
    interface Work {
        void run() throws IOException;
    }

    void reads(String datasetNamespace, String dataset, String version) {
        var facets = facts.newDatasetFacetsBuilder()
                .version(facts.newDatasetVersionDatasetFacet(version))
                .build();
        inputs.add(facts.newInputDatasetBuilder()
                .namespace(datasetNamespace)
                .name(dataset)
                .facets(facets)
                .build());
    }

    void writes(String datasetNamespace, String dataset) {
        outputs.add(facts.newOutputDatasetBuilder()
                .namespace(datasetNamespace)
                .name(dataset)
                .build());
    }

    void around(Work work) throws IOException {
        report(EventType.START);
        try {
            work.run();
        } catch (IOException | RuntimeException problem) {
            report(EventType.FAIL);
            throw problem;
        }
        report(EventType.COMPLETE);
    }

    private void report(EventType type) {
        client.emit(facts.newRunEventBuilder()
                .eventType(type)
                .eventTime(ZonedDateTime.now(ZoneOffset.UTC))
                .run(facts.newRunBuilder().runId(id).build())
                .job(facts.newJobBuilder().namespace(namespace).name(job).build())
                .inputs(inputs)
                .outputs(outputs)
                .build());
    }
}
