package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataQualityTest {

    private static final DataQuality CRITERION = new DataQuality();
    private static final String HANDBOOK = "datasets: [{ dataset: handbook, evidence: checks }]";
    private static final String DECLARED = "datasets: [{ name: handbook, namespace: file, use: retrieval }]";
    private static final String ALL = "passing: 100 %";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Demand demand(String quality, String lineage, String settings) {
        return Fixture.withLineage(Fixture.demand(CRITERION, quality, settings), lineage);
    }

    private static QualityCheck check(String id, Result result, String... datasets) {
        return new QualityCheck(id, datasets(datasets), result, false, Optional.of(NOON));
    }

    private static TreeSet<Dataset> datasets(String... names) {
        var all = new TreeSet<Dataset>();
        Stream.of(names).forEach(name -> all.add(new Dataset(name.split(" ")[0], name.split(" ")[1])));
        return all;
    }

    private static Lineage lineage(QualityCheck... checks) {
        return new Lineage(List.of(), new TreeSet<>(), List.of(checks));
    }

    private static Facts facts(QualityCheck... checks) {
        return evidence("checks", lineage(checks));
    }

    private static String only(String settings, QualityCheck... checks) {
        var texts = texts(CRITERION, demand(HANDBOOK, DECLARED, settings), facts(checks));
        assertThat(texts).hasSize(1);
        return texts.get(0);
    }

    @Test
    void enoughChecksPassed() {
        var facts = facts(
                check("a", Result.PASSED, "file handbook"),
                check("b", Result.PASSED, "file handbook", "file other"),
                check("c", Result.FAILED, "file other"));
        var part = CRITERION
                .judge(demand(HANDBOOK, DECLARED, "{ passing: 100 %, minimumChecks: 2, everyDataset: true }"), facts)
                .worst();
        assertThat(Fixture.text(part)).isEqualTo("MET | Quality of handbook: 2 of 2 checks passed, demanded 100 %");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 1, 12));
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("passed 2 checks", "failed 0 checks", "warned 0 checks", "notRun 0 checks");
    }

    @Test
    void aDatasetIsKnownByItsAliases() {
        var declared = "datasets: [{ name: handbook, namespace: file, aliases: [{ namespace: dbt, name: a.b.c }] }]";
        assertThat(texts(
                        CRITERION,
                        demand(HANDBOOK, declared, ALL),
                        facts(check("a", Result.PASSED, "dbt a.b.c"), check("b", Result.FAILED, "dbt handbook"))))
                .containsExactly("MET | Quality of handbook: 1 of 1 check passed, demanded 100 %");
    }

    @Test
    void withoutChecksOfTheDatasetNothingIsProven() {
        var missing = "UNPROVEN missing | Quality of handbook: no check looks at it";
        var mend = " | Check it, or add the name that the results use to the aliases of the dataset";
        assertThat(only(ALL)).isEqualTo(missing + mend);
        assertThat(only(ALL, check("a", Result.PASSED, "file other"), check("b", Result.PASSED, "s3 handbook")))
                .isEqualTo(missing + mend);
        assertThat(only(ALL, check("a", Result.PASSED)))
                .isEqualTo(missing + "; the results do not tell which datasets their checks look at | Name the"
                        + " definitions of the checks too, such as dbt's manifest.json, or let each result name its"
                        + " data asset");
    }

    @Test
    void fewerChecksThanDemandedDoNotProve() {
        assertThat(only("{ passing: 100 %, minimumChecks: 2 }", check("a", Result.PASSED, "file handbook")))
                .isEqualTo("UNPROVEN incomplete | Quality of handbook: 1 of 1 check passed, demanded 100 %, and at"
                        + " least 2 checks must run | Add checks of what makes the dataset fit for its use");
    }

    @Test
    void aCheckThatFailedOrWarnedDidNotPass() {
        var passed = check("a", Result.PASSED, "file handbook");
        var failed = check("b", Result.FAILED, "file handbook");
        var warned = new QualityCheck("c", datasets("file handbook"), Result.FAILED, true, Optional.of(NOON));
        var mend = " | Mend the data, or the checks that are wrong, and run them again";
        assertThat(only(ALL, passed, failed))
                .isEqualTo("NOT_MET over-limit | Quality of handbook: 1 of 2 checks passed, demanded 100 %; 1 failed"
                        + mend);
        assertThat(only(ALL, passed, warned, failed))
                .isEqualTo("NOT_MET over-limit | Quality of handbook: 1 of 3 checks passed, demanded 100 %; 2 failed,"
                        + " 1 of them with a warning only" + mend);
        assertThat(only("passing: 50 %", passed, warned))
                .isEqualTo("MET | Quality of handbook: 1 of 2 checks passed, demanded 50 %; 1 failed, 1 of them with a"
                        + " warning only");
        assertThat(only("passing: 50.001 %", passed, warned)).startsWith("NOT_MET over-limit");
    }

    @ParameterizedTest
    @CsvSource({"NOT_RUN", "DEFINED"})
    void aCheckThatDidNotRunMayHaveFailed(Result open) {
        var told = "UNPROVEN incomplete | Quality of handbook: 1 of 2 checks passed, demanded ";
        var mend = "; 1 did not run | Run all of them to the end";
        for (String share : List.of("100 %", "50 %")) {
            assertThat(only(
                            "passing: " + share,
                            check("a", Result.PASSED, "file handbook"),
                            check("b", open, "file handbook")))
                    .isEqualTo(told + share + mend);
        }
        assertThat(only(ALL, check("a", Result.FAILED, "file handbook"), check("b", open, "file handbook")))
                .startsWith("NOT_MET over-limit | Quality of handbook: 0 of 2 checks passed");
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "NOT_RUN", "DEFINED"})
    void aCheckThatDoesNotTellItsDatasetMayBeAboutThisOne(Result result) {
        assertThat(only(ALL, check("a", Result.PASSED, "file handbook"), check("b", result), check("c", Result.PASSED)))
                .isEqualTo(
                        "UNPROVEN incomplete | Quality of handbook: 1 of 1 check passed, demanded 100 %; 1 check that"
                                + " did not pass may be about it | Let each check tell the dataset that it looks at");
    }

    @Test
    void aNameInSeveralNamespacesIsNoName() {
        var demand = demand(HANDBOOK, "datasets: [{ name: handbook }]", ALL);
        assertThat(texts(CRITERION, demand, facts(check("a", Result.PASSED, "s3 handbook"))))
                .containsExactly("MET | Quality of handbook: 1 of 1 check passed, demanded 100 %");
        assertThat(texts(
                        CRITERION,
                        demand,
                        facts(check("a", Result.PASSED, "s3 handbook"), check("b", Result.PASSED, "file handbook"))))
                .containsExactly("UNPROVEN unverifiable | Quality of handbook: its name is in more than one namespace:"
                        + " file handbook, s3 handbook | Write the namespace of the dataset under lineage.datasets");
    }

    private static QualityCheck at(String id, Optional<String> time) {
        return new QualityCheck(id, datasets("file handbook"), Result.PASSED, false, time.map(Instant::parse));
    }

    @Test
    void everyCheckIsYoungEnough() {
        var day = "{ passing: 100 %, maxAge: 24 h }";
        var young = at("a", Optional.of("2026-11-22T11:00:00Z"));
        assertThat(only(day, young, check("b", Result.PASSED, "file handbook"))).startsWith("MET | ");
        assertThat(only(day, young, at("b", Optional.of("2026-11-21T11:59:59Z"))))
                .isEqualTo(
                        "UNPROVEN stale | Quality of handbook: 2 of 2 checks passed, demanded 100 %; the oldest ran at"
                                + " 2026-11-21T11:59:59Z, longer ago than 1 d | Run the checks again");
        assertThat(only(day, young, at("b", Optional.empty())))
                .isEqualTo(
                        "UNPROVEN unverifiable | Quality of handbook: 2 of 2 checks passed, demanded 100 %; when 1 of"
                                + " them ran is not told, and at most 1 d ago is demanded | Let the tool write times into the"
                                + " file");
        assertThat(only(ALL, young, at("b", Optional.empty()))).startsWith("MET | ");
    }

    @Test
    void aCheckOfTheFutureProvesNothing() {
        assertThat(only(ALL, at("a", Optional.of("2026-11-22T12:05:00Z")))).startsWith("MET | ");
        assertThat(only(ALL, at("a", Optional.of("2026-11-22T12:05:01Z"))))
                .isEqualTo("UNPROVEN invalid | Quality of handbook: 1 of 1 check passed, demanded 100 %; one ran at"
                        + " 2026-11-22T12:05:01Z, which is after the clock of this run | Set the clock of the machine"
                        + " that runs the checks, and run them again");
    }

    @ParameterizedTest
    @CsvSource({
        "everyDataset: true, evaluation, true",
        "'uses: [retrieval, training]', retrieval, true",
        "'uses: [retrieval, training]', Retreival, true",
        "'uses: [retrieval, training]', rag, true",
        "'uses: [retrieval, training]', , true",
        "'uses: [retrieval, training]', evaluation, false",
        "minimumChecks: 1, retrieval, false"
    })
    void aDatasetThatNobodyChecksIsTold(String setting, String use, boolean demanded) {
        var declared = DECLARED.replace("]", ", { name: tickets" + (use == null ? "" : ", use: " + use) + " }]");
        var told = texts(
                CRITERION,
                demand(HANDBOOK, declared, ALL + "\n" + setting),
                facts(check("a", Result.PASSED, "file handbook")));
        assertThat(told).first().isEqualTo("MET | Quality of handbook: 1 of 1 check passed, demanded 100 %");
        assertThat(told.subList(1, told.size()))
                .isEqualTo(
                        demanded
                                ? List.of(
                                        "UNPROVEN missing | Quality of tickets: the manifest names no results of checks"
                                                + " | Add the dataset and its evidence under dataQuality.datasets")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({"everyDataset: true", "uses: [retrieval]"})
    void whoDeclaresNoDatasetDoesNotChooseWhatIsChecked(String setting) {
        var passed = facts(check("a", Result.PASSED, "file handbook"));
        assertThat(texts(CRITERION, demand(HANDBOOK, "evidence: [events]", ALL + "\n" + setting), passed))
                .containsExactly(
                        "MET | Quality of handbook: 1 of 1 check passed, demanded 100 %",
                        "UNPROVEN missing | The manifest declares no dataset, and does not tell which ones must be checked"
                                + " | Declare every dataset under lineage.datasets");
        assertThat(texts(CRITERION, Fixture.demand(CRITERION, HANDBOOK, ALL), passed))
                .containsExactly("MET | Quality of handbook: 1 of 1 check passed, demanded 100 %");
    }

    @Test
    void withoutAnyClaimNothingIsProven() {
        assertThat(texts(CRITERION, Fixture.demand(CRITERION, "", ALL), Fixture.nothing()))
                .containsExactly("UNPROVEN missing | The manifest names no dataset that is checked | Add each dataset"
                        + " and the results of its checks under dataQuality.datasets");
    }

    @Test
    void doubtfulOrAbsentEvidenceProvesNothing() {
        var demand = demand("datasets: [{ dataset: handbook, evidence: checks, definitions: project }]", DECLARED, ALL);
        Lookup<Measurement> passed = Lookup.found(lineage(check("a", Result.PASSED)), Assurance.MEASURED);
        Lookup<Measurement> defined =
                Lookup.found(lineage(check("a", Result.DEFINED, "file handbook")), Assurance.MEASURED);
        assertThat(texts(CRITERION, demand, evidence(Map.of("checks", passed, "project", defined))))
                .containsExactly("MET | Quality of handbook: 1 of 1 check passed, demanded 100 %");
        var old =
                "UNPROVEN stale | It is old (Quality of handbook: 1 of 1 check passed, demanded 100 %) | Make it anew";
        assertThat(texts(CRITERION, demand, evidence(Map.of("checks", passed.doubtedFor(DOUBT), "project", defined))))
                .containsExactly(old);
        assertThat(texts(CRITERION, demand, evidence(Map.of("checks", passed, "project", defined.doubtedFor(DOUBT)))))
                .containsExactly(old);
        var nothing = "UNPROVEN missing | Nothing is there | Put something there";
        assertThat(texts(CRITERION, demand, evidence(Map.of("checks", passed, "project", Lookup.absent(NOT_THERE)))))
                .containsExactly(nothing);
        assertThat(texts(CRITERION, demand, evidence(Map.of("checks", Lookup.absent(NOT_THERE), "project", defined))))
                .containsExactly(nothing);
        Lookup<Measurement> failed =
                Lookup.doubtful(lineage(check("a", Result.FAILED, "file handbook")), Assurance.MEASURED, DOUBT);
        assertThat(texts(CRITERION, demand, evidence(Map.of("checks", failed, "project", defined))))
                .first()
                .asString()
                .startsWith("NOT_MET over-limit | ");
    }

    @Test
    void aClaimIsAboutOneDeclaredDataset() {
        assertThat(problems(CRITERION, demand("datasets: [{ dataset: handbok, evidence: a }]", DECLARED, ALL)))
                .containsExactly("genai-gate.yaml:1:14: Dataset handbok is not declared under lineage.datasets; Write"
                        + " handbook if that is what is meant");
        assertThat(problems(CRITERION, demand("datasets: [{ dataset: tickets, evidence: a }]", DECLARED, ALL)))
                .containsExactly("genai-gate.yaml:1:14: Dataset tickets is not declared under lineage.datasets; Declare"
                        + " it there");
        var twice = DECLARED.replace("]", ", { name: handbook, namespace: s3 }]");
        assertThat(problems(CRITERION, demand(HANDBOOK, twice, ALL)))
                .containsExactly("genai-gate.yaml:1:14: Dataset handbook is declared more than once under"
                        + " lineage.datasets; Give one of them an alias, and write that");
        assertThat(problems(CRITERION, demand(HANDBOOK, DECLARED, ALL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimumChecks: 3", "passing: 0 %"})
    void thePolicyDemandsAShare(String settings) {
        assertThat(problems(CRITERION, demand(HANDBOOK, DECLARED, settings)))
                .containsExactly(
                        "policy.yaml:1:1: Requirement data-quality demands nothing; Write the share of checks that must"
                                + " pass, such as passing: 100 %");
    }
}
