package io.github.genaigate.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import io.github.genaigate.cel.Source.Named;
import io.github.genaigate.model.Alerts;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Service;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Usage;
import io.github.genaigate.model.Word;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts as expressions see them. The tables of {@code docs/expressions.md} are made from this class. */
final class Views {

    static final View<Service> SERVICE = View.<Service>of("Service")
            .with("name", STRING, "its name in the manifest", Service::name)
            .with("stage", STRING, "the stage that the manifest asks to enter", Service::stage)
            .maybe("summary", STRING, "what it is for", Service::summary)
            .with("content", list(STRING), "the globs of its content", Service::content)
            .maybe(
                    "tier",
                    STRING,
                    "how much hangs on it",
                    service -> service.attributes().word(Attribute.TIER))
            .maybe(
                    "riskClass",
                    STRING,
                    "by the EU AI Act",
                    service -> service.attributes().word(Attribute.RISK_CLASS))
            .maybe(
                    "personalData",
                    STRING,
                    "the most sensitive that it handles",
                    service -> service.attributes().word(Attribute.PERSONAL_DATA));

    static final View<Owner> OWNER = View.<Owner>of("Owner")
            .with("role", STRING, "such as accountable", Owner::role)
            .with("id", STRING, "an e-mail address, a @handle or a @team/handle", Owner::id);

    private static final View<Samples.Count> OPERATION = View.<Samples.Count>of("Operation")
            .with("requests", INT, "how many requests", Samples.Count::requests)
            .with("errors", INT, "how many of them failed", Samples.Count::errors);

    private static final View<Moments> AMOUNT = View.<Moments>of("Amount")
            .with("count", INT, "how many requests tell it", Moments::count)
            .with("sum", DOUBLE, "all together", moments -> number(moments.sum()))
            .maybe("mean", DOUBLE, "of one request", moments -> moments.mean().map(Views::number));

    private static final View<Usage.Tokens> TOKENS = View.<Usage.Tokens>of("Tokens")
            .with("input", AMOUNT.type(), "tokens sent", tokens -> AMOUNT.show(tokens.input()))
            .with("output", AMOUNT.type(), "tokens answered", tokens -> AMOUNT.show(tokens.output()))
            .with("cached", AMOUNT.type(), "tokens sent that a cache served", tokens -> AMOUNT.show(tokens.cached()));

    private static final View<Named<Samples>> SAMPLES = View.<Named<Samples>>of("Samples")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with("requests", INT, "all requests", named -> all(named).requests())
            .with("errors", INT, "all requests that failed", named -> all(named).errors())
            .with(
                    "operations",
                    map(OPERATION.type()),
                    "by operation",
                    named -> shown(named.measurement().operations(), OPERATION::show))
            .maybe(
                    "duration",
                    DURATION,
                    "how long load was put on",
                    named -> Optional.of(named.measurement())
                            .filter(Samples::isTimed)
                            .map(Samples::duration))
            .maybe(
                    "tokens",
                    map(TOKENS.type()),
                    "by the model's id",
                    named -> tokens(named.measurement().usage()));

    private static final View<Cases.Case> CASE = View.<Cases.Case>of("Case")
            .with("id", STRING, "what repeats of one case have in common", Cases.Case::id)
            .with("result", STRING, "passed, failed or errored", one -> word(one.result()))
            .with("attributes", map(STRING), "such as suite, category, provider or model", Cases.Case::attributes)
            .with("scores", map(DOUBLE), "by the name of the score", one -> shown(one.scores(), Views::number))
            .with("cached", BOOL, "whether the answer came out of a cache", Cases.Case::cached);

    private static final View<Named<Cases>> CASES = View.<Named<Cases>>of("Cases")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with("total", INT, "all cases, repeats counted one by one", named ->
                    (long) named.measurement().cases().size())
            .with("passed", INT, "those that passed", named -> ended(named, Cases.Result.PASSED))
            .with("failed", INT, "those that failed", named -> ended(named, Cases.Result.FAILED))
            .with("errored", INT, "those that ended in an error", named -> ended(named, Cases.Result.ERRORED))
            .with(
                    "all",
                    list(CASE.type()),
                    "one by one",
                    named -> shown(named.measurement().cases(), CASE::show))
            .maybe(
                    "tokens",
                    map(TOKENS.type()),
                    "by the model's id",
                    named -> tokens(named.measurement().usage()));

