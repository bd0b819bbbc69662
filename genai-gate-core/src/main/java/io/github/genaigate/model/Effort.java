package io.github.genaigate.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What it will take to prove one claim from samples.
 *
 * @param claim the name of the part that will be judged, such as {@code budget answer}
 * @param thing what a sample is, in the singular
 * @param demanded the share of samples that must succeed
 * @param assumed the share that is assumed to succeed in truth
 * @param confidence how sure the proof must be
 * @param least the fewest samples that prove it, when none of them fails; empty when no number does
 * @param likely so many prove it with the probability wanted at the assumed share; empty when no number does
 * @param rate how many samples a second the manifest declares, when it does
 * @param minimumDuration how long the policy wants them to be taken at the least
 * @param place where the claim is made
 */
public record Effort(
        String claim,
        String thing,
        Share demanded,
        Share assumed,
        Share confidence,
        OptionalLong least,
        OptionalLong likely,
        Optional<BigDecimal> rate,
        Optional<Duration> minimumDuration,
        Place place) {

    /** How long it takes to have the samples that will likely do; empty when that cannot be told. */
    public Optional<Duration> time() {
        var sampling =
                likely.isPresent() && rate.filter(one -> one.signum() > 0).isPresent()
                        ? Optional.of(Duration.ofSeconds(BigDecimal.valueOf(likely.getAsLong())
                                .divide(rate.orElseThrow(), 0, RoundingMode.CEILING)
                                .longValue()))
                        : Optional.<Duration>empty();
        return sampling.isPresent() && minimumDuration.isPresent()
                ? Optional.of(
                        sampling.get().compareTo(minimumDuration.get()) >= 0 ? sampling.get() : minimumDuration.get())
                : sampling.or(() -> likely.isPresent() ? minimumDuration : Optional.empty());
    }
}
