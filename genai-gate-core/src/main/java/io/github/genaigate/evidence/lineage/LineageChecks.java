package io.github.genaigate.evidence.lineage;

import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The checks of datasets that an OpenLineage event tells in its facet {@code dataQualityAssertions}. */
final class LineageChecks {

    private static final String FACET = "dataQualityAssertions";

    private LineageChecks() {}

    static List<QualityCheck> of(Value event) {
        Optional<Instant> at = event.get("eventTime").text().flatMap(Timestamps::zoned);
        var ids = new HashMap<String, Integer>();
        return Stream.concat(event.get("inputs").items().stream(), event.get("outputs").items().stream())
                .flatMap(dataset -> assertions(dataset).map(assertion -> check(dataset, assertion, ids, at)))
                .toList();
    }

    /** A facet that holds no list of assertions tells of one check that nobody knows the result of. */
    private static Stream<Value> assertions(Value dataset) {
        var facets = dataset.get("inputFacets");
        var assertions = facets.at(FACET, "assertions");
        return facets.has(FACET) && !assertions.isArray() ? Stream.of(Value.nothing()) : assertions.items().stream();
    }

    /** Assertions of one name are told apart by their order: nothing else in the event tells them apart. */
    private static QualityCheck check(Value dataset, Value assertion, Map<String, Integer> ids, Optional<Instant> at) {
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
        var id = looked + " " + text(assertion, "assertion") + " " + text(assertion, "column");
        return new QualityCheck(
                id + " " + ids.merge(id, 1, Integer::sum),
                looked,
                result,
                text(assertion, "severity").equals("warn"),
                at);
    }

    private static String text(Value assertion, String key) {
        return assertion.get(key).text().orElse("");
    }
}