    private static final View<Issues.Issue> ISSUE = View.<Issues.Issue>of("Issue")
            .with("rule", STRING, "the id of the tool's rule", Issues.Issue::rule)
            .with("severity", STRING, "info, low, medium, high or critical", issue -> word(issue.severity()))
            .with("state", STRING, "open, suppressed or closed", issue -> word(issue.state()))
            .with("title", STRING, "what it is", Issues.Issue::title)
            .with("file", STRING, "where it was found", issue -> issue.place().file())
            .maybe("justification", STRING, "why it is suppressed", Issues.Issue::justification);

    private static final View<Issues.Run> SCAN = View.<Issues.Run>of("Scan")
            .with("tool", STRING, "the tool's name as it gives it", Issues.Run::tool)
            .maybe("version", STRING, "the tool's version", Issues.Run::version)
            .with(
                    "complete",
                    BOOL,
                    "whether what it did not find is not there",
                    run -> run.doubt().isEmpty())
            .with("issues", list(ISSUE.type()), "what it found", run -> shown(run.issues(), ISSUE::show));

    private static final View<Named<Issues>> ISSUES = View.<Named<Issues>>of("Issues")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with(
                    "scans",
                    list(SCAN.type()),
                    "one for each run of a tool",
                    named -> shown(named.measurement().runs(), SCAN::show));

    private static final View<Lineage.Run> RUN = View.<Lineage.Run>of("Run")
            .with("job", STRING, "namespace and name of the job", Lineage.Run::job)
            .with("state", STRING, "running, succeeded or failed", run -> word(run.state()))
            .maybe("at", TIMESTAMP, "when that was reported", Lineage.Run::at)
            .with("inputs", list(STRING), "namespace and name of each dataset read", run -> names(run.inputs()))
            .with("outputs", list(STRING), "namespace and name of each dataset written", run -> names(run.outputs()));

    private static final View<QualityCheck> CHECK = View.<QualityCheck>of("Check")
            .with("id", STRING, "what reports about one check have in common", QualityCheck::id)
            .with(
                    "datasets",
                    list(STRING),
                    "namespace and name of each dataset, if told",
                    check -> names(check.datasets()))
            .with("result", STRING, "defined, passed, not-run or failed", check -> word(check.result()))
            .with("warning", BOOL, "whether the tool calls its failure a warning", QualityCheck::warning)
            .maybe("at", TIMESTAMP, "when it ended", QualityCheck::at);

    private static final View<Named<Lineage>> LINEAGE = View.<Named<Lineage>>of("Lineage")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with(
                    "runs",
                    list(RUN.type()),
                    "one for each run",
                    named -> shown(named.measurement().runs(), RUN::show))
            .with(
                    "checks",
                    list(CHECK.type()),
                    "one for each check of a dataset",
                    named -> shown(named.measurement().checks(), CHECK::show));

    private static final View<Components.Component> COMPONENT = View.<Components.Component>of("Component")
            .with("type", STRING, "model or dataset", component -> word(component.type()))
            .with("names", list(STRING), "every exact name", component -> List.copyOf(component.names()))
            .with("versions", list(STRING), "every version", component -> List.copyOf(component.versions()))
            .with("licences", list(STRING), "ids, names or expressions", component -> List.copyOf(component.licences()))
            .maybe("digest", STRING, "the SHA-256 of its content", Components.Component::digest);

    private static final View<Named<Components>> COMPONENTS = View.<Named<Components>>of("Components")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with(
                    "all",
                    list(COMPONENT.type()),
                    "by type and name",
                    named -> shown(named.measurement().all(), COMPONENT::show));

    private static final View<Figures.Figure> FIGURE = View.<Figures.Figure>of("Figure")
            .with("name", STRING, "its name", Figures.Figure::name)
            .maybe("arm", STRING, "the group of a comparison that it is of", Figures.Figure::arm)
            .maybe("mean", DOUBLE, "the mean; of counts, the share", figure -> mean(figure.value()))
            .maybe("samples", INT, "how many samples it is made from", figure -> samples(figure.value()));

    private static final View<Named<Figures>> FIGURES = View.<Named<Figures>>of("Figures")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with(
                    "all",
                    list(FIGURE.type()),
                    "in the order of the file",
                    named -> shown(named.measurement().figures(), FIGURE::show));

    private static final View<Document.Section> SECTION = View.<Document.Section>of("Section")
            .with("title", STRING, "the heading", Document.Section::title)
            .with("words", INT, "how many different words stand below it", section -> (long) section.words())
            .maybe("placeholder", STRING, "why it is no more than a placeholder", Document.Section::placeholder);

