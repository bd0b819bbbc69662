package io.github.genaigate.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules that call people when something goes wrong.
 *
 * @param alerts by place
 */
public record Alerts(List<Alert> alerts) implements Measurement {

    public Alerts {
        alerts = alerts.stream()
                .sorted(Comparator.comparing(Alert::place).thenComparing(Alert::name))
                .toList();
    }

    /**
     * One rule.
     *
     * @param severity how bad it is, in the organisation's own words, when it says so
     * @param runbook the link to what is to be done, when it has one
     */
    public record Alert(String name, Optional<String> severity, Optional<String> runbook, Place place) {}

    /** Rules are made for the service and not taken from it. */
    @Override
    public boolean isAboutContent() {
        return false;
    }

    @Override
    public String renewal() {
        return "Go through them again, and commit them";
    }

    @Override
    public Alerts merge(Measurement other) {
        return new Alerts(Stream.concat(alerts.stream(), Measurement.as(Alerts.class, other).alerts.stream())
                .toList());
    }
}
