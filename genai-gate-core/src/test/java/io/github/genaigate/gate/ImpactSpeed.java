package io.github.genaigate.gate;

import io.github.genaigate.model.Impact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/**
 * How long {@code policy-impact} takes over many services. To be run by hand, with a decision of a real service:
 *
 * <pre>
 * mvn test-compile -pl genai-gate-core
 * mvn exec:java -pl genai-gate-core -Dexec.classpathScope=test -Dexec.mainClass=io.github.genaigate.gate.ImpactSpeed \
 *   -Dexec.args="decision.json policy.yaml 10000"
 * </pre>
 *
 * It writes that many decisions of services with names of their own into a temporary folder, and prints for one thread and for as
 * many as there are cores the median of five runs, after one that does not count.
 */
final class ImpactSpeed {

    private static final int RUNS = 5;

    private ImpactSpeed() {}

    public static void main(String[] arguments) throws Exception {
        var decision = Files.readString(Path.of(arguments[0]));
        var policy = Path.of(arguments[1]).toAbsolutePath();
        int services = Integer.parseInt(arguments[2]);
        var folder = Files.createTempDirectory("impact");
        write(decision, services, folder);
        System.out.println(services + " decisions of " + decision.length() + " characters, "
                + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version());
        for (int threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
            var pool = new ForkJoinPool(threads);
            var times = new ArrayList<Long>();
            for (int run = 0; run <= RUNS; run++) {
                long begin = System.nanoTime();
                var impact = pool.submit(() -> impact(policy, folder)).get();
                if (impact.services().size() != services) {
                    throw new IllegalStateException(impact.problems() + " " + impact.unusable());
                }
                if (run > 0) {
                    times.add(System.nanoTime() - begin);
                }
            }
            times.sort(null);
            System.out.println(threads + " threads: " + times.get(RUNS / 2) / 1_000_000 + " ms");
            pool.shutdown();
        }
    }

    private static Impact impact(Path policy, Path folder) {
        return ServiceFolder.GATE.impact(
                new Requests(new GateRequest(
                                folder,
                                "genai-gate.yaml",
                                List.of(policy.toString()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                ServiceFolder.NOW,
                                Optional.empty(),
                                true,
                                folder))
                        .request(),
                folder,
                90);
    }

    private static void write(String decision, int services, Path folder) throws IOException {
        var name = decision.replaceFirst("(?s).*?\"service\": \"([^\"]*)\".*", "$1");
        for (int i = 0; i < services; i++) {
            var own = folder.resolve(String.valueOf(i / 1000));
            Files.createDirectories(own);
            Files.writeString(own.resolve(i + ".json"), decision.replace(name, name + "-" + i));
        }
    }
}
