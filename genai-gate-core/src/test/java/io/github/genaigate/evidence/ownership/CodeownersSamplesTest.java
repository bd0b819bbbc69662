package io.github.genaigate.evidence.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Ownership.Part;
import io.github.genaigate.model.Ownership.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeownersSamplesTest {

    private static Ownership ownership(String file, String name) throws Exception {
        Reading reading = Readings.read(new CodeownersReader(), SampleFolder.sample("codeowners/" + file, name));
        assertThat(reading.doubt()).isEmpty();
        return (Ownership) reading.measurement();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "defectdojo-CODEOWNERS                | .github/CODEOWNERS | 2  | 0  | 0 | 0",
                "gitlab-container-registry-CODEOWNERS | .gitlab/CODEOWNERS | 33 | 0  | 14 | 5",
                "gitlab-container-registry-CODEOWNERS | CODEOWNERS         | 33 | 0  | 14 | 5",
                "k6-CODEOWNERS                        | CODEOWNERS         | 3  | 1  | 0 | 0",
                "otel-proto-CODEOWNERS                | .github/CODEOWNERS | 3  | 0  | 0 | 0",
            })
    void readsTheFiguresOfTheIndex(String file, String name, int rules, int unowned, int sections, int exclusions)
            throws Exception {
        var ownership = ownership(file, name);
        var all = ownership.sections().stream()
                .flatMap(section -> section.rules().stream())
                .toList();
        assertThat(all.stream().map(Rule::place).distinct()).hasSize(rules);
        assertThat(all.stream()
                        .filter(rule -> rule.owners().isEmpty())
                        .map(Rule::place)
                        .distinct())
                .as("lines that own nothing, section defaults counted")
                .hasSize(unowned);
        assertThat(ownership.sections())
                .filteredOn(section -> !section.name().isEmpty())
                .hasSize(sections);
        assertThat(ownership.sections()).noneMatch(Part::optional);
        assertThat(all.stream().filter(Rule::excludes).map(Rule::place).distinct())
                .hasSize(exclusions);
    }

    @Test
    void tellsTheOwnersOfRealPaths() throws Exception {
        var registry = ownership("gitlab-container-registry-CODEOWNERS", ".gitlab/CODEOWNERS");
        assertThat(registry.owners("registry/storage/driver/s3.go"))
                .containsExactly("@gitlab-org/maintainers/container-registry", "@hswimelar", "@vespian_gl");
        assertThat(registry.owners("registry/storage/blob.go"))
                .containsExactly("@gitlab-org/maintainers/container-registry", "@hswimelar");
        assertThat(registry.owners("registry/datastore/a/loadbalancing_test.go"))
                .containsExactly("@gitlab-org/maintainers/container-registry", "@jdrpereira", "@suleimiahmed");

        var k6 = ownership("k6-CODEOWNERS", "CODEOWNERS");
        assertThat(k6.owners("release notes/v1.md")).isEmpty();
        assertThat(k6.owners("docs/features/a.md")).containsExactly("@andrewslotin", "@grafana/k6-core");
        assertThat(k6.owners("lib/run.go")).containsExactly("@grafana/k6-core");

        var otel = ownership("otel-proto-CODEOWNERS", ".github/CODEOWNERS");
        assertThat(otel.owners("opentelemetry/proto/profiles/v1/profiles.proto"))
                .containsExactly("@open-telemetry/profiling-approvers", "@open-telemetry/spec-sponsors");
    }
}
