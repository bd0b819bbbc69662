package io.github.genaigate.criterion;

import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Prices.Rates;
import io.github.genaigate.model.Usage.Tokens;
import io.github.genaigate.statistics.Mean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request costs, as the tokens of many say. A request of a length for which the table may have other prices costs
 * something between {@code usual} and {@code dearest}.
 *
 * @param requests how many were looked at
 * @param usual at the prices for requests of usual length
 * @param dearest at the greatest prices that may hold
 */
record Cost(long requests, Mean usual, Mean dearest) {

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

    /**
     * What so many requests cost; empty when it is beyond any scale.
     *
     * @param models one or more: each request that was looked at went to one of them, two requests or more in all
     */
    static Optional<Cost> of(List<Priced> models, long volume) {
        long requests = models.stream().mapToLong(Priced::requests).reduce(0, Math::addExact);
        var usual = mean(models, requests, volume, Priced::usual);
        var dearest = mean(models, requests, volume, Priced::dearest);
        return usual.flatMap(one -> dearest.map(other -> new Cost(requests, one, other)));
    }

    /** Whether the requests differ, so that their mean has bounds. */
    boolean isSpread() {
        return usual.isSpread() && dearest.isSpread();
    }

    /** The squares within each model, and those between the models. */
    private static Optional<Mean> mean(List<Priced> models, long requests, long volume, Function<Priced, Rates> rates) {
        var n = BigDecimal.valueOf(requests);
        var mean = total(models, model -> model.sum(rates.apply(model))).divide(n, DIGITS);
        var within = total(models, model -> model.squares(rates.apply(model)));
        var between = total(models, model -> {
            var away = model.mean(rates.apply(model)).subtract(mean);
            return away.multiply(away).multiply(BigDecimal.valueOf(model.requests()));
        });
        var error = within.add(between)
                .divide(n.multiply(n.subtract(BigDecimal.ONE)), DIGITS)
                .sqrt(MathContext.DECIMAL64);
        var factor = BigDecimal.valueOf(volume);
        var all = mean.multiply(factor, DIGITS);
        var off = error.multiply(factor);
        return Mean.isSane(all) && Mean.isSane(off)
                ? Optional.of(new Mean(requests, all, off, false))
                : Optional.empty();
    }

    private static BigDecimal total(List<Priced> models, Function<Priced, BigDecimal> what) {
        return models.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
