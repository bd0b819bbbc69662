package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Usage;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with a figure of the business and a budget, from the files to the decision. */
class ValueAndCostTest {

    private static final String PRICES = """
            {"chat": {"input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6, "litellm_provider": "acme"}}
            """;

    @TempDir
    Path folder;

    private ServiceFolder service(String claim, String requirement) {
        var service = ServiceFolder.ready(folder);
        service.edit(
                ServiceFolder.MANIFEST,
                "evidence:\n  load-test",
                "evidence:\n  pilot: value/pilot.csv\n  prices: cost/prices.json\n  load-test");
        service.edit(ServiceFolder.MANIFEST, text -> text + claim);
        service.edit(ServiceFolder.POLICY, "requirements:\n", "requirements:\n" + requirement);
        service.commit();
        // the manifest is content, and evidence comes after it
        return service.write("value/pilot.csv", pilot())
                .write("cost/prices.json", PRICES)
                .write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1001, 400))
                .write(ServiceFolder.K6, EvidenceTexts.k6Points(1_002, 400))
                .write(ServiceFolder.PROMPTFOO, EvidenceTexts.promptfoo(61, 0))
                .write(ServiceFolder.SARIF, EvidenceTexts.sarif(0, "none") + "\n")
                .write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("COMPLETE") + "\n")
                .commit();
    }

    private static String pilot() {
        return "figure,arm,value\n"
                + IntStream.range(0, 100)
                        .mapToObj(i -> "handling-time,control," + (12 + i % 3) + "\nhandling-time,treatment,"
                                + (8 + i % 3) + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void aFigureThatMovesIsMet() {
        var service = service(
                """
                value:
                  kpis:
                    - { name: handling-time, unit: min, direction: down, effect: -20 %, evidence: pilot, control: control, treatment: treatment }
                """,
                "  business-value: { levels: { production: block }, kpis: [handling-time], assurance: measured }\n");

        var decision = service.decide();

        assertThat(ServiceFolder.problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        var finding = ServiceFolder.finding(decision, "business-value");
        assertThat(finding.judgement().message())
                .isEqualTo(
                        "KPI handling-time: 8.99 min in treatment and 12.99 min in control, of 100 and 100 samples, demanded"
                                + " a change of -20 % or less (treatment minus 80 % of control is at most -1.2 min with confidence"
                                + " 95 %)");
        assertThat(finding.judgement().assurance()).isEqualTo(Assurance.MEASURED);
    }

    @Test
    void aNumberThatIsOnlyDeclaredBlocksWhereMeasurementIsDemanded() {
        var kpi = """
                value:
                  kpis:
                    - { name: handling-time, unit: min, direction: down, target: 9, declared: 8.1 }
                """;

        var decision = service(kpi, "  business-value: { levels: { production: block }, assurance: measured }\n")
                .decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(ServiceFolder.finding(decision, "business-value").judgement().message())
                .isEqualTo("KPI handling-time is declared, and measured is demanded (KPI handling-time: 8.1 min as the"
                        + " manifest declares, demanded at most 9 min; nobody measured it here)");
    }

    @Test
    void evidenceWithoutTokensHasNoCost() {
        var budget = """
                cost:
                  budgets:
                    - { name: answers, evidence: load-test, prices: prices, volume: 200000 requests/month, within: 3000 USD/month }
                """;

        var decision = service(budget, "  cost-budget: { levels: { production: block }, maximumPriceAge: 90 d }\n")
                .decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(ServiceFolder.finding(decision, "cost-budget").judgement().message())
                .isEqualTo("Evidence load-test does not tell how many tokens its requests took");
    }

    /** Forty requests that took a thousand tokens in the mean, whatever the file says. */
    private record Tokens() implements EvidenceReader {
        @Override
        public String format() {
            return "tokens";
        }

        @Override
        public String purpose() {
            return "Tokens.";
        }

        @Override
        public Shape<?> shape() {
            return Shape.CASES;
        }

        @Override
        public boolean recognises(byte[] head) {
            return new String(head, StandardCharsets.UTF_8).startsWith("tokens");
        }

        @Override
        public Reading read(Source source, Set<Question> questions) {
            var all = IntStream.range(0, 40)
                    .mapToObj(i -> Moments.of(BigDecimal.valueOf(i % 2 == 0 ? 990 : 1_010)))
                    .reduce(Moments.NONE, Moments::plus);
            var usage = new Usage(new TreeMap<>(Map.of("chat", new Usage.Tokens(all, all, Moments.NONE))));
            return Reading.complete(new Cases(List.of(), Optional.of(usage)), Assurance.MEASURED, Optional.empty());
        }
    }

    private static Decision decide(ServiceFolder service) {
        var readers = Stream.concat(ServiceFolder.GATE.readers().stream(), Stream.of(new Tokens()))
                .toList();
        return new Gate(ServiceFolder.GATE.criteria(), readers, List.of()).decide(service.request());
    }

    /** The table was committed before the content changed, and is none the worse for it; it ends when it is 10 days old. */
    @Test
    void aBudgetRestsOnATableWithAnAgeOfItsOwn() {
        var service = service(
                """
                cost:
                  budgets:
                    - { name: answers, evidence: pilot, prices: prices, volume: 200000 requests/month, within: 3000 USD/month }
                """,
                "  cost-budget: { levels: { production: block }, maximumPriceAge: 10 d, maxAge: 300 d, binding: committed }\n");
        service.write("value/pilot.csv", "tokens\n");
        service.edit(ServiceFolder.MANIFEST, "prices: cost/prices.json", "prices: cost/old-prices.json");
        service.git()
                .write("cost/old-prices.json", PRICES + "\n")
                .commit(TestRepository.KIM, "2026-11-13", "Fetch prices");
        service.edit(ServiceFolder.MANIFEST, "Answers customers' questions", "Answers questions");
        service.commit();
        service.write("value/pilot.csv", "tokens of the present content\n")
                .write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1_003, 400))
                .write(ServiceFolder.K6, EvidenceTexts.k6Points(1_004, 400))
                .write(ServiceFolder.PROMPTFOO, EvidenceTexts.promptfoo(62, 0))
                .write(ServiceFolder.SARIF, EvidenceTexts.sarif(0, "none") + "\n\n")
                .write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("COMPLETE") + "\n\n")
                .commit();

        var decision = decide(service);

        assertThat(ServiceFolder.finding(decision, "cost-budget").judgement().message())
                .isEqualTo(
                        "Budget answers: 200 000 requests/month cost 600 USD/month by the mean of 40 requests, budgeted"
                                + " 3 000 USD/month (at most 601.7 USD/month with confidence 95 %)");
        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.validUntil())
                .contains(new Decision.Validity(
                        LocalDate.parse("2026-11-22"), "the evidence prices grows older than cost-budget allows"));

        service.edit(ServiceFolder.POLICY, "maximumPriceAge: 10 d", "maximumPriceAge: 5 d");
        assertThat(ServiceFolder.finding(decide(service), "cost-budget")
                        .judgement()
                        .message())
                .isEqualTo("The evidence prices was taken on 2026-11-13, and is older than 5 d");
    }
}
