package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {

    @ParameterizedTest
    @CsvSource({
        // property, its value, interactive, terminal, NO_COLOR, wanted
        "style.color, always, false, false, true, true",
        "style.color, never, true, true, false, false",
        "maven.style.color, always, false, false, true, true",
        "maven.style.color, never, true, true, false, false",
        "style.color, auto, true, true, false, true",
        "style.color, auto, false, true, false, false",
        "style.color, auto, true, false, false, false",
        "style.color, auto, true, true, true, false",
        "other, always, true, true, false, true",
        "other, always, true, false, false, false",
    })
    void followsMaven(
            String property, String value, boolean interactive, boolean terminal, boolean none, boolean wanted) {
        var user = new Properties();
        user.setProperty(property, value);
        Map<String, String> environment = none ? Map.of("NO_COLOR", "1") : Map.of();
        assertThat(Colour.wanted(user, interactive, terminal, environment)).isEqualTo(wanted);
    }
}