    private static final View<Named<Document>> DOCUMENTS = View.<Named<Document>>of("Document")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with(
                    "owners",
                    list(STRING),
                    "whom it names as its owners",
                    named -> List.copyOf(named.measurement().owners()))
            .with(
                    "sections",
                    list(SECTION.type()),
                    "one for each heading",
                    named -> shown(named.measurement().sections(), SECTION::show));

    private static final View<Alerts.Alert> ALERT = View.<Alerts.Alert>of("Alert")
            .with("name", STRING, "its name", Alerts.Alert::name)
            .maybe("severity", STRING, "in the organisation's own words", Alerts.Alert::severity)
            .maybe("runbook", STRING, "the link to what is to be done", Alerts.Alert::runbook);

    private static final View<Named<Alerts>> ALERTS = View.<Named<Alerts>>of("Alerts")
            .with("evidence", STRING, "the name of the evidence in the manifest", Named::evidence)
            .with(
                    "all",
                    list(ALERT.type()),
                    "by place",
                    named -> shown(named.measurement().alerts(), ALERT::show));

    /** The variables that come from evidence. */
    static final List<Source<?>> SOURCES = List.of(
            new Source<>("samples", Shape.SAMPLES, SAMPLES),
            new Source<>("cases", Shape.CASES, CASES),
            new Source<>("issues", Shape.ISSUES, ISSUES),
            new Source<>("lineage", Shape.LINEAGE, LINEAGE),
            new Source<>("figures", Shape.FIGURES, FIGURES),
            new Source<>("components", Shape.COMPONENTS, COMPONENTS),
            new Source<>("documents", Shape.DOCUMENT, DOCUMENTS),
            new Source<>("alerts", Shape.ALERTS, ALERTS));

    /** Every type. */
    static final List<View<?>> ALL = List.of(
            SERVICE,
            OWNER,
            SAMPLES,
            OPERATION,
            TOKENS,
            AMOUNT,
            CASES,
            CASE,
            ISSUES,
            SCAN,
            ISSUE,
            LINEAGE,
            RUN,
            CHECK,
            FIGURES,
            FIGURE,
            COMPONENTS,
            COMPONENT,
            DOCUMENTS,
            SECTION,
            ALERTS,
            ALERT);

    private Views() {}

    private static ListType list(CelType element) {
        return ListType.create(element);
    }

    private static MapType map(CelType value) {
        return MapType.create(STRING, value);
    }

    private static Samples.Count all(Named<Samples> named) {
        return named.measurement().operations().values().stream().reduce(Samples.Count.NONE, Samples.Count::plus);
    }

    private static long ended(Named<Cases> named, Cases.Result result) {
        return named.measurement().cases().stream()
                .filter(one -> one.result() == result)
                .count();
    }

    private static Optional<Map<String, Object>> tokens(Optional<Usage> usage) {
        return usage.map(Usage::models).map((SortedMap<String, Usage.Tokens> models) -> shown(models, TOKENS::show));
    }

    private static Optional<Double> mean(Figures.Value value) {
        if (value instanceof Figures.Value.Sampled sampled) {
            return sampled.moments().mean().map(Views::number);
        }
        if (value instanceof Figures.Value.Counted counted) {
            return counted.trials() == 0
                    ? Optional.empty()
                    : Optional.of((double) counted.successes() / counted.trials());
        }
        return Optional.of(number(((Figures.Value.Reported) value).mean()));
    }

    private static Optional<Long> samples(Figures.Value value) {
        if (value instanceof Figures.Value.Sampled sampled) {
            return Optional.of(sampled.moments().count());
        }
        if (value instanceof Figures.Value.Counted counted) {
            return Optional.of(counted.trials());
        }
        var told = ((Figures.Value.Reported) value).samples();
        return told.isPresent() ? Optional.of(told.getAsLong()) : Optional.empty();
    }

    private static double number(BigDecimal number) {
        return number.doubleValue();
    }

    private static List<String> names(Collection<Lineage.Dataset> datasets) {
        return datasets.stream().map(Lineage.Dataset::toString).toList();
    }

    private static String word(Enum<?> word) {
        return word instanceof Word known
                ? known.word()
                : word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> List<Object> shown(Collection<T> all, Function<T, ?> show) {
        return all.stream().<Object>map(show).toList();
    }

    private static <T> Map<String, Object> shown(Map<String, T> all, Function<T, ?> show) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> show.apply(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
