package io.github.genaigate.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How the texts of manifests and policies are told apart, each kind by one pattern that the schemas have too. */
final class Texts {

    /** No root, no drive, no empty segment and none of dots, no backslash, {@code **} alone, nothing that is not seen. */
    static final String PATH =
            "^(?!/)(?![A-Za-z]:)(?!.*//)(?!.*/$)(?!(.*/)?\\.{1,2}(/|$))(?!.*[^/]\\*\\*)(?!.*\\*\\*[^/])"
                    + "(?=.*[^ ])[^\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,1000}$";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Texts() {}

    /** @param complaint what is wrong with a text that is not blank and does not match */
    static Kind.Scalar<String> scalar(
            String name, String description, String pattern, Function<String, String> complaint) {
        var compiled = Pattern.compile(pattern);
        return new Kind.Scalar<>(name, description, pattern, List.of(), text -> {
            if (compiled.matcher(text).matches()) {
                return Parsed.of(text);
            }
            return Parsed.wrong(text.isBlank() ? "it is empty" : complaint.apply(text));
        });
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static Parsed<LocalDate> date(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Parsed.wrong("a date is written year-month-day");
        }
        try {
            return Parsed.of(LocalDate.parse(text, DATE));
        } catch (DateTimeParseException notADay) {
            return Parsed.wrong("there is no such day");
        }
    }

    static String pathComplaint(String path) {
        var segments = List.of(path.split("/", -1));
        if (path.indexOf('\\') >= 0) {
            return "a path is written with /";
        }
        if (path.startsWith("/") || path.matches("(?s)^[A-Za-z]:.*") || segments.contains("..")) {
            return "a path must stay below the manifest's folder";
        }
        if (segments.contains(".")) {
            return "a path is written without . segments, and all files are **";
        }
        if (path.endsWith("/")) {
            return "a path does not end with /, and all files below a folder are folder/**";
        }
        if (segments.contains("")) {
            return "a path has no empty segment";
        }
        if (segments.stream().anyMatch(segment -> segment.contains("**") && !segment.equals("**"))) {
            return "** stands alone between slashes, as in **/*.java";
        }
        return length(path) > 1000 ? "it is longer than 1000 characters" : "a path has no control characters";
    }
}
