package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.Prices.Lifecycle;
import io.github.genaigate.model.Prices.Lifecycle.Status;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The claim that a model stays for a while.
 *
 * @param model as declared
 * @param notice how long before the end it counts as ended
 * @param demanded whether the end, or that none is known, must be told
 * @param assurance the weakest proof that is accepted, where the policy says so
 */
record Retirement(DeclaredModel model, Duration notice, boolean demanded, Optional<Assurance> assurance) {

    /** Nothing where nothing is told and nothing is demanded. */
    List<Part> judge(Facts facts) {
        if (model.lifecycle().isPresent()) {
            return facts.evidence(model.lifecycle().get(), Shape.PRICES)
                    .then(this::lifecycle)
                    .judge(part(), lifecycle -> List.of(judge(lifecycle, facts.at())));
        }
        if (model.retires().isPresent()) {
            return declared(new Lifecycle(Status.OFFERED, model.retires()), facts);
        }
        if (!demanded) {
            return List.of();
        }
        return model.isHeldByTeam()
                ? declared(new Lifecycle(Status.OFFERED, Optional.empty()), facts)
                : List.of(Part.unproven(
                                part(),
                                Reason.MISSING,
                                model.subject() + "nothing tells when it is retired",
                                "Add lifecycle, the name of a price table under evidence, or retires to the model")
                        .at(model.place()));
    }

    private String part() {
        return "retirement of " + model.title();
    }

    private List<Part> declared(Lifecycle lifecycle, Facts facts) {
        var known = Lookup.found(lifecycle, Assurance.DECLARED);
        return assurance
                .filter(least -> least != Assurance.DECLARED)
                .map(least -> known.doubtedFor(Absence.of(
                        Reason.WEAK_ASSURANCE,
                        model.subject() + "how long it stays is declared, and " + least.word() + " is demanded",
                        "Add lifecycle, the name of a price table under evidence, to the model")))
                .orElse(known)
                .judge(part(), said -> List.of(judge(said, facts.at())));
    }

    /** What the table says under any of the model's ids, and the manifest where it says so too. */
    private Lookup<Lifecycle> lifecycle(Prices table) {
        var told = model.ids().stream()
                .flatMap(id -> Optional.ofNullable(table.lifecycles().get(id)).stream())
                .reduce(Lifecycle::and);
        if (told.isEmpty()) {
            return Lookup.absent(Absence.of(
                    Reason.MISSING,
                    model.subject() + "the table " + model.lifecycle().orElseThrow() + " does not name "
                            + Words.brief(model.id().text()),
                    Words.meant(
                            model.id().text(),
                            table.lifecycles().keySet(),
                            "Renew the table, or add the id that the table uses to the aliases of the model"),
                    model.place()));
        }
        var all = told.get().and(new Lifecycle(Status.OFFERED, model.retires()));
        return all.status() == Status.UNCLEAR
                ? Lookup.absent(Absence.of(
                        Reason.UNVERIFIABLE,
                        model.subject() + "the table " + model.lifecycle().orElseThrow()
                                + " does not say clearly whether it is retired",
                        "Look into the table, and pin one that the provider published",
                        model.place()))
                : Lookup.found(all, Assurance.ATTESTED);
    }

    private Part judge(Lifecycle lifecycle, Instant now) {
        return outcome(lifecycle, now)
                .at(model.place())
                .observing(lifecycle.retires().map(day -> Observation.of("retires", day.toString())).stream()
                        .toArray(Observation[]::new));
    }

    private Part outcome(Lifecycle lifecycle, Instant now) {
        var replace = "Move to a model that stays, and take its evidence anew";
        if (lifecycle.retires().isEmpty()) {
            return lifecycle.status() == Status.DEPRECATED
                    ? Part.notMet(
                            part(),
                            Reason.STALE,
                            model.subject() + "it is deprecated, and nothing tells how long it stays",
                            replace)
                    : Part.met(
                            part(),
                            model.subject()
                                    + (model.lifecycle().isEmpty()
                                            ? "its weights are held by the team, and nobody takes it away"
                                            : "no retirement is announced"));
        }
        LocalDate day = lifecycle.retires().get();
        var end = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!now.isBefore(end)) {
            return Part.notMet(part(), Reason.STALE, model.subject() + "it is retired since " + day, replace);
        }
        String within = notice.isZero() ? "" : ", and a notice of " + Spans.format(notice) + " is demanded";
        if (Duration.between(now, end).compareTo(notice) <= 0) {
            return Part.notMet(part(), Reason.STALE, model.subject() + "it is retired on " + day + within, replace);
        }
        return Part.met(part(), model.subject() + "it is retired on " + day + within)
                .until(
                        end.minus(notice).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1),
                        "the model " + model.title() + " is retired on " + day + within);
    }
}
