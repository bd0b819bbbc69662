package io.github.genaigate.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Money in a month, written {@code 3000 USD/month}.
 *
 * @param amount exact, not negative, without trailing zeros
 * @param currency its code of three letters
 */
public record Spending(BigDecimal amount, String currency) {

    static final String PATTERN = "^(0|[1-9]\\d{0,11})(\\.\\d{1,6})? ?[A-Z]{3}/month$";

    private static final Pattern TEXT = Pattern.compile("((?:0|[1-9]\\d{0,11})(?:\\.\\d{1,6})?) ?([A-Z]{3})/month");

    public Spending {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("no such amount: " + amount);
        }
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** Reads {@code 3000 USD/month} or {@code 0.5EUR/month}. */
    public static Parsed<Spending> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Parsed.of(new Spending(new BigDecimal(matcher.group(1)), matcher.group(2)))
                : Parsed.wrong("it is an amount, a currency of three capital letters and /month");
    }

    /** For limits of spending: the smaller is stricter, and two currencies cannot be compared. */
    public static Strictness<Spending> smaller() {
        return new Smaller();
    }

    private record Smaller() implements Strictness<Spending> {

        @Override
        public String rule() {
            return "smaller is stricter, in one currency";
        }

        @Override
        public Optional<Spending> join(Spending one, Spending other) {
            if (!one.currency.equals(other.currency)) {
                return Optional.empty();
            }
            return Optional.of(one.amount.compareTo(other.amount) <= 0 ? one : other);
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency + "/month";
    }
}
