package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Prices.Rates;
import io.github.genaigate.model.Usage;
import io.github.genaigate.model.Usage.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostBudgetTest {

    private static final CostBudget CRITERION = new CostBudget();
    /** 2.5, 10 and 1.25 dollars for a million tokens. */
    private static final Rates RATES =
            new Rates(new BigDecimal("2.5e-6"), new BigDecimal("1e-5"), new BigDecimal("1.25e-6"));

    private static final Map<String, Price> TABLE = Map.of(
            "chat",
            Price.of(RATES),
            "mini",
            Price.of(new Rates(new BigDecimal("1e-7"), new BigDecimal("4e-7"), new BigDecimal("1e-7"))),
            "free",
            Price.of(new Rates(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)),
            "gone",
            new Price(RATES, RATES, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 22))),
            "stays",
            new Price(RATES, RATES, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 23))),
            "acme/tiered",
            new Price(
                    RATES,
                    RATES.max(new Rates(new BigDecimal("5e-6"), BigDecimal.ZERO, BigDecimal.ZERO)),
                    Optional.of(2_000L),
                    Optional.empty()));

    private static String budget(String within, String more) {
        return "budgets: [{ name: answers, evidence: evals, prices: table, volume: 200000 requests/month, within: "
                + within + " USD/month" + more + " }]";
    }

    /** Half of the requests take so many tokens fewer than the mean, and half more. */
    private static Moments tokens(int requests, int mean, int away) {
        var all = Moments.NONE;
        for (int i = 0; i < requests; i++) {
            all = all.plus(Moments.of(BigDecimal.valueOf(i % 2 == 0 ? mean + away : mean - away)));
        }
        return all;
    }

    private static Tokens tokens(int requests) {
        return new Tokens(tokens(requests, 1_000, 400), tokens(requests, 300, 100), Moments.NONE);
    }

    private static Facts facts(Map<String, Tokens> usage, Map<String, Price> table) {
        return Fixture.evidence(Map.of(
                "evals",
                Lookup.found(new Cases(List.of(), Optional.of(new Usage(new TreeMap<>(usage)))), Assurance.MEASURED),
                "table",
                Lookup.found(new Prices("USD", new TreeMap<>(table)), Assurance.MEASURED)));
    }

    private static Facts facts(Map<String, Tokens> usage) {
        return facts(usage, TABLE);
    }

    private static List<String> judged(String section, String settings, Facts facts) {
        var demand = demand(CRITERION, section, settings);
        assertThat(problems(CRITERION, demand)).isEmpty();
        return texts(CRITERION, demand, facts);
    }

    /** A request costs 1000 × 2.5 + 300 × 10 = 5500 millionths, and 200000 of them 1100. */
    @Test
    void tokensTimesPriceTimesVolume() {
        var part = CRITERION
                .judge(demand(CRITERION, budget("1200", ""), ""), facts(Map.of("chat", tokens(400))))
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo(
                        "MET | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 1 133.1 USD/month with confidence 95 %)");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly(
                        "requests 400 requests",
                        "observed 1100 USD/month",
                        "lowerBound 1066.985074846918 USD/month",
                        "upperBound 1133.014925153082 USD/month",
                        "demanded 1200 USD/month",
                        "confidence 95 %",
                        "volume 200000 requests/month");
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 1, 11));
        assertThat(judged(budget("1000", ""), "", facts(Map.of("chat", tokens(400)))))
                .containsExactly(
                        "NOT_MET over-limit | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 000 USD/month (at least 1 066.9 USD/month with confidence 95 %) | Spend fewer tokens on a request, take a cheaper model, or plan for a larger budget");
        assertThat(judged(budget("1110", ""), "", facts(Map.of("chat", tokens(400)))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 110 USD/month, which is neither proven nor refuted (at least 1 066.9 USD/month and at most 1 133.1 USD/month, each with confidence 95 %) | Measure more: about 4 360 requests would do if their mean and spread stay");
        assertThat(judged(budget("1095.50", ""), "", facts(Map.of("chat", tokens(400)))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 095.5 USD/month, which is neither proven nor refuted (at least 1 066.98 USD/month and at most 1 133.02 USD/month, each with confidence 95 %) | Spend fewer tokens on a request, take a cheaper model, or plan for a larger budget");
        assertThat(judged(budget("1200", ""), "minimumSamples: 500", facts(Map.of("chat", tokens(400)))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 1 133.1 USD/month with confidence 95 %), and at least 500 requests are demanded | Measure at least 500 requests");
    }

    @Test
    void requestsThatAllCostTheSameSayNothingOfOthers() {
        var same = new Tokens(tokens(400, 1_000, 0), tokens(400, 300, 0), Moments.NONE);
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chat", same))))
                .containsExactly(
                        "UNPROVEN incomplete | Budget answers: evals tells the tokens of 400 requests that all cost the same, which says nothing of how much others cost | Measure requests such as users make");
    }

    @Test
    void aPriceBeyondAnyScaleProvesNothing() {
        for (var price : List.of("1e200", "1e-200")) {
            var rates = new Rates(new BigDecimal(price), BigDecimal.ZERO, BigDecimal.ZERO);
            assertThat(judged(
                            budget("1200", ""), "", facts(Map.of("chat", tokens(40)), Map.of("chat", Price.of(rates)))))
                    .containsExactly(
                            "UNPROVEN invalid | Budget answers: the tokens of evals at the prices of table are beyond any scale | Look into the price table, and pin one that the provider published");
        }
    }

    @Test
    void cachedTokensCostLess() {
        var cached = new Tokens(tokens(400, 1_000, 1), tokens(400, 300, 0), tokens(400, 800, 0));
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chat", cached))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 900 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 900.1 USD/month with confidence 95 %)");
        var more = new Tokens(tokens(400, 1_000, 1), tokens(400, 300, 0), tokens(400, 2_000, 0));
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chat", more))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 850 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 850.1 USD/month with confidence 95 %)");
    }

    @Test
    void severalModelsAddUpByTheirShares() {
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chat", tokens(200), "mini", tokens(200)))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 572 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 621.5 USD/month with confidence 95 %)");
    }

    @Test
    void longRequestsMayCostMore() {
        var far = tokens(40, 1_900, 50);
        var usage = Map.of("acme/tiered", new Tokens(far, tokens(40, 0, 0), Moments.NONE));
        assertThat(judged(budget("2000", ""), "", facts(usage)))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 950 USD/month by the mean of 40 requests, budgeted 2 000 USD/month (at most 1 913.5 USD/month with confidence 95 %)");
        assertThat(judged(budget("1500", ""), "", facts(usage)))
                .containsExactly(
                        "UNPROVEN incomplete | Budget answers: 200 000 requests/month cost 950 USD/month by the mean of 40 requests, budgeted 1 500 USD/month, which is neither proven nor refuted (at least 943.2 USD/month and at most 1 913.5 USD/month, each with confidence 95 %); long requests have higher prices, and the evidence does not tell how many are long | Limit the input of a request to what the usual price holds for, and measure again");
        assertThat(judged(budget("900", ""), "", facts(usage)))
                .containsExactly(
                        "NOT_MET over-limit | Budget answers: 200 000 requests/month cost 950 USD/month by the mean of 40 requests, budgeted 900 USD/month (at least 943.2 USD/month with confidence 95 %) | Spend fewer tokens on a request, take a cheaper model, or plan for a larger budget");
        var near = Map.of("acme/tiered", new Tokens(tokens(40, 1_000, 50), tokens(40, 0, 0), Moments.NONE));
        assertThat(judged(budget("600", ""), "", facts(near)))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 500 USD/month by the mean of 40 requests, budgeted 600 USD/month (at most 506.8 USD/month with confidence 95 %)");
    }

    @Test
    void modelsAreFoundByTheirIdsInTheTable() {
        assertThat(judged(budget("1200", ", model: chat"), "", facts(Map.of("openai:chat", tokens(400)))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 1 133.1 USD/month with confidence 95 %)");
        assertThat(judged(budget("1200", ", model: chat"), "", facts(Map.of("", tokens(400)))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 1 133.1 USD/month with confidence 95 %)");
        assertThat(judged(
                        budget("1200", ", models: { \"openai:chat\": chat }"),
                        "",
                        facts(Map.of("openai:chat", tokens(400), "mini", tokens(10)))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 1 074.3 USD/month by the mean of 410 requests, budgeted 1 200 USD/month (at most 1 109.1 USD/month with confidence 95 %)");
        assertThat(judged(budget("1200", ", model: chat"), "", facts(Map.of("chat", tokens(400), "mini", tokens(10)))))
                .containsExactly(
                        "UNPROVEN invalid | Budget answers: it names one model, and evals has chat, mini | Write models in place of model, a map from each to its id in table");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("openai:chat", tokens(400)))))
                .containsExactly(
                        "UNPROVEN missing | Budget answers: table has no price for a token of openai:chat | Add model, its id in the table, if it is one of chat");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("tiered", tokens(400)))))
                .containsExactly(
                        "UNPROVEN missing | Budget answers: table has no price for a token of tiered | Add model, its id in the table, if it is one of acme/tiered");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chta", tokens(400)))))
                .containsExactly(
                        "UNPROVEN missing | Budget answers: table has no price for a token of chta | Write chat if that is what is meant");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("other-model", tokens(400)))))
                .containsExactly(
                        "UNPROVEN missing | Budget answers: table has no price for a token of other-model | Add its price to the table, or name the id that it has there as model");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("", tokens(400)))))
                .containsExactly(
                        "UNPROVEN missing | Budget answers: evals does not name the model | Add model, its id in table");
    }

    @Test
    void whatCannotBeReckonedIsUnproven() {
        var totals = new Moments(400, BigDecimal.valueOf(400_000), Optional.empty());
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chat", new Tokens(totals, totals, Moments.NONE)))))
                .containsExactly(
                        "UNPROVEN incomplete | Budget answers: evals tells only how many tokens 400 requests to chat took together, not how they vary, so that no bound can be given | Give evidence with the tokens of each request");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("chat", tokens(29)))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answers: evals tells the tokens of 29 requests, and what a request costs in the mean is not known from fewer than 30 | Measure at least 30 requests");
        assertThat(judged(budget("1200", ""), "", facts(Map.of())))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answers: evals tells the tokens of 0 requests, and what a request costs in the mean is not known from fewer than 30 | Measure at least 30 requests");
        assertThat(judged(
                        budget("1200", ""),
                        "",
                        facts(Map.of("chat", new Tokens(tokens(40, 9, 1), tokens(39, 9, 1), Moments.NONE)))))
                .containsExactly(
                        "UNPROVEN incomplete | Budget answers: evals does not tell both the input and the output tokens of every request to chat | Let the tool tell the tokens of each request");
        assertThat(judged(
                        budget("1200", ""),
                        "",
                        facts(Map.of("chat", new Tokens(tokens(40, 9, 1), tokens(40, -9, 1), Moments.NONE)))))
                .containsExactly(
                        "UNPROVEN invalid | Budget answers: evals tells impossible numbers of requests or tokens to chat | Let the tool write it again");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("free", tokens(40)))))
                .containsExactly(
                        "UNPROVEN incomplete | Budget answers: table has a price of nothing for free, which means that somebody else pays or that it is not known | Name a model with a price, or add what it really costs to the table");
        assertThat(judged(budget("1200", ""), "", facts(Map.of("gone", tokens(40)))))
                .containsExactly(
                        "UNPROVEN stale | Budget answers: gone is no longer offered since 2026-11-22 | Measure with the model that takes its place");
        assertThat(judged(budget("1300", ""), "", facts(Map.of("stays", tokens(40)))))
                .containsExactly(
                        "MET | Budget answers: 200 000 requests/month cost 1 100 USD/month by the mean of 40 requests, budgeted 1 300 USD/month (at most 1 208 USD/month with confidence 95 %)");
        assertThat(judged(budget("1200", "").replace("USD", "EUR"), "", facts(Map.of("chat", tokens(40)))))
                .containsExactly(
                        "UNPROVEN invalid | Budget answers: it is in EUR, and the prices table are in USD | State the budget in USD");
        assertThat(judged(budget("1200", ""), "", Fixture.evidence("evals", new Cases(List.of()))))
                .containsExactly(
                        "UNPROVEN foreign | Evidence evals does not tell how many tokens its requests took | Name evidence that tells the tokens of each request");
        assertThat(judged(
                        budget("1200", "").replace("prices: table", "prices: evals"),
                        "",
                        facts(Map.of("chat", tokens(40)))))
                .containsExactly(
                        "UNPROVEN foreign | Evidence evals holds evaluation cases, not prices | Name evidence that holds prices");
        assertThat(judged("", "", Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest declares no cost budget | Add a budget under cost.budgets, with evidence that tells tokens and a price table");
    }

    @Test
    void theCeilingIsForAllBudgetsTogether() {
        var two =
                "budgets: [{ name: a, evidence: evals, prices: table, volume: 200000 requests/month, within: 1200 USD/month },"
                        + " { name: b, evidence: evals, prices: table, volume: 100000 requests/month, within: 600 USD/month }]";
        var facts = facts(Map.of("chat", tokens(400)));
        assertThat(judged(two, "within: 1800 USD/month", facts))
                .containsExactly(
                        "MET | Budget a: 200 000 requests/month cost 1 100 USD/month by the mean of 400 requests, budgeted 1 200 USD/month (at most 1 133.1 USD/month with confidence 95 %)",
                        "MET | Budget b: 100 000 requests/month cost 550 USD/month by the mean of 400 requests, budgeted 600 USD/month (at most 566.6 USD/month with confidence 95 %)",
                        "MET | All budgets together: 1 650 USD/month by their means, allowed 1 800 USD/month (at most 1 709.1 USD/month with confidence 95 %)");
        assertThat(judged(two, "within: 1500 USD/month", facts).get(2))
                .isEqualTo(
                        "NOT_MET over-limit | All budgets together: 1 650 USD/month by their means, allowed 1 500 USD/month (at least 1 590.9 USD/month with confidence 95 %) | Spend fewer tokens on a request, take a cheaper model, or plan for a larger budget");
        assertThat(judged(two, "within: 1665 USD/month", facts).get(2))
                .isEqualTo(
                        "UNPROVEN too-few-samples | All budgets together: 1 650 USD/month by their means, allowed 1 665 USD/month, which is neither proven nor refuted (at least 1 590.9 USD/month and at most 1 709.1 USD/month, each with confidence 95 %) | Measure more: about 6 200 requests would do if their mean and spread stay");
        assertThat(judged(two, "within: 1800 EUR/month", facts).get(2))
                .isEqualTo(
                        "UNPROVEN invalid | All budgets together: the policy allows 1 800 EUR/month, and Budget a is in USD | State every budget in EUR");
        assertThat(judged(two, "within: 1800 USD/month", facts(Map.of("chat", tokens(20))))
                        .get(2))
                .isEqualTo(
                        "UNPROVEN too-few-samples | Budget a: evals tells the tokens of 20 requests, and what a request costs in the mean is not known from fewer than 30 | Measure at least 30 requests");
    }

    @Test
    void thePriceTableHasAnAgeOfItsOwn() {
        assertThat(CRITERION.needs(demand(CRITERION, budget("1200", ""), "{ maximumPriceAge: 90 d, maxAge: 30 d }")))
                .isEqualTo(new Needs(
                        Map.of("evals", Set.of(), "table", Set.of()),
                        false,
                        Optional.empty(),
                        false,
                        Map.of("table", Duration.ofDays(90))));
        assertThat(CRITERION.needs(demand(CRITERION, budget("1200", ""), "")).ages())
                .isEmpty();
    }

    @Test
    void mistakesAreToldBeforeEvidenceIsOpened() {
        assertThat(problems(
                        CRITERION, demand(CRITERION, budget("0", ", model: a, models: { b: c }"), "confidence: 100 %")))
                .containsExactly(
                        "policy.yaml:1:1: confidence is 100 %, and samples are judged at 50 % or more and less than 100 %; Write a confidence such as 95 %",
                        "genai-gate.yaml:1:91: Budget answers allows no money at all; Write an amount such as 3000 USD/month",
                        "genai-gate.yaml:1:122: Budget answers has both model and models; Keep models when there are several");
    }
}
