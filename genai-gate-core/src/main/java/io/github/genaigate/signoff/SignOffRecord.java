package io.github.genaigate.signoff;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Parsed;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import java.time.LocalDate;
import java.util.List;

/** How a record of approval is written: a file of its own, committed by whoever approves. */
public final class SignOffRecord {

    /** No record is larger. */
    static final int LARGEST = 64 * 1024;

    private static final String PATTERN = "^sha256:[0-9a-f]{64}$";

    private static final Kind<String> DIGEST = new Kind.Scalar<>(
            "digest",
            "a digest, sha256: and 64 hexadecimal digits",
            PATTERN,
            List.of(),
            text -> text.matches(PATTERN)
                    ? Parsed.of(text)
                    : Parsed.wrong("a digest is sha256: and 64 hexadecimal digits in lower case"));

    private static final String SIGN_OFF = "SignOff";

    public static final Field<String> API_VERSION =
            Field.required("apiVersion", Kind.word("genai-gate/v1"), "The version of this format.");
    public static final Field<String> KIND =
            Field.required("kind", Kind.word(SIGN_OFF), "That it is a record of approval.");
    public static final Field<String> ROLE = Field.required("role", Kind.TEXT, "The role in which somebody approves.");
    public static final Field<String> SIGNER =
            Field.required("signer", Kind.TEXT, "The e-mail address of whoever approves.");
    public static final Field<String> SERVICE =
            Field.required("service", Kind.TEXT, "The name of the service that is approved.");
    public static final Field<String> STAGE = Field.required(
            "stage", Kind.TEXT, "The stage it may enter; approval for a later stage holds for the earlier ones.");
    public static final Field<String> COVERED =
            Field.required("covered", DIGEST, "The digest of the content that is approved.");
    public static final Field<LocalDate> DATE = Field.required("date", Kind.DATE, "The day of the approval, in UTC.");
    public static final Field<LocalDate> EXPIRES =
            Field.optional("expires", Kind.DATE, "The last day on which it holds, in UTC.");
    public static final Field<String> REQUIREMENT = Field.optional(
            "requirement", Kind.TEXT, "The requirement of which a waiver is approved; then it approves nothing else.");
    public static final Field<List<String>> ISSUES =
            Field.optional("issues", Kind.list(Kind.TEXT), "The very issues of which a waiver is approved.");
    public static final Field<String> REASON =
            Field.optional("reason", Kind.TEXT, "Why the waiver is needed, as the manifest says.");
    public static final Field<String> TICKET =
            Field.optional("ticket", Kind.LINE, "Where the end of the waiver is worked on, as the manifest says.");
    public static final Field<String> COMMENT = Field.optional("comment", Kind.TEXT, "What was looked at.");

    public static final Kind.Group GROUP = Kind.group(
            API_VERSION,
            KIND,
            ROLE,
            SIGNER,
            SERVICE,
            STAGE,
            COVERED,
            DATE,
            EXPIRES,
            REQUIREMENT,
            ISSUES,
            REASON,
            TICKET,
            COMMENT);

    private SignOffRecord() {}

    /**
     * Reads a record.
     *
     * @param file its name for places
     */
    public static Loaded<Entry> load(String file, byte[] bytes) {
        var yaml = Yaml.read(file, bytes);
        if (yaml.value().isEmpty()) {
            return Loaded.refused(yaml.problems());
        }
        var converter = new Converter();
        if (converter.isAnother(yaml.value().get(), SIGN_OFF)) {
            return Loaded.refused(converter.problems());
        }
        var entry = converter.entry("The sign-off", yaml.value().get(), GROUP.fields());
        return entry.isPresent() && converter.problems().isEmpty()
                ? Loaded.of(entry.get())
                : Loaded.refused(converter.problems());
    }

    /** The same as a fact: absent with the first problem when it cannot be read. */
    static Lookup<Entry> read(String file, byte[] bytes) {
        var loaded = load(file, bytes);
        if (loaded.value().isPresent()) {
            return Lookup.found(loaded.value().get(), Assurance.DECLARED);
        }
        Problem first = loaded.problems().get(0);
        int more = loaded.problems().size() - 1;
        return Lookup.absent(Absence.of(
                Reason.UNREADABLE,
                "The sign-off " + first.place() + " cannot be used: " + first.what()
                        + (more == 0 ? "" : " (and " + more + " more)"),
                first.mend(),
                first.place()));
    }
}
