package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final List<String> KNOWN =
            List.of("apiVersion", "evidence", "kind", "latency", "owners", "service", "signOffs", "waivers");

    @ParameterizedTest
    @CsvSource({
        "evidnece, evidence",
        "evidences, evidence",
        "Evidence, evidence",
        "api-version, apiVersion",
        "api_version, apiVersion",
        "signoffs, signOffs",
        "owner, owners",
        "kidn, kind",
        "latncy, latency"
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Names.nearest(written, KNOWN)).contains(meant);
    }

    @Test
    void suggestsNothingFarAway() {
        assertThat(Names.nearest("cost", KNOWN)).isEmpty();
        assertThat(Names.nearest("", KNOWN)).isEmpty();
        assertThat(Names.nearest("kind", List.of())).isEmpty();
        assertThat(Names.nearest("evidence".repeat(1_000), KNOWN)).isEmpty();
    }

    @Test
    void prefersTheNearestAndThenTheFirstInTheAlphabet() {
        assertThat(Names.nearest("abcx", List.of("abcdx", "abcx", "abc"))).contains("abcx");
        assertThat(Names.nearest("ab", List.of("ac", "aa"))).contains("aa");
    }

    @Test
    void survivesOneMistakeInAnyLongName() {
        var random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            var name = KNOWN.get(random.nextInt(KNOWN.size()));
            var letters = new StringBuilder(name);
            int at = random.nextInt(letters.length());
            switch (random.nextInt(3)) {
                case 0 -> letters.deleteCharAt(at);
                case 1 -> letters.insert(at, 'q');
                default -> letters.setCharAt(at, 'q');
            }
            assertThat(Names.nearest(letters.toString(), new ArrayList<>(KNOWN)))
                    .as(letters.toString())
                    .contains(name);
        }
    }
}
