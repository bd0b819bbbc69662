package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CasesTest {

    private static Cases cases(String id, Optional<Usage> usage) {
        return new Cases(List.of(new Cases.Case(id, Map.of(), Cases.Result.PASSED, Place.of("evals.json"))), usage);
    }

    private static Usage tokens(long tokens) {
        var each = Moments.of(BigDecimal.valueOf(tokens));
        return new Usage(new TreeMap<>(Map.of("gpt", new Usage.Tokens(each, each, each))));
    }

    /** What is known of a part would make the whole look cheap. */
    @Test
    void tokensAreToldOnlyWhenEveryFileTellsThem() {
        var told = cases("a", Optional.of(tokens(100)));
        var also = cases("b", Optional.of(tokens(300)));
        var silent = cases("c", Optional.empty());

        assertThat(told.merge(also).usage()).contains(tokens(100).plus(tokens(300)));
        assertThat(told.merge(silent).usage()).isEmpty();
        assertThat(silent.merge(told).usage()).isEmpty();
        assertThat(told.merge(silent).merge(also)).isEqualTo(told.merge(silent.merge(also)));
        assertThat(told.merge(silent).merge(also).usage()).isEmpty();
    }
}
