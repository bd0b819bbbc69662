package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under the built-in baseline no team leaves out the part of a load test that went wrong. */
class WarmUpLimitTest {

    @TempDir
    Path folder;

    @Test
    void theBaselineLimitsWhatMayBeLeftOut() {
        var service = ServiceFolder.ready(folder);
        service.edit(
                        ServiceFolder.MANIFEST,
                        "load-test: perf/results.jtl",
                        "load-test: { path: perf/results.jtl, warmUp: 11 min }")
                .commit()
                .write(ServiceFolder.JMETER, EvidenceTexts.jmeter(4_000, 400))
                .commit();

        for (var requirement : new String[] {"latency-budget", "capacity"}) {
            assertThat(ServiceFolder.finding(service.decide(), requirement).outcome())
                    .as(requirement)
                    .isEqualTo(Outcome.UNPROVEN);
            assertThat(ServiceFolder.finding(service.decide(), requirement)
                            .judgement()
                            .parts()
                            .toString())
                    .as(requirement)
                    .contains("10 min");
        }
    }
}
