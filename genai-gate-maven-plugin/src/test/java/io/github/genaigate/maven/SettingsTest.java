package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Problem;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void putsTheCommandLineBeforeThePom() {
        var settings = settings("genai-gate.manifest=a.yaml");
        assertThat(settings.first(Settings.MANIFEST, "b.yaml")).contains("a.yaml");
        assertThat(settings.source(Settings.MANIFEST)).isEqualTo("-Dgenai-gate.manifest");
    }

    @Test
    void takesThePomWhereTheCommandLineIsSilent() {
        var settings = settings();
        assertThat(settings.first(Settings.MANIFEST, " b.yaml ")).contains("b.yaml");
        assertThat(settings.first(Settings.MANIFEST, null)).isEmpty();
        assertThat(settings.source(Settings.MANIFEST)).isEqualTo("genai-gate.manifest in pom.xml");
    }

    @Test
    void letsThePomAddPoliciesAndNeverRemoveOne() {
        var settings = settings("genai-gate.policy=org.yaml, division.yaml");
        assertThat(settings.both(Settings.POLICY, List.of("team.yaml", "org.yaml")))
                .containsExactly("org.yaml", "division.yaml", "team.yaml");
        assertThat(settings.both(Settings.POLICY, null)).containsExactly("org.yaml", "division.yaml");
        assertThat(settings().both(Settings.POLICY, List.of("team.yaml"))).containsExactly("team.yaml");
        assertThat(settings().both(Settings.POLICY, null)).isEmpty();
    }

    @Test
    void refusesOfThePomWhatOnlyTheCommandLineMaySet() {
        var settings = settings();
        assertThat(settings.onlyCommandLine(Settings.AS_OF, "2026-01-01")).isEmpty();
        assertThat(problems(settings))
                .containsExactly("genai-gate.asOf in pom.xml: Only the command line may set genai-gate.asOf;"
                        + " Remove it from the POM, and give it as -Dgenai-gate.asOf where it is needed");

        var given = settings("genai-gate.asOf=2026-12-15");
        assertThat(given.onlyCommandLine(Settings.AS_OF, "2026-01-01")).contains("2026-12-15");
        assertThat(given.pom(Settings.AS_OF, "2026-01-01")).isEmpty();
        assertThat(settings().onlyCommandLine(Settings.AS_OF, null)).isEmpty();
        assertThat(problems(given)).isEmpty();
    }

    @Test
    void takesListsFromOneOfThem() {
        assertThat(settings("genai-gate.reports=html,json").firstList(Settings.REPORTS, List.of("markdown")))
                .containsExactly("html", "json");
        assertThat(settings().firstList(Settings.REPORTS, List.of("markdown"))).containsExactly("markdown");
        assertThat(settings().firstList(Settings.REPORTS, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, true",
        "false, true, false",
        ", true, true",
        ", false, false",
        ", ,false",
        "true, treu, true"
    })
    void readsFlags(String commandLine, String pom, boolean expected) {
        var settings = commandLine == null ? settings() : settings("genai-gate.skip=" + commandLine);
        assertThat(settings.flag(Settings.SKIP, pom)).isEqualTo(expected);
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void refusesAFlagThatIsNone() {
        var settings = settings("genai-gate.skip=yes");
        assertThat(settings.flag(Settings.SKIP, "true")).isFalse();
        assertThat(problems(settings))
                .containsExactly("-Dgenai-gate.skip: The value \"yes\" of genai-gate.skip is neither true nor false;"
                        + " Write true or false");
    }

    @Test
    void refusesAMisspeltFlagOfThePom() {
        var settings = settings();
        assertThat(settings.flag(Settings.AT_LEAST_AS_STRICT, "treu")).isFalse();
        assertThat(problems(settings))
                .containsExactly(
                        "genai-gate.atLeastAsStrict in pom.xml: The value \"treu\" of genai-gate.atLeastAsStrict"
                                + " is neither true nor false; Did you mean true?");
    }

    @Test
    void refusesAMisspeltProperty() {
        assertThat(problems(settings("genai-gate.polcy=a.yaml")))
                .containsExactly("-Dgenai-gate.polcy: There is no parameter genai-gate.polcy;"
                        + " Did you mean genai-gate.policy?");
    }

    @Test
    void refusesAnUnknownPropertyThatIsLikeNone() {
        assertThat(problems(settings("genai-gate.x=a.yaml")))
                .containsExactly("-Dgenai-gate.x: There is no parameter genai-gate.x; Take one of "
                        + String.join(", ", Settings.ALL));
    }

    @Test
    void refusesAnEmptyValue() {
        var settings = settings("genai-gate.policy=");
        assertThat(problems(settings))
                .containsExactly("-Dgenai-gate.policy: The value of genai-gate.policy is empty;"
                        + " Give it a value, or leave it out");
        assertThat(settings.both(Settings.POLICY, null)).isEmpty();
    }

    @Test
    void refusesAListOfNothing() {
        assertThat(problems(settings("genai-gate.policy=,")))
                .containsExactly("-Dgenai-gate.policy: The value of genai-gate.policy is empty;"
                        + " Give it a value, or leave it out");
    }

    @Test
    void refusesWhatTheTreeAddsToTheCommandLine() {
        var settings = settings("genai-gate.policy=org.yaml", "genai-gate.policyDigest=ab", "genai-gate.skip=true");
        settings.refuse("-Dgenai-gate.policyDigest=ab\n-D\"genai-gate.skip=true\"");
        var mend = " as if it were the command line; Remove it there, and write it in the POM or on the command line";
        assertThat(problems(settings))
                .containsExactly(
                        "-Dgenai-gate.policyDigest: The folder .mvn of the tree under judgement sets"
                                + " genai-gate.policyDigest" + mend,
                        "-Dgenai-gate.skip: The folder .mvn of the tree under judgement sets genai-gate.skip" + mend);
    }

    @Test
    void leavesOtherPropertiesAlone() {
        assertThat(settings("skipTests=", "genai.policy=x", "genai-gate.version=0.1.0")
                        .problems())
                .isEmpty();
    }

    private static List<String> problems(Settings settings) {
        return settings.problems().stream().map(Problem::toString).toList();
    }

    private static Settings settings(String... properties) {
        var user = new Properties();
        for (String property : properties) {
            int end = property.indexOf('=');
            user.setProperty(property.substring(0, end), property.substring(end + 1));
        }
        return new Settings(user);
    }
}
