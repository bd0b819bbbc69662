package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Spending;
import io.github.genaigate.model.Usage;
import io.github.genaigate.model.Usage.Tokens;
import io.github.genaigate.statistics.Mean;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A budget of tokens, to be judged on evidence that tells them and on a table of prices.
 *
 * @param name what it is called
 * @param evidence the name of the evidence that tells the tokens
 * @param prices the name of the price table
 * @param volume requests in a month
 * @param within what they may cost
 * @param model the id in the table of the only model in the evidence
 * @param models the ids in the table by the ids in the evidence; what is not in it is named alike in both
 */
record CostClaim(
        String name,
        String evidence,
        String prices,
        long volume,
        Spending within,
        Optional<String> model,
        Map<String, String> models,
        Place place) {

    private static final long MOST = 1_000_000_000_000L;

    String subject() {
        return "Budget " + Words.brief(name);
    }

    /** What the volume costs in a month; absent with the reason when it cannot be reckoned. */
    Lookup<Cost> cost(Facts facts) {
        var day = facts.at().atOffset(ZoneOffset.UTC).toLocalDate();
        return facts.usage(evidence)
                .then(usage -> facts.evidence(prices, Shape.PRICES).then(table -> cost(usage, table, day)));
    }

    private Lookup<Cost> cost(Usage usage, Prices table, LocalDate day) {
        if (!table.currency().equals(within.currency())) {
            return absent(
                    Reason.INVALID,
                    "it is in " + within.currency() + ", and the prices " + Words.brief(prices) + " are in "
                            + table.currency(),
                    "State the budget in " + table.currency());
        }
        if (model.isPresent() && usage.models().size() > 1) {
            return absent(
                    Reason.INVALID,
                    "it names one model, and " + Words.brief(evidence) + " has "
                            + Words.few(usage.models().keySet()),
                    "Write models in place of model, a map from each to its id in " + Words.brief(prices));
        }
        Lookup<List<Cost.Priced>> priced = Lookup.found(List.of(), Assurance.ATTESTED);
        for (var used : usage.models().entrySet()) {
            priced = priced.with(priced(used.getKey(), used.getValue(), table, day), CostClaim::joined);
        }
        return priced.then(this::cost);
    }

    private static List<Cost.Priced> joined(List<Cost.Priced> some, List<Cost.Priced> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Lookup<Cost> cost(List<Cost.Priced> priced) {
        long requests =
                priced.stream().mapToLong(one -> one.tokens().input().count()).sum();
        if (requests < Mean.ENOUGH) {
            return absent(
                    Reason.TOO_FEW_SAMPLES,
                    Words.brief(evidence) + " tells the tokens of " + Words.count(requests, "request")
                            + ", and what a request costs in the mean is not known from fewer than " + Mean.ENOUGH,
                    "Measure at least " + Mean.ENOUGH + " requests");
        }
        var cost = Cost.of(priced, volume);
        if (cost.isEmpty()) {
            return absent(
                    Reason.INVALID,
                    "the tokens of " + Words.brief(evidence) + " at the prices of " + Words.brief(prices)
                            + " are beyond any scale",
                    "Look into the price table, and pin one that the provider published");
        }
        return cost.get().isSpread()
                ? Lookup.found(cost.get(), Assurance.ATTESTED)
                : absent(
                        Reason.INCOMPLETE,
                        Words.brief(evidence) + " tells the tokens of " + Words.count(requests, "request")
                                + " that all cost the same, which says nothing of how much others cost",
                        "Measure requests such as users make");
    }

    /** The model with its price; nothing when it got no request. */
    private Lookup<List<Cost.Priced>> priced(String id, Tokens tokens, Prices table, LocalDate day) {
        var complaint = complaint(id, tokens);
        if (complaint.isPresent()) {
            return Lookup.absent(complaint.get());
        }
        return tokens.input().count() == 0
                ? Lookup.found(List.of(), Assurance.ATTESTED)
                : price(id, table, day).map(price -> List.of(new Cost.Priced(tokens, price)));
    }

    /** What is wrong with the tokens of a model. */
    private Optional<Absence> complaint(String id, Tokens tokens) {
        long requests = tokens.input().count();
        long cached = tokens.cached().count();
        var all = List.of(tokens.input(), tokens.output(), tokens.cached());
        if (tokens.output().count() != requests || (cached != requests && cached != 0)) {
            return Optional.of(absence(
                    Reason.INCOMPLETE,
                    Words.brief(evidence) + " does not tell both the input and the output tokens of every request"
                            + to(id),
                    "Let the tool tell the tokens of each request"));
        }
        if (requests > MOST || all.stream().anyMatch(moments -> moments.sum().signum() < 0)) {
            return Optional.of(absence(
                    Reason.INVALID,
                    Words.brief(evidence) + " tells impossible numbers of requests or tokens" + to(id),
                    "Let the tool write it again"));
        }
        boolean spreadUnknown = all.stream()
                .anyMatch(moments -> moments.count() > 1 && moments.deviation().isEmpty());
        return spreadUnknown
                ? Optional.of(absence(
                        Reason.INCOMPLETE,
                        Words.brief(evidence) + " tells only how many tokens " + Words.count(requests, "request")
                                + to(id) + " took together, not how they vary, so that no bound can be given",
                        "Give evidence with the tokens of each request"))
                : Optional.empty();
    }

    private static String to(String id) {
        return id.isEmpty() ? "" : " to " + Words.brief(id);
    }

    private Lookup<Price> price(String id, Prices table, LocalDate day) {
        var wanted = model.orElse(models.getOrDefault(id, id));
        if (wanted.isEmpty()) {
            return absent(
                    Reason.MISSING,
                    Words.brief(evidence) + " does not name the model",
                    "Add model, its id in " + Words.brief(prices));
        }
        var price = Optional.ofNullable(table.models().get(wanted));
        if (price.isEmpty()) {
            return absent(
                    Reason.MISSING,
                    Words.brief(prices) + " has no price for a token of " + Words.brief(wanted),
                    meant(wanted, table.models().keySet()));
        }
        if (price.get().rates().areNothing()) {
            return absent(
                    Reason.INCOMPLETE,
                    Words.brief(prices) + " has a price of nothing for " + Words.brief(wanted)
                            + ", which means that somebody else pays or that it is not known",
                    "Name a model with a price, or add what it really costs to the table");
        }
        if (price.get().retires().filter(end -> !day.isBefore(end)).isPresent()) {
            return absent(
                    Reason.STALE,
                    Words.brief(wanted) + " is no longer offered since "
                            + price.get().retires().get(),
                    "Measure with the model that takes its place");
        }
        return Lookup.found(price.get(), Assurance.ATTESTED);
    }

    /** The same model is often named with or without its provider. */
    private static String meant(String wanted, Collection<String> known) {
        var alike = Stream.concat(
                        known.stream().filter(id -> bare(id).equals(bare(wanted))),
                        known.stream().filter(id -> id.equals(bare(wanted))))
                .distinct()
                .toList();
        return alike.isEmpty()
                ? Words.meant(wanted, known, "Add its price to the table, or name the id that it has there as model")
                : "Add model, its id in the table, if it is one of " + Words.few(alike);
    }

    private static String bare(String id) {
        return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
    }

    private <T> Lookup<T> absent(Reason reason, String message, String mend) {
        return Lookup.absent(absence(reason, message, mend));
    }

    private Absence absence(Reason reason, String message, String mend) {
        return Absence.of(reason, subject() + ": " + message, mend, place);
    }
}
