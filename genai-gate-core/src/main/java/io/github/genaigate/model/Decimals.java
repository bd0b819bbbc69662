package io.github.genaigate.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How exact decimal numbers are written, each way by one pattern that the schemas have too. */
final class Decimals {

    private static final String DIGITS = "(?:0|[1-9]\\d{0,11})(?:\\.\\d{1,12})?";

    static final Written NUMBER =
            new Written("^(-?" + DIGITS + ")$", "a number is written in digits, with a point before a fraction");
    static final Written CHANGE = new Written("^([+-]?" + DIGITS + ") ?%$", "a change is a number with a percent sign");
    static final Written VOLUME = new Written(
            "^([1-9]\\d{0,14}) requests/month$", "a volume is a whole number above zero and the unit requests/month");

    private Decimals() {}

    /**
     * A way to write a number.
     *
     * @param pattern its first group is the number
     * @param complaint about a text that does not match
     */
    record Written(String pattern, String complaint) {}

    static <T> Kind.Scalar<T> scalar(
            String name, String description, Written written, Function<BigDecimal, T> convert) {
        var pattern = Pattern.compile(written.pattern());
        return new Kind.Scalar<>(name, description, written.pattern(), List.of(), text -> {
            var matcher = pattern.matcher(text);
            return matcher.matches()
                    ? Parsed.of(convert.apply(plain(new BigDecimal(matcher.group(1)))))
                    : Parsed.wrong(written.complaint());
        });
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
