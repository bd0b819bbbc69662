package io.github.genaigate.evidence.lineage;

import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The checks of datasets that an OpenLineage event tells in its facet {@code dataQualityAssertions}. */
final class LineageChecks {

    private LineageChecks() {}

    static List<QualityCheck> of(Value event) {
        Optional<Instant> at = event.get("eventTime").text().flatMap(Timestamps::zoned);
        return Stream.concat(event.get("inputs").items().stream(), event.get("outputs").items().stream())
                .flatMap(dataset -> dataset.at("inputFacets", "dataQualityAssertions", "assertions").items().stream()
                        .map(assertion -> check(dataset, assertion, at)))
                .toList();
    }

    private static QualityCheck check(Value dataset, Value assertion, Optional<Instant> at) {
        var looked = new TreeSet<Dataset>();
        dataset.get("namespace")
                .text()
                .ifPresent(namespace ->
                        dataset.get("name").text().ifPresent(name -> looked.add(new Dataset(namespace, name))));
        var result = assertion
                .get("success")
                .flag()
                .map(success -> success ? Result.PASSED : Result.FAILED)
                .orElse(Result.NOT_RUN);
        return new QualityCheck(
                looked + " " + text(assertion, "assertion") + " " + text(assertion, "column"),
                looked,
                result,
                text(assertion, "severity").equals("warn"),
                at);
    }

    private static String text(Value assertion, String key) {
        return assertion.get(key).text().orElse("");
    }
}
