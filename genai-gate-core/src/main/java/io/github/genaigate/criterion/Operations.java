package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Alerts;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody is called when something goes wrong, and knows what to do. */
public final class Operations implements Criterion {

    private static final Field<List<String>> ALERTS =
            Field.optional("alerts", Kind.list(Kind.EVIDENCE), "The alert rules.");

    private static final Setting<Integer> MINIMUM_ALERTS =
            Setting.of("minimumAlerts", Kind.COUNT, Strictness.larger(), "The fewest alerts of different names.");
    private static final Setting<Boolean> RUNBOOKS = Setting.of(
            "runbooks",
            Kind.FLAG,
            Strictness.larger(),
            "Whether every alert must link to what is to be done: by https, or to a document of the manifest.");
    private static final Setting<List<String>> SEVERITIES = Setting.of(
            "severities",
            Kind.list(Kind.LINE),
            Strictness.union(),
            "The severities of which there must be an alert each.");
    private static final Setting<List<String>> ROLES = Setting.of(
            "roles",
            Kind.list(Kind.TEXT),
            Strictness.union(),
            "The roles that must be named under owners, such as on-call.");

    private static final About ABOUT = new About(
            "operations",
            "Somebody is called when something goes wrong, and knows what to do.",
            List.of(MINIMUM_ALERTS, RUNBOOKS, SEVERITIES, ROLES),
            Optional.of(new Section("operations", Kind.group(ALERTS))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.ALERTS, Shape.DOCUMENT);
    }

    @Override
    public List<Problem> check(Demand demand) {
        return new Check(demand)
                .demandsSomething(
                        asksForAlerts(demand) || !roles(demand).isEmpty(),
                        "Add minimumAlerts, runbooks, severities or roles")
                .problems();
    }

    /** What an alert links to may be a document of the manifest. */
    @Override
    public Needs needs(Demand demand) {
        var age = demand.settings().find(CommonSettings.MAX_AGE);
        var documents = runbooks(demand) ? Document.evidence(demand) : List.<String>of();
        return Stream.concat(evidence(demand).stream(), documents.stream())
                .map(name -> Needs.reference(name, age))
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        if (asksForAlerts(demand)) {
            parts.addAll(
                    evidence(demand).isEmpty()
                            ? List.of(Part.unproven(
                                    "alerts",
                                    Reason.MISSING,
                                    "The manifest names no alert rules",
                                    "Name them under operations.alerts"))
                            : together(demand, facts)
                                    .judge("alerts", alerts -> alerts(demand, facts, alerts.alerts())));
        }
        roles(demand).forEach(role -> parts.add(new NamedRole(role).judge(demand)));
        return new Judgement(parts);
    }

    private static List<Part> alerts(Demand demand, Facts facts, List<Alerts.Alert> alerts) {
        var parts = new ArrayList<Part>();
        long names = alerts.stream().map(Alerts.Alert::name).distinct().count();
        int minimum = Math.max(1, demand.settings().find(MINIMUM_ALERTS).orElse(1));
        parts.add((names >= minimum
                        ? Part.met(
                                "alerts",
                                "Alerts: there " + Words.areOrIs(names) + ", demanded at least " + Words.count(minimum))
                        : Part.notMet(
                                "alerts",
                                Reason.INCOMPLETE,
                                "Alerts: there " + Words.areOrIs(names) + ", demanded at least " + Words.count(minimum),
                                "Add rules for what must not go unnoticed, such as late answers, failed requests and cost"))
                .observing(Observation.of("alerts", names, "alerts")));
        demand.settings().find(SEVERITIES).orElse(List.of()).forEach(severity -> parts.add(severity(severity, alerts)));
        if (runbooks(demand)) {
            var runbooks = new Runbooks(facts, Document.evidence(demand));
            alerts.forEach(alert -> parts.add(runbooks.judge(alert)));
        }
        return parts;
    }

    private static Part severity(String severity, List<Alerts.Alert> alerts) {
        var part = "severity " + Words.brief(severity);
        var subject = "Severity " + Words.brief(severity) + ": ";
        var known = alerts.stream()
                .flatMap(alert -> alert.severity().stream())
                .distinct()
                .sorted()
                .toList();
        long count = alerts.stream()
                .filter(alert -> alert.severity().filter(severity::equals).isPresent())
                .count();
        return count > 0
                ? Part.met(part, subject + Words.count(count, "alert"))
                : Part.notMet(
                        part,
                        Reason.MISSING,
                        subject + "no alert has it" + (known.isEmpty() ? "" : "; there " + Words.areOrIs(known)),
                        Words.meant(
                                severity,
                                known,
                                "Add labels: { severity: " + Words.brief(severity)
                                        + " } to the alerts for which somebody has to get up at night"));
    }

    /** All files of rules as one; a file that is not known proves nothing. */
    private static Lookup<Alerts> together(Demand demand, Facts facts) {
        return evidence(demand).stream()
                .map(name -> facts.evidence(name, Shape.ALERTS))
                .reduce((one, other) -> one.with(other, Alerts::merge))
                .orElseThrow();
    }

    private static boolean asksForAlerts(Demand demand) {
        return demand.settings().find(MINIMUM_ALERTS).orElse(0) > 0
                || demand.settings().find(SEVERITIES).isPresent()
                || runbooks(demand);
    }

    private static boolean runbooks(Demand demand) {
        return demand.settings().find(RUNBOOKS).orElse(false);
    }

    private static List<String> roles(Demand demand) {
        return demand.settings().find(ROLES).orElse(List.of());
    }

    private static List<String> evidence(Demand demand) {
        return demand.claims().section().flatMap(section -> section.find(ALERTS)).orElse(List.of()).stream()
                .distinct()
                .toList();
    }
}
