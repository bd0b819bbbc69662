package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;
import java.nio.file.Path;

/** Where policy artifacts come from: a door that a build opens, and that is closed where there is none. */
@FunctionalInterface
public interface Artifacts {

    /**
     * The artifact, which is taken for hostile until it is read.
     *
     * @throws RefusedException when it cannot be had, with what to do about it
     */
    Resolved resolve(Coordinates coordinates) throws RefusedException;

    /**
     * A jar.
     *
     * @param installed whether no repository that whoever runs the gate has chosen is known to have it: any build on this
     *     machine may have put it there
     */
    record Resolved(Path jar, boolean installed) {}

    /** None at all. */
    static Artifacts none() {
        return coordinates -> {
            throw new RefusedException(
                    "The policy " + coordinates + " is an artifact, and nothing here resolves artifacts",
                    "Run a goal of the Maven plugin, or name a file");
        };
    }
}
