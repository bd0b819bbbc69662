package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Spending;
import io.github.genaigate.model.Strictness;
import io.github.genaigate.statistics.Family;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of the volume that is planned cost no more than the budget. */
public final class CostBudget implements Criterion {

    private static final Field<String> NAME = Field.required("name", Kind.TEXT, "What the budget is called.");
    private static final Field<String> EVIDENCE =
            Field.required("evidence", Kind.EVIDENCE, "The run that tells the tokens of its requests.");
    private static final Field<String> PRICES =
            Field.required("prices", Kind.EVIDENCE, "The price table, pinned in the repository.");
    private static final Field<Long> VOLUME = Field.required(
            "volume", Kind.VOLUME, "How many requests to models are planned; what asks two models is two requests.");
    private static final Field<Spending> WITHIN =
            Field.required("within", Kind.SPENDING, "What their tokens may cost, in the currency of the table.");
    private static final Field<String> MODEL = Field.optional(
            "model", Kind.LINE, "The id in the table of the model in the evidence, when it is named otherwise there.");
    private static final Field<Map<String, String>> MODELS = Field.optional(
            "models",
            new Kind.MapOf<>("models in the evidence", Kind.LINE),
            "The ids in the table of several models, by their ids in the evidence.");

    private static final Field<List<Entry>> BUDGETS = Field.optional(
            "budgets",
            Kind.list(Kind.group(NAME, EVIDENCE, PRICES, VOLUME, WITHIN, MODEL, MODELS)),
            "What the team plans to spend.");

    private static final Setting<Spending> CEILING = Setting.of(
            "within", Kind.SPENDING, Spending.smaller(), "What all budgets together may cost, whatever each promises.");
    private static final Setting<Duration> MAXIMUM_PRICE_AGE = Setting.of(
            "maximumPriceAge",
            Kind.DURATION,
            Strictness.smaller(),
            "The greatest age of price tables, by the commit that brought them; maxAge is not for them.");
    private static final Setting<Integer> MINIMUM_SAMPLES = Setting.of(
            "minimumSamples", Kind.COUNT, Strictness.larger(), "The fewest requests from which a cost is proven.");

    private static final About ABOUT = new About(
            "cost-budget",
            "The tokens of the volume that is planned cost no more than the budget.",
            List.of(CEILING, MAXIMUM_PRICE_AGE, MINIMUM_SAMPLES),
            Optional.of(new Section("cost", Kind.group(BUDGETS))));

