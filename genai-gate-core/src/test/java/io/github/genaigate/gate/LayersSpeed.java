package io.github.genaigate.gate;

import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to read, merge and plan a policy of many layers. To be run by hand:
 *
 * <pre>
 * mvn test-compile -pl genai-gate-core
 * mvn exec:java -pl genai-gate-core -Dexec.classpathScope=test -Dexec.mainClass=io.github.genaigate.gate.LayersSpeed \
 *   -Dexec.args="20 500"
 * </pre>
 *
 * Each layer extends the one before it and tightens a value of every requirement. It prints the medians of many runs, after as many that
 * do not count.
 */
final class LayersSpeed {

    private static final int RUNS = 30;

    private LayersSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int layers = Integer.parseInt(arguments[0]);
        int requirements = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory("layers");
        long bytes = 0;
        for (int i = 0; i < layers; i++) {
            bytes += Files.size(Files.writeString(folder.resolve("layer" + i + ".yaml"), layer(i, requirements)));
        }
        var manifest = new ManifestLoader(ServiceFolder.GATE.catalogue(), List.of("jmeter"))
                .load("genai-gate.yaml", manifest())
                .value()
                .orElseThrow();
        var merging = new ArrayList<Long>();
        var planning = new ArrayList<Long>();
        for (int run = 0; run < 2 * RUNS; run++) {
            long begin = System.nanoTime();
            var policy = new PolicyLoader(ServiceFolder.GATE.catalogue(), new Tree(folder, folder))
                    .load(folder, List.of("layer" + (layers - 1) + ".yaml"));
            long merged = System.nanoTime();
            var plan = Plan.of(policy.value().orElseThrow(), manifest, ServiceFolder.GATE.criteria());
            long planned = System.nanoTime();
            if (plan.value().orElseThrow().items().size() != requirements) {
                throw new IllegalStateException("not every requirement was planned");
            }
            if (run >= RUNS) {
                merging.add(merged - begin);
                planning.add(planned - merged);
            }
        }
        System.out.println(layers + " layers of " + requirements + " requirements, " + bytes + " bytes, "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version());
        System.out.println("read and merged: " + median(merging) + " ms, planned: " + median(planning) + " ms");
    }

    private static String median(List<Long> times) {
        times.sort(null);
        return String.format(Locale.ROOT, "%.1f", times.get(times.size() / 2) / 1e6);
    }

    private static String layer(int number, int requirements) {
        var text = new StringBuilder("apiVersion: genai-gate/v1\nkind: Policy\nname: layer" + number
                + "\nversion: 1.0.0\n"
                + (number == 0 ? "stages: [poc, pilot, production]" : "extends: [layer" + (number - 1) + ".yaml]")
                + "\nrequirements:\n");
        for (int i = 0; i < requirements; i++) {
            text.append("  latency-").append(i).append(":\n");
            if (number == 0) {
                text.append(
                        "    criterion: latency-budget\n    levels: { pilot: warn, production: block }\n    confidence: 90 %\n");
            }
            text.append("    minimumSamples: ").append(100 + number).append('\n');
            text.append("    ceilings: [{ metric: duration, within: ")
                    .append(3_000 - number)
                    .append(" ms, share: 95 % }]\n");
        }
        return text.toString();
    }

    private static byte[] manifest() {
        return """
                apiVersion: genai-gate/v1
                kind: Readiness
                service: { name: speed, stage: production, content: [src/**] }
                owners: [{ role: accountable, id: kim@acme.example }]
                evidence: { load: { path: load.jtl, environment: loopback } }
                latency:
                  budgets: [{ name: answer, evidence: load, metric: duration, within: 1 s, share: 95 % }]
                """.getBytes(StandardCharsets.UTF_8);
    }
}
