package example.acme.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import io.openlineage.client.utils.UUIDUtils;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs a command as a job and appends its events to a file:
 * {@code EVENTS NAMESPACE/JOB in:NAMESPACE/DATASET... out:NAMESPACE/DATASET... -- COMMAND ARGUMENT...}
 */
public final class Main {

    private static final OpenLineage FACTS = new OpenLineage(URI.create("https://acme.example/lineage-run/1.0.0"));

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        int command = words.indexOf("--");
        UUID run = UUIDUtils.generateNewUUID();
        try (var client = new OpenLineageClient(new FileTransport(new FileConfig(words.get(0))))) {
            Function<EventType, OpenLineage.RunEvent> event = type -> event(type, run, words.subList(1, command));
            client.emit(event.apply(EventType.START));
            EventType end = run(words.subList(command + 1, words.size())) ? EventType.COMPLETE : EventType.FAIL;
            client.emit(event.apply(end));
            System.out.println(words.get(1) + ": " + end);
        }
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException cannotStart) {
            System.err.println(cannotStart.getMessage());
            return false;
        }
    }

    private static OpenLineage.RunEvent event(EventType type, UUID run, List<String> words) {
        String[] job = words.get(0).split("/", 2);
        var inputs = new ArrayList<OpenLineage.InputDataset>();
        names(words, "in:").forEach(name -> inputs.add(FACTS.newInputDatasetBuilder()
                .namespace(name[0])
                .name(name[1])
                .build()));
        var outputs = new ArrayList<OpenLineage.OutputDataset>();
        names(words, "out:").forEach(name -> outputs.add(FACTS.newOutputDatasetBuilder()
                .namespace(name[0])
                .name(name[1])
                .build()));
        return FACTS.newRunEventBuilder()
                .eventType(type)
                .eventTime(ZonedDateTime.now(ZoneOffset.UTC))
                .run(FACTS.newRunBuilder().runId(run).build())
                .job(FACTS.newJobBuilder().namespace(job[0]).name(job[1]).build())
                .inputs(inputs)
                .outputs(outputs)
                .build();
    }

    private static Stream<String[]> names(List<String> words, String kind) {
        return words.stream()
                .filter(word -> word.startsWith(kind))
                .map(word -> word.substring(kind.length()).split("/", 2));
    }
}