    private static final String SPEND_LESS =
            "Spend fewer tokens on a request, take a cheaper model, or plan for a larger budget";

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.SAMPLES, Shape.CASES, Shape.PRICES);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand).confidence().unique(budgets(demand), NAME, "Budget");
        for (Entry budget : budgets(demand)) {
            var what = "Budget " + Words.brief(budget.get(NAME));
            if (budget.get(WITHIN).amount().signum() == 0) {
                check.problem(
                        budget.placeOf(WITHIN),
                        what + " allows no money at all",
                        "Write an amount such as 3000 USD/month");
            }
            if (budget.find(MODEL).isPresent() && budget.find(MODELS).isPresent()) {
                check.problem(
                        budget.placeOf(MODELS),
                        what + " has both model and models",
                        "Keep models when there are several");
            }
        }
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        var age = demand.settings().find(MAXIMUM_PRICE_AGE);
        return budgets(demand).stream()
                .map(budget -> Needs.evidence(budget.get(EVIDENCE)).and(Needs.reference(budget.get(PRICES), age)))
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var claims = budgets(demand).stream().map(CostBudget::claim).toList();
        if (claims.isEmpty()) {
            return new Judgement(List.of(Part.unproven(
                    "budgets",
                    Reason.MISSING,
                    "The manifest declares no cost budget",
                    "Add a budget under cost.budgets, with evidence that tells tokens and a price table")));
        }
        var parts = new ArrayList<Part>();
        claims.forEach(claim -> parts.addAll(claim.cost(facts)
                .judge("budget " + Words.brief(claim.name()), cost -> List.of(judge(demand, claim, cost)))));
        demand.settings().find(CEILING).ifPresent(most -> parts.addAll(total(demand, facts, claims, most)));
        return new Judgement(parts);
    }

    private static Part judge(Demand demand, CostClaim claim, Cost cost) {
        var bounds = bounds(List.of(cost), claim.within(), confidence(demand));
        var observed = claim.subject() + ": " + Words.count(claim.volume(), "request") + "/month cost "
                + bounds.observed() + " by the mean of " + Words.count(cost.requests(), "request");
        return part("budget " + Words.brief(claim.name()), observed, "budgeted", bounds, List.of(cost), demand)
                .observing(Observation.of("volume", claim.volume(), "requests/month"))
                .at(claim.place());
    }

    /** Every bound at a confidence at which all of them hold together, whatever they have to do with each other. */
    private static List<Part> total(Demand demand, Facts facts, List<CostClaim> claims, Spending most) {
        var place = demand.settings()
                .origin(CEILING)
                .map(origin -> origin.place())
                .orElse(demand.claims().manifest());
        var foreign = claims.stream()
                .filter(claim -> !claim.within().currency().equals(most.currency()))
                .findFirst();
        if (foreign.isPresent()) {
            return List.of(Part.unproven(
                            "total",
                            Reason.INVALID,
                            "All budgets together: the policy allows " + spending(most) + ", and "
                                    + foreign.get().subject() + " is in "
                                    + foreign.get().within().currency(),
                            "State every budget in " + most.currency())
                    .at(place));
        }
        var costs = claims.stream()
                .map(claim -> claim.cost(facts).map(List::of))
                .reduce((one, other) -> one.with(other, CostBudget::joined))
                .orElseThrow();
        return costs.judge("total", all -> {
            var bounds = bounds(all, most, new Family(confidence(demand), all.size()).bonferroni());
            var observed = "All budgets together: " + bounds.observed() + " by their means";
            return List.of(
                    part("total", observed, "allowed", bounds, all, demand).at(place));
        });
    }

    private static List<Cost> joined(List<Cost> some, List<Cost> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static Bounds bounds(List<Cost> costs, Spending within, Share confidence) {
        return new Bounds(
                costs.stream().map(cost -> cost.usual().observed()).reduce(BigDecimal.ZERO, BigDecimal::add),
                costs.stream()
                        .mapToDouble(cost -> cost.usual().lower(confidence))
                        .sum(),
                costs.stream()
                        .mapToDouble(cost -> cost.dearest().upper(confidence))
                        .sum(),
                within.amount(),
                true,
                within.currency() + "/month");
    }

    private static Part part(
            String name, String observed, String demanded, Bounds bounds, List<Cost> costs, Demand demand) {
        long requests = costs.stream().mapToLong(Cost::requests).min().orElse(0);
        int minimum = demand.settings().find(MINIMUM_SAMPLES).orElse(0);
        var confidence = confidence(demand);
        boolean open = bounds.outcome() == Outcome.UNPROVEN;
        var message = observed + ", " + demanded + " " + bounds.demanded()
                + (open ? ", which is neither proven nor refuted" : "") + " (" + bounds.decisive() + " with confidence "
                + confidence + ")";
        var part = switch (bounds.outcome()) {
            case MET ->
                requests >= minimum
                        ? Part.met(name, message)
                        : Part.unproven(
                                name,
                                Reason.TOO_FEW_SAMPLES,
                                message + ", and at least " + Words.count(minimum, "request") + " are demanded",
                                "Measure at least " + Words.count(minimum, "request"));
            case NOT_MET -> Part.notMet(name, Reason.OVER_LIMIT, message, SPEND_LESS);
            default -> open(name, message, bounds, costs, requests);
        };
        return part.observing(Observation.of("requests", requests, "requests"))
                .observing(bounds.observations())
                .observing(Observation.of("confidence", confidence.fraction().movePointRight(2), "%"))
                .sure(confidence);
    }

    private static Part open(String name, String message, Bounds bounds, List<Cost> costs, long requests) {
        boolean tiers = costs.stream().anyMatch(cost -> !cost.usual().equals(cost.dearest()));
        if (tiers) {
            return Part.unproven(
                    name,
                    Reason.INCOMPLETE,
                    message + "; long requests have higher prices, and the evidence does not tell how many are long",
                    "Limit the input of a request to what the usual price holds for, and measure again");
        }
        var mend = bounds.timesTheSamples()
                .map(times -> times.multiply(BigDecimal.valueOf(requests)).setScale(0, RoundingMode.CEILING))
                .map(needed -> "Measure more: about " + Words.decimal(needed)
                        + " requests would do if their mean and spread stay")
                .orElse(SPEND_LESS);
        return Part.unproven(name, Reason.TOO_FEW_SAMPLES, message, mend);
    }

    private static String spending(Spending spending) {
        return Bounds.with(spending.currency() + "/month", spending.amount());
    }

    private static CostClaim claim(Entry budget) {
        return new CostClaim(
                budget.get(NAME),
                budget.get(EVIDENCE),
                budget.get(PRICES),
                budget.get(VOLUME),
                budget.get(WITHIN),
                budget.find(MODEL),
                budget.find(MODELS).orElse(Map.of()),
                budget.place());
    }

    private static Share confidence(Demand demand) {
        return demand.settings().get(CommonSettings.CONFIDENCE);
    }

    private static List<Entry> budgets(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(BUDGETS))
                .orElse(List.of());
    }
}
