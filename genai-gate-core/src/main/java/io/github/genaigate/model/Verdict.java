package io.github.genaigate.model;

/** The answer to the one question: may the service enter the stage asked for. */
public enum Verdict {
    READY,
    NOT_READY,
    /** Nobody looked. Never the same as {@link #READY}. */
    SKIPPED
}
