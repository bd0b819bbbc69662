package io.github.genaigate.repository;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** A file as a commit has it. */
public final class Committed {

    private final String commit;
    private final Instant at;
    private final byte[] bytes;

    /**
     * @param commit the id of a commit that has it
     * @param at the committer's time
     * @param bytes the bytes of the git blob
     */
    Committed(String commit, Instant at, byte[] bytes) {
        this.commit = commit;
        this.at = at;
        this.bytes = bytes.clone();
    }

    public String commit() {
        return commit;
    }

    public Instant at() {
        return at;
    }

    /** The bytes of the git blob, whatever the working tree makes of them. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Committed same && commit.equals(same.commit) && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return commit.hashCode();
    }

    @Override
    public String toString() {
        return Commits.brief(commit) + ": " + new String(bytes, StandardCharsets.UTF_8);
    }
}
