package io.github.genaigate.criterion;

import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Prices.Rates;
import io.github.genaigate.model.Usage.Tokens;
import io.github.genaigate.statistics.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/**
 * What a request costs, as the tokens of many say. A request of a length for which the table may have other prices costs
 * something between {@code usual} and {@code dearest}.
 *
 * @param requests how many were looked at
 * @param usual at the prices for requests of usual length
 * @param dearest at the greatest prices that may hold
 */
record Cost(long requests, Estimate usual, Estimate dearest) {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /**
     * The tokens of one model with its price.
     *
     * @param tokens of one request at least, the same number of inputs and outputs, their squares known where there are several
     */
    record Priced(Tokens tokens, Price price) {

        private Rates usual() {
            return price.rates();
        }

        private Rates dearest() {
            boolean short_ = price.upTo().stream()
                    .anyMatch(most -> longest(tokens.input()).compareTo(BigDecimal.valueOf(most)) <= 0);
            return short_ ? price.rates() : price.dearest();
        }

        /** No number of so many lies farther from their mean than this: the inequality of Samuelson. */
        private static BigDecimal longest(Moments input) {
            var n = BigDecimal.valueOf(input.count());
            var mean = input.mean().orElse(BigDecimal.ZERO);
            return input.deviation()
                    .map(deviation -> mean.add(
                            deviation.multiply(n.subtract(BigDecimal.ONE)).divide(n.sqrt(DIGITS), DIGITS)))
                    .orElse(mean);
        }

        private long requests() {
            return tokens.input().count();
        }

        private BigDecimal sum(Rates rates) {
            var cached = tokens.cached().sum().min(tokens.input().sum());
            return rates.input()
                    .multiply(tokens.input().sum().subtract(cached))
                    .add(rates.cached().multiply(cached))
                    .add(rates.output().multiply(tokens.output().sum()));
        }

        private BigDecimal mean(Rates rates) {
            return sum(rates).divide(BigDecimal.valueOf(requests()), DIGITS);
        }

        /** Costs vary no more than their parts do together, whatever these have to do with each other: Minkowski. */
        private BigDecimal squares(Rates rates) {
            var deviation = rates.input()
                    .multiply(deviation(tokens.input()))
                    .add(rates.output().multiply(deviation(tokens.output())))
                    .add(rates.input().subtract(rates.cached()).abs().multiply(deviation(tokens.cached())));
            return deviation.multiply(deviation).multiply(BigDecimal.valueOf(requests() - 1));
        }

        private static BigDecimal deviation(Moments moments) {
            return moments.deviation().orElse(BigDecimal.ZERO);
        }
    }

    /** Of requests to one model or more: each request went to one of them. There are two requests or more. */
    static Cost of(List<Priced> models) {
        long requests = models.stream().mapToLong(Priced::requests).reduce(0, Math::addExact);
        return new Cost(requests, mean(models, requests, Priced::usual), mean(models, requests, Priced::dearest));
    }

    /** The squares within each model, and those between the models. */
    private static Estimate mean(List<Priced> models, long requests, Function<Priced, Rates> rates) {
        var mean = total(models, model -> model.sum(rates.apply(model))).divide(BigDecimal.valueOf(requests), DIGITS);
        var within = total(models, model -> model.squares(rates.apply(model)));
        var between = total(models, model -> {
            var away = model.mean(rates.apply(model)).subtract(mean);
            return away.multiply(away).multiply(BigDecimal.valueOf(model.requests()));
        });
        return Estimate.of(requests, mean, within.add(between));
    }

    private static BigDecimal total(List<Priced> models, Function<Priced, BigDecimal> what) {
        return models.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same for so many requests. */
    Cost times(long volume) {
        var factor = BigDecimal.valueOf(volume);
        return new Cost(requests, usual.times(factor), dearest.times(factor));
    }
}
