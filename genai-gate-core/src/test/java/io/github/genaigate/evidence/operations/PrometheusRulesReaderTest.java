package io.github.genaigate.evidence.operations;

import static io.github.genaigate.evidence.Readings.doubt;
import static io.github.genaigate.evidence.Readings.read;
import static io.github.genaigate.evidence.Readings.refusal;
import static io.github.genaigate.evidence.Readings.source;
import static io.github.genaigate.evidence.SampleFolder.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Alerts;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusRulesReaderTest {

    private static final PrometheusRulesReader READER = new PrometheusRulesReader();
    private static final String MEND = "; Write the rules as promtool check rules accepts them";

    private static List<Alerts.Alert> alerts(Source source) {
        return ((Alerts) read(READER, source).measurement()).alerts();
    }

    @Test
    void tellsTheAlertsOfAllGroups() {
        var reading = read(READER, source("alerts.yml", """
                        groups:
                          - name: first
                            rules:
                              - { record: a, expr: b }
                              - alert: Late
                                expr: a > 1
                                labels: { severity: critical }
                                annotations: { runbook_url: " docs/runbook.md " }
                          - name: empty
                          - name: second
                            rules: [{ alert: Dear, expr: "c > 1" }]
                        """));
        assertThat(((Alerts) reading.measurement()).alerts())
                .containsExactly(
                        new Alerts.Alert(
                                "Late",
                                Optional.of("critical"),
                                Optional.of("docs/runbook.md"),
                                new Place("alerts.yml", 5, 9)),
                        new Alerts.Alert("Dear", Optional.empty(), Optional.empty(), new Place("alerts.yml", 11, 13)));
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).isEmpty();
        assertThat(reading.doubt()).isEmpty();
    }

    @Test
    void readsTheResourceOfTheOperator() {
        assertThat(alerts(source("rule.yaml", """
                        apiVersion: monitoring.coreos.com/v1
                        kind: PrometheusRule
                        metadata: { name: chat }
                        spec:
                          groups:
                            - name: chat
                              rules: [{ alert: Late, expr: up == 0 }]
                        """)))
                .extracting(Alerts.Alert::name)
                .containsExactly("Late");
    }

    @Test
    void rulesWithoutAnAlertAreDoubted() {
        assertThat(doubt(read(READER, source("a.yml", "groups: [{ name: a, rules: [{ record: b, expr: c }] }]\n"))))
                .isEqualTo("INCOMPLETE: a.yml: The rules hold no alert; Add rules with alert and expr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '[]'                                                          | a.yml:1:1: The file is a list, not a map
                    'rules: []'                                                   | a.yml:1:1: The file has no groups of rules
                    'spec: { rules: [] }'                                         | a.yml:1:1: The file has no groups of rules
                    'groups: {}'                                                  | a.yml:1:9: groups is a map, not a list
                    'groups: [a]'                                                 | a.yml:1:10: A group is the text "a", not a map
                    'groups: [{ rules: a }]'                                      | a.yml:1:19: rules is the text "a", not a list
                    'groups: [{ rules: [a] }]'                                    | a.yml:1:20: A rule is the text "a", not a map
                    'groups: [{ rules: [{ alert: A }] }]'                         | a.yml:1:20: A rule has expr, and either alert or record
                    'groups: [{ rules: [{ alert: A, expr: "" }] }]'               | a.yml:1:20: A rule has expr, and either alert or record
                    'groups: [{ rules: [{ expr: b }] }]'                          | a.yml:1:20: A rule has expr, and either alert or record
                    'groups: [{ rules: [{ alert: A, record: A, expr: b }] }]'     | a.yml:1:20: A rule has expr, and either alert or record
                    'groups: [{ rules: [{ alert: , expr: b }] }]'                 | a.yml:1:28: alert is no text of at most 4000 characters
                    'groups: [{ rules: [{ alert: A, expr: b, labels: NaN }] }]'   | a.yml:1:49: labels is the text "NaN", not a map
                    """)
    void refusesWhatIsNoRule(String text, String complaint) {
        assertThat(refusal(READER, source("a.yml", text + "\n"))).isEqualTo("UNREADABLE: " + complaint + MEND);
    }

    @Test
    void refusesAliases() {
        assertThat(refusal(READER, source("a.yml", "groups: &a [*a]\n"))).startsWith("UNREADABLE: a.yml:1:9: ");
    }

    @Test
    void readsRulesThatOthersPublished() throws IOException {
        assertThat(severities("litellm.yml")).isEqualTo("3 warning");
        assertThat(severities("otel-collector.yml")).isEqualTo("5 critical, 7 warning");
    }

    private static String severities(String file) throws IOException {
        return alerts(sample("prometheus-rules/" + file)).stream()
                .peek(alert -> assertThat(alert.runbook()).isEmpty())
                .collect(Collectors.groupingBy(
                        alert -> alert.severity().orElse("none"), java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
