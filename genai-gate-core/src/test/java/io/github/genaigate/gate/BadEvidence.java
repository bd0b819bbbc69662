package io.github.genaigate.gate;

/**
 * A file that a requirement rests on, one of every format that is read.
 *
 * <p>{@code names} matches a message about it, {@code number} is a text with a number in it, and {@code other} the same
 * with the place for another number.
 */
enum BadEvidence {
    JMETER("jmeter-csv", ServiceFolder.JMETER, "latency-budget", "results.jtl|load-test", ",400,", ",%s,"),
    PROMPTFOO(
            "promptfoo",
            ServiceFolder.PROMPTFOO,
            "evaluation",
            "promptfoo.json|evals",
            "\"successes\": 60",
            "\"successes\": %s"),
    // a score that is no number does not make an open issue a lesser one
    SARIF(
            "sarif",
            ServiceFolder.SARIF,
            "security-review",
            "spotbugs.sarif|scan|Severity",
            "\"results\": []",
            "\"results\": [{\"ruleId\": \"SECRET\", \"level\": \"error\","
                    + " \"properties\": {\"security-severity\": %s}}]"),
    OPENLINEAGE(
            "openlineage",
            ServiceFolder.OPENLINEAGE,
            "data-lineage",
            "events.ndjson|lineage",
            "\"outputs\": []",
            "\"outputs\": [%s]"),
    CODEOWNERS(
            "codeowners",
            ServiceFolder.CODEOWNERS,
            "owner-assignment",
            "CODEOWNERS|Code owners",
            "* @acme/",
            "* %s@acme/"),
    // not beside the other load test, which would stand in for it as another kind
    K6("k6-json", ServiceFolder.K6, "latency-budget", "k6.json|smoke-test", "\"value\":400", "\"value\":%s");

    final String format;
    final String path;
    final String requirement;
    final String names;
    final String number;
    final String other;

    BadEvidence(String format, String path, String requirement, String names, String number, String other) {
        this.format = format;
        this.path = path;
        this.requirement = requirement;
        this.names = names;
        this.number = number;
        this.other = other;
    }

    BadEvidence next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
