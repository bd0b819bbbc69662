package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsTest {

    @Test
    void theStricterAgeHolds() {
        var one = Needs.reference("prices", Optional.of(Duration.ofDays(90)));
        var other = Needs.reference("prices", Optional.of(Duration.ofDays(30)));
        assertThat(one.and(other).ages()).isEqualTo(Map.of("prices", Duration.ofDays(30)));
        assertThat(other.and(one)).isEqualTo(one.and(other));
        assertThat(one.and(Needs.reference("prices", Optional.empty())).ages())
                .isEqualTo(Map.of("prices", Duration.ofDays(90)));
        assertThat(one.and(Needs.evidence("load-test")).evidence()).containsOnlyKeys("prices", "load-test");
    }
}
