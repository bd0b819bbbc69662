package io.github.genaigate.evidence.security;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Severity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The two ways in which SARIF files tell how bad something is: a score in the properties, and a level. */
final class SarifSeverity {

    private static final int LONGEST_SCORE = 20;

    private SarifSeverity() {}

    /**
     * The score {@code security-severity}, a number from 0 to 10 written as text, or a word. Zero is no score: scanners
     * write it for what they could not rate. A word that is not known is taken for a high one.
     */
    static Optional<Severity> score(Value properties) {
        Value score = properties.get("security-severity");
        return score.number()
                .or(() -> score.text().flatMap(SarifSeverity::number))
                .flatMap(SarifSeverity::band)
                .or(() -> score.text().flatMap(SarifSeverity::word));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > LONGEST_SCORE ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Severity> band(BigDecimal score) {
        if (score.signum() <= 0) {
            return Optional.empty();
        }
        if (score.compareTo(BigDecimal.valueOf(9)) >= 0) {
            return Optional.of(Severity.CRITICAL);
        }
        if (score.compareTo(BigDecimal.valueOf(7)) >= 0) {
            return Optional.of(Severity.HIGH);
        }
        return Optional.of(score.compareTo(BigDecimal.valueOf(4)) >= 0 ? Severity.MEDIUM : Severity.LOW);
    }

    private static Optional<Severity> word(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical" -> Optional.of(Severity.CRITICAL);
            case "high" -> Optional.of(Severity.HIGH);
            case "medium", "moderate" -> Optional.of(Severity.MEDIUM);
            case "low" -> Optional.of(Severity.LOW);
            case "info", "informational" -> Optional.of(Severity.INFO);
            default -> word.isBlank() ? Optional.empty() : Optional.of(Severity.HIGH);
        };
    }

    /** The severity of a level; empty when there is none. What is no level of SARIF is taken for the worst. */
    static Optional<Severity> level(Value level) {
        if (level.isNothing()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (level.text().orElse("").toLowerCase(Locale.ROOT)) {
                    case "warning" -> Severity.MEDIUM;
                    case "note" -> Severity.LOW;
                    case "none" -> Severity.INFO;
                    default -> Severity.HIGH;
                });
    }

    static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
