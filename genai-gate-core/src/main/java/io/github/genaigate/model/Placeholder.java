package io.github.genaigate.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Text that holds the place of what nobody has written yet. */
public final class Placeholder {

    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{L}\\p{N}])(TODO|TBD|TBC|FIXME|XXX|(?i:lorem ipsum))(?![\\p{L}\\p{N}])");
    private static final Pattern NOBODY = Pattern.compile("(?i)[^\\p{L}\\p{N}]*"
            + "(todo|tbd|tbc|fixme|xxx|n/?a|none|nobody|unknown|somebody|someone|to be \\p{L}+)?[^\\p{L}\\p{N}]*");
    private static final Pattern TO_REPLACE =
            Pattern.compile("<[^<>]*>|\\[[^\\]]*\\]|.*(\\{\\{|\\$\\{).*|(?i)@?your?\\b.*");

    private Placeholder() {}

    /** The first mark in a text by which writers tell that something is still to be written, such as {@code TBD}. */
    public static Optional<String> in(String text) {
        var mark = MARK.matcher(text);
        return mark.find() ? Optional.of(mark.group()) : Optional.empty();
    }

    /** Whether a value names nothing and nobody, such as {@code tbd}, {@code <name>} and {@code @your-team}. */
    public static boolean is(String value) {
        return in(value).isPresent()
                || NOBODY.matcher(value).matches()
                || TO_REPLACE.matcher(value.strip()).matches();
    }
}
