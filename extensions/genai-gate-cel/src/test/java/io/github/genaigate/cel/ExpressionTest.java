package io.github.genaigate.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of a policy, from the file to the finding. */
class ExpressionTest {

    @TempDir
    Path folder;

    private ServiceUnderRules service;

    @BeforeEach
    void service() {
        service = ServiceUnderRules.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases[0].passed == 2 && cases[0].failed == 1 && cases[0].errored == 0 && cases[0].total == 3",
                "cases.all(c, c.all.exists(one, one.attributes['suite'] == 'grounded' && one.result == 'failed'))",
                "cases[0].evidence == 'tests'",
                "cases[0].passed > 1.5 && 1.5 < cases[0].passed",
                "double(cases[0].passed) / double(cases[0].total) > 0.66",
                "service.name == 'support-assistant' && service.stage == 'production'",
                "service.content.exists(glob, glob.startsWith('prompts/'))",
                "owners.exists(o, o.role == 'accountable' && o.id.matches('^@acme/'))",
                "now < timestamp('2027-01-01T00:00:00Z')",
                "now - duration('24h') > timestamp('2026-11-25T00:00:00Z')",
                "has(service.summary) || service.name != ''"
            })
    void holds(String expression) {
        var part = service.part(expression);

        assertThat(part.message()).isEqualTo("Rule first holds");
        assertThat(part.outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void tellsWhatIsSoWhenItDoesNotHold() {
        var part = service.part(
                "cases.all(c, c.failed == 0)",
                "{cases[0].failed} of {cases[0].total} cases failed, {double(cases[0].failed) / 2.0} a day, {{as meant}}",
                "Mend the cases of {cases.map(c, c.evidence)}");

        assertThat(part.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(part.name()).isEqualTo("rule first");
        assertThat(part.reason()).contains(Reason.NOT_ALLOWED);
        assertThat(part.message()).isEqualTo("Rule first does not hold: 1 of 3 cases failed, 0.5 a day, {as meant}");
        assertThat(part.mend()).contains("Mend the cases of tests");
        assertThat(part.places()).extracting(Object::toString).containsExactly("policy.yaml:11:9");
    }

    @Test
    void keepsTheRestOfAMessageOfWhichAValueIsMissing() {
        assertThat(service.part("cases[0].failed == 0", "{service.summary} has {cases[0].failed}", "Mend it")
                        .message())
                .isEqualTo("Rule first does not hold: {service.summary} has 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    samples.all(s, s.errors == 0)   | No evidence holds latency samples | Declare evidence that holds latency samples in the manifest
                    !samples.exists(s, s.errors > 0)| No evidence holds latency samples | Declare evidence that holds latency samples in the manifest
                    size(issues) == 0               | No evidence holds security issues | Declare evidence that holds security issues in the manifest
                    service.summary != ''           | Rule first cannot be decided, because a fact is missing: key 'summary' is not present in map. | Let the evidence tell it; where it may be missing, the policy asks with has() first
                    cases[7].passed > 0             | Rule first cannot be decided, because a fact is missing: Index out of bounds: 7 | Let the evidence tell it; where it may be missing, the policy asks with has() first
                    !cases[0].tokens.exists(m, true)| Rule first cannot be decided, because a fact is missing: key 'tokens' is not present in map. | Let the evidence tell it; where it may be missing, the policy asks with has() first
                    """)
    void provesNothingWithoutTheFact(String expression, String message, String mend) {
        var part = service.part(expression);

        assertThat(part.message()).isEqualTo(message);
        assertThat(part.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(part.reason()).contains(Reason.MISSING);
        assertThat(part.mend()).contains(mend);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    double(cases[0].errored) / double(cases[0].errored) > 0.5   | 0.0 / 0.0 is no number
                    !(double(cases[0].errored) / double(cases[0].errored) > 0.5)| 0.0 / 0.0 is no number
                    double(cases[0].total) / double(cases[0].errored) > 0.5     | 3.0 / 0.0 is no number
                    1e308 * 10.0 > 0.0                                          | 1.0E308 * 10.0 is no number
                    cases[0].total / cases[0].errored > 1                       | / by zero
                    cases[0].total * 9223372036854775807 > 1                    | long overflow
                    """)
    void provesNothingWhereItCannotBeComputed(String expression, String why) {
        var part = service.part(expression);

        assertThat(part.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(part.reason()).contains(Reason.INVALID);
        assertThat(part.message()).isEqualTo("Rule first cannot be computed: " + why);
        assertThat(part.mend()).contains("Let the policy exclude the values for which it cannot be computed");
    }

    @Test
    void provesNothingWhenItTakesTooLong() {
        var many = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]";
        var part = service.part("%s.all(a, %s.all(b, %s.all(c, %s.all(d, %s.all(e, %s.all(f, %s.all(g, a >= 0)))))))"
                .replace("%s", many));

        assertThat(part.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(part.reason()).contains(Reason.UNVERIFIABLE);
        assertThat(part.message()).isEqualTo("Rule first takes more than 1000000 steps");
        assertThat(part.mend()).contains("Take the totals of the evidence instead of its entries, or split the rule");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cases.all(c, c.pased == 0)   | is wrong at its character 15: undefined field 'pased'; Did you mean passed?
                    case[0].passed == 0          | is wrong at its character 1: undeclared reference to 'case' (in container ''); Did you mean cases?
                    cases[0].passed              | gives int, and a rule is true or false; Compare it with something
                    cases[0].passed == 2.0       | is wrong at its character 17: found no matching overload for '_==_' applied to '(int, double)'; Write double(…) around the whole number
                    [1, 'a'] == [1, 'b']         | mixes values of different types, and cannot be checked; Let each list and map hold values of one type
                    double('NaN') > 1.0          | is wrong at its character 7: found no matching overload for 'double' applied to '(string)'; Correct the expression
                    dyn(service).nam == 'x'      | is wrong at its character 4: undeclared reference to 'dyn' (in container ''); Take one of alerts, cases, components, documents, figures, issues, lineage, now, owners, samples, service
                    """)
    void refusesWhatCannotBeRightBeforeEvidenceIsOpened(String expression, String problem) {
        assertThat(service.problems(expression))
                .containsExactly("policy.yaml:12:9: The expression " + expression + " " + problem);
    }

    @Test
    void refusesWhatIsNoExpression() {
        assertThat(service.problems("cases[0].passed >"))
                .singleElement()
                .asString()
                .startsWith(
                        "policy.yaml:12:9: The expression cases[0].passed > is wrong at its character 18: mismatched input");
        assertThat(service.problems("(".repeat(200) + "true" + ")".repeat(200))).isNotEmpty();
        assertThat(service.problems("true" + " || true".repeat(300)))
                .singleElement()
                .asString()
                .contains("expression code point size exceeds limit");
    }

    @Test
    void refusesAMessageThatIsWrong() {
        assertThat(service.under("cases[0].failed == 0", "{cases[0].faild} failed }", "Mend {it")
                        .problems())
                .extracting(Object::toString)
                .containsExactly(
                        "policy.yaml:13:9: The expression cases[0].faild is wrong at its character 9:"
                                + " undefined field 'faild'; Did you mean failed?",
                        "policy.yaml:13:9: The message {cases[0].faild} failed } has a brace without its pair;"
                                + " Write {{ or }} for a brace that is meant",
                        "policy.yaml:14:9: The message Mend {it has a brace without its pair;"
                                + " Write {{ or }} for a brace that is meant");
    }

    @Test
    void refusesARequirementWithoutRules() {
        assertThat(service.policy("""
                                requirements:
                                  own-rules: { criterion: expression, levels: { production: block } }
                                """).problems())
                .extracting(Object::toString)
                .containsExactly("policy.yaml:7:3: Requirement own-rules demands nothing;"
                        + " Add rules, each with name, expression, message and mend");
    }

    @Test
    void looksAtAllEvidenceUnlessTheManifestNamesSome() {
        service.file("broken.xml", "<testsuite>");
        var evidence = "evidence: { tests: tests.xml, more: broken.xml }\n";

        var all = service.manifest(evidence).part("cases.all(c, c.errored == 0)");
        var named = service.manifest(evidence + "extensions: { expression: { evidence: [tests] } }\n")
                .part("cases.all(c, c.errored == 0)");

        assertThat(all.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(all.reason()).contains(Reason.UNREADABLE);
        assertThat(named.outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void addsWhatLayersDemand() {
        service.file("org.yaml", """
                apiVersion: genai-gate/v1
                kind: Policy
                name: org
                version: "1"
                stages: [poc, pilot, production]
                requirements:
                  own-rules:
                    criterion: expression
                    levels: { production: block }
                    rules: [{ name: above, expression: "cases[0].total > 1", message: Few, mend: More }]
                """);
        var more = service.policy("""
                extends: [org.yaml]
                requirements:
                  own-rules: { rules: [{ name: below, expression: "cases[0].total > 2", message: Few, mend: More }] }
                """);
        var loosened = service.policy("""
                extends: [org.yaml]
                requirements:
                  own-rules: { rules: [{ name: above, expression: "true", message: Few, mend: More }] }
                """);

        assertThat(more.findings().get(0).judgement().parts())
                .extracting(Part::message)
                .containsExactly("Rule above holds", "Rule below holds");
        assertThat(loosened.problems())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("org.yaml:10:5")
                .contains("policy.yaml:8:16");
    }
}
