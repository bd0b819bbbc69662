package io.github.genaigate.criterion;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a model as evidence gives it.
 *
 * <p>It is pinned when it names one snapshot: by a date ({@code gpt-4o-2024-08-06}, {@code command-r-08-2024}), by a number of
 * three or four digits at the end ({@code gpt-4-0613}, {@code gpt-4-1106-preview}, {@code gemini-1.5-pro-002}), by a version in three parts
 * ({@code ranker-1.2.0}), by a build ({@code titan-text-v1:0}), or by a revision or digest after {@code @} ({@code org/model@sha256:…}). A name alone
 * ({@code gpt-4o}, {@code llama3.1:8b}, {@code org/model}) and whatever ends in {@code latest} may be another model tomorrow.
 *
 * @param text the id, without the vendor's way of asking
 */
record ModelId(String text) {

    private static final Pattern SNAPSHOT =
            Pattern.compile("[-_.:@]20\\d\\d-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d)"
                    + "|[-_.:@](0[1-9]|1[0-2])-20\\d\\d(?!\\d)"
                    + "|[-_@](?!20[12]\\d)\\d{3,4}(-preview)?$"
                    + "|[-_@]v?\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}$"
                    + "|-v\\d+:\\d+$"
                    + "|@(sha256:)?[0-9a-f]{7,64}$");

    private static final Pattern REVISION = Pattern.compile("@([0-9a-f]{40}|sha256:[0-9a-f]{64})$");

    /** No model has a longer id; what is longer is taken as it is, and not searched. */
    private static final int LONGEST = 300;

    private static final Pattern FLOATING = Pattern.compile("(^|[-_.:@])latest$");

    boolean isPinned() {
        return text.length() <= LONGEST
                && !FLOATING.matcher(plain()).find()
                && SNAPSHOT.matcher(plain()).find();
    }

    /** Whether it names the very content: by a whole revision, or by a digest. */
    boolean isRevision() {
        return text.length() <= LONGEST && REVISION.matcher(plain()).find();
    }

    /** The id without what stands after {@code @}. */
    String name() {
        int at = text.indexOf('@', 1);
        return at < 0 ? text : text.substring(0, at);
    }

    /** What stands after {@code @}. */
    Optional<String> version() {
        int at = text.indexOf('@', 1);
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    }

    /** Whether both are the same model, or snapshots of it. */
    boolean isAlike(ModelId other) {
        return family().equals(other.family());
    }

    /** The name without the publisher before it and the snapshot after it. */
    private String family() {
        if (text.length() > LONGEST) {
            return plain();
        }
        String name = plain().substring(plain().lastIndexOf('/') + 1);
        var snapshot = SNAPSHOT.matcher(name);
        String family = FLOATING.matcher(snapshot.find() ? name.substring(0, snapshot.start()) : name)
                .replaceFirst("");
        return family.isEmpty() ? name : family;
    }

    private String plain() {
        return text.toLowerCase(Locale.ROOT);
    }
}
