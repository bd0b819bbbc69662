package io.github.genaigate.evidence.prices;

import static io.github.genaigate.evidence.Readings.read;
import static io.github.genaigate.evidence.Readings.refusal;
import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Prices.Rates;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceReadersTest {

    private static final EvidenceReader LITELLM = new LitellmPricesReader();
    private static final EvidenceReader MODELS_DEV = new ModelsDevPricesReader();
    private static final Path SAMPLES = Path.of("src", "test", "resources", "evidence");

    private static Prices prices(EvidenceReader reader, String text) {
        return (Prices) read(reader, source("prices.json", text)).measurement();
    }

    private static Optional<Price> litellm(String members) {
        var other = ", \"other\": {\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 2e-6}";
        return Optional.ofNullable(prices(LITELLM, "{\"m\": {" + members + "}" + other + "}")
                .models()
                .get("m"));
    }

    private static Optional<Price> modelsDev(String cost) {
        var other = ", \"other\": {\"cost\": {\"input\": 1, \"output\": 2}}";
        return Optional.ofNullable(
                prices(MODELS_DEV, "{\"p\": {\"models\": {\"m\": {\"cost\": {" + cost + "}}" + other + "}}}")
                        .models()
                        .get("p/m"));
    }

    private static Rates rates(String input, String output, String cached) {
        return new Rates(new BigDecimal(input), new BigDecimal(output), new BigDecimal(cached));
    }

    /** Both samples price the same models, one for a token and the other for a million of them. */
    @Test
    void bothUnitsComeToTheSamePriceOfAToken() throws Exception {
        var litellm = prices(LITELLM, Files.readString(SAMPLES.resolve("litellm-prices/prices.json")));
        var modelsDev = prices(MODELS_DEV, Files.readString(SAMPLES.resolve("models-dev-prices/api.json")));
        assertThat(litellm.models().keySet()).containsExactly("acme-chat-2026-08", "acme-embed");
        assertThat(modelsDev.models().keySet()).containsExactly("acme/acme-chat-2026-08", "acme/acme-embed");
        litellm.models().forEach((model, price) -> {
            var same =
                    Optional.ofNullable(modelsDev.models().get("acme/" + model)).orElseThrow();
            assertThat(same.rates()).isEqualTo(price.rates());
            assertThat(same.dearest()).isEqualTo(price.dearest());
            assertThat(same.upTo()).isEqualTo(price.upTo());
        });
        assertThat(litellm.models().get("acme-chat-2026-08"))
                .isEqualTo(new Price(
                        rates("0.0000025", "0.00001", "0.00000125"),
                        rates("0.000005", "0.000015", "0.00000125"),
                        Optional.of(200_000L),
                        Optional.of(LocalDate.of(2027, 10, 1))));
        assertThat(litellm.currency()).isEqualTo("USD");
    }

    @Test
    void cachedTokensCostWhatOthersDoWhenNothingIsSaid() {
        assertThat(litellm("\"input_cost_per_token\": 3e-6, \"output_cost_per_token\": 1.5e-5"))
                .contains(Price.of(rates("0.000003", "0.000015", "0.000003")));
        assertThat(modelsDev("\"input\": 3, \"output\": 15, \"cache_read\": 0"))
                .contains(Price.of(rates("0.000003", "0.000015", "0")));
    }

    @Test
    void thinkingCostsTheDearerOfBothPrices() {
        assertThat(modelsDev("\"input\": 1, \"output\": 4, \"reasoning\": 10"))
                .contains(Price.of(rates("0.000001", "0.00001", "0.000001")));
        assertThat(litellm("\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 4e-6,"
                        + " \"output_cost_per_reasoning_token\": 3e-6"))
                .contains(Price.of(rates("0.000001", "0.000004", "0.000001")));
    }

    @Test
    void theFirstTierEndsTheUsualPriceAndTheDearestCounts() {
        var price = litellm("\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 4e-6,"
                        + " \"input_cost_per_token_above_200k_tokens\": 4e-6,"
                        + " \"input_cost_per_token_above_128k_tokens\": 2e-6,"
                        + " \"cache_read_input_token_cost_above_200k_tokens\": 3e-6,"
                        + " \"input_cost_per_token_priority\": 9")
                .orElseThrow();
        assertThat(price.upTo()).contains(128_000L);
        assertThat(price.dearest()).isEqualTo(rates("0.000004", "0.000004", "0.000003"));
        assertThat(modelsDev("\"input\": 1, \"output\": 4, \"context_over_200k\": {\"input\": 2, \"output\": 6}")
                        .orElseThrow()
                        .dearest())
                .isEqualTo(rates("0.000002", "0.000006", "0.000001"));
        assertThat(modelsDev("\"input\": 1, \"output\": 4, \"tiers\": [{\"input\": 2, \"output\": 6}]")
                        .orElseThrow()
                        .upTo())
                .as("a tier of no known size")
                .contains(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"input_cost_per_token\": 1e-6",
                "\"output_cost_per_token\": 1e-6",
                "\"input_cost_per_token\": \"1e-6\", \"output_cost_per_token\": 1e-6",
                "\"input_cost_per_token\": -1e-6, \"output_cost_per_token\": 1e-6",
                "\"input_cost_per_token\": NaN, \"output_cost_per_token\": 1e-6",
                "\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e99",
                "\"input_cost_per_token\": 1e-99, \"output_cost_per_token\": 1",
                "\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e-6, \"cache_read_input_token_cost\": \"?\"",
                "\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e-6,"
                        + " \"input_cost_per_token_above_128k_tokens\": -1",
                "\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e-6, \"tiered_pricing\": []",
                "\"input_cost_per_image\": 0.04",
            })
    void aModelWithoutProperPricesHasNone(String members) {
        assertThat(litellm(members)).isEmpty();
    }

    @Test
    void aDayThatIsNoneIsNotKnown() {
        var priced = "\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e-6, \"deprecation_date\": ";
        assertThat(litellm(priced + "\"2026-02-30\"").orElseThrow().retires()).isEmpty();
        assertThat(litellm(priced + "\"2026-02-28\"").orElseThrow().retires()).contains(LocalDate.of(2026, 2, 28));
    }

    @Test
    void aTableWithoutAPriceIsRefused() {
        assertThat(refusal(
                        LITELLM,
                        source(
                                "prices.json",
                                "{\"sample_spec\": {\"input_cost_per_token\": 0, \"output_cost_per_token\": 0}}")))
                .isEqualTo(
                        "UNREADABLE: prices.json: The price table holds no model with a price for each token; Give the"
                                + " table as it is published");
        assertThat(refusal(LITELLM, source("prices.json", "{\"m\": 3}")))
                .isEqualTo(
                        "UNREADABLE: prices.json:1:7: A model of the price table is not an object; Give the table as it"
                                + " is published");
        assertThat(refusal(MODELS_DEV, source("prices.json", "{\"p\": {\"models\": []}}")))
                .isEqualTo(
                        "UNREADABLE: prices.json:1:18: An object is expected here; Give the file as the tool wrote it");
    }
}
