package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One metric of one task of lm-evaluation-harness.
 *
 * @param name {@code acc}, or {@code exact_match,strict-match} when an answer was filtered before it was graded
 * @param mean the figure
 * @param standardError as the tool estimates it; empty for its {@code "N/A"}
 */
record LmEvalMetric(String name, BigDecimal mean, Optional<BigDecimal> standardError) {

    private static final String UNFILTERED = ",none";
    private static final BigDecimal CLOSE = new BigDecimal("1e-9");

    /** All that a task has: a metric has its standard error beside it. {@code NaN} is missing. */
    static List<LmEvalMetric> of(Value task) {
        return task.keys().stream()
                .filter(key -> task.has(error(key)))
                .flatMap(key -> task.get(key).number().stream()
                        .map(mean -> new LmEvalMetric(
                                key.endsWith(UNFILTERED) ? metric(key) : key,
                                mean,
                                task.get(error(key)).number())))
                .toList();
    }

    /** {@code acc_stderr,none} of {@code acc,none}. */
    private static String error(String key) {
        return metric(key) + "_stderr" + key.substring(metric(key).length());
    }

    private static String metric(String key) {
        int comma = key.indexOf(',');
        return comma < 0 ? key : key.substring(0, comma);
    }

    /**
     * What is known of it. Where mean and standard error are those of scores that are 0 or 1 only, it is a count, and needs no
     * approximation: no other scores from 0 to 1 scatter as widely.
     */
    Figures.Value value(Optional<Long> samples) {
        return samples.flatMap(this::counted)
                .orElseGet(() -> new Figures.Value.Reported(
                        samples.map(OptionalLong::of).orElse(OptionalLong.empty()), mean, standardError));
    }

    private Optional<Figures.Value> counted(long samples) {
        if (samples < 2 || standardError.isEmpty() || mean.signum() < 0 || mean.compareTo(BigDecimal.ONE) > 0) {
            return Optional.empty();
        }
        var ones = mean.multiply(BigDecimal.valueOf(samples));
        var whole = ones.setScale(0, RoundingMode.HALF_EVEN);
        var error = mean.multiply(BigDecimal.ONE.subtract(mean))
                .divide(BigDecimal.valueOf(samples - 1), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64);
        boolean whether =
                isClose(ones, whole, BigDecimal.valueOf(samples)) && isClose(error, standardError.get(), error);
        return whether ? Optional.of(new Figures.Value.Counted(samples, whole.longValueExact())) : Optional.empty();
    }

    private static boolean isClose(BigDecimal one, BigDecimal other, BigDecimal scale) {
        return one.subtract(other).abs().compareTo(scale.multiply(CLOSE)) <= 0;
    }
}
